"""questionnaires/README.md names every key an author can write, and every example in it is real."""

import re
from collections.abc import Iterator

import pytest
from pydantic import TypeAdapter
from test_broken import BROKEN, read_mistake

from assessment.content.conditions import SUBJECTS, Condition, Written
from assessment.content.folder import OPTIONAL
from assessment.content.shelf import SHIPPED, current
from assessment.content.yaml_reading import parse
from assessment.proofs.worked_examples import TOLD

README = (SHIPPED / "README.md").read_text(encoding="utf-8")
CONDITION = TypeAdapter(Condition)
EXTRACTS = re.findall(r"```yaml\n# (.*?)\n(.*?)```", README, re.DOTALL)
INVENTED = "(inventé)"


def tables() -> list[dict[str, str]]:
    """Every row of every table, by the names of its columns."""
    rows, names = [], []
    for line in README.splitlines():
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if not cells:
            names = []
        elif not names:
            names = cells
        elif set(line) - set("| -"):
            rows.append(dict(zip(names, cells, strict=True)))
    return rows


ROWS = tables()
CONDITIONS = [row for row in ROWS if "Sujet" in row]


def kinds(kind: type[Written]) -> Iterator[type[Written]]:
    for child in kind.__subclasses__():
        yield child
        yield from kinds(child)


def keys() -> set[tuple[str, str]]:
    """Model and key of everything that can be written in content."""
    assert OPTIONAL  # once the folder of an edition can be read, every model is known
    return {
        (kind.__name__, field.alias or name)
        for kind in kinds(Written)
        if kind.__module__.startswith("assessment.content.")
        for name, field in kind.model_fields.items()
    }


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_every_key_is_in_the_readme():
    assert {(model, key) for model, key in keys() if f"`{key}`" not in README} == set()


def test_every_key_of_a_table_exists():
    named = {word for row in ROWS for word in re.findall(r"^`(\w+)`$", next(iter(row.values())))}

    assert named - {key for _, key in keys()} == set()


def test_every_subject_has_each_of_its_comparisons_in_the_table_of_conditions():
    possible = {
        (f"`{subject}`", f"`{field.alias or name}`")
        for subject, kind in SUBJECTS.items()
        for name, field in kind.model_fields.items()
        if (field.alias or name) not in (subject, "how_many")
    }

    assert possible - {(row["Sujet"], row["Comparaison"]) for row in CONDITIONS} == set()


@pytest.mark.parametrize("row", CONDITIONS, ids=lambda row: row["Exemple"].strip("`"))
def test_every_condition_of_the_readme_can_be_written(row: dict[str, str]):
    written = parse(row["Exemple"].removesuffix(INVENTED).strip(" `").encode(), "condition").data

    assert CONDITION.validate_python(written)


def test_every_example_of_a_table_stands_in_a_shipped_file():
    content = one_line(" ".join(path.read_text(encoding="utf-8") for path in sorted(SHIPPED.rglob("*.yaml"))))
    examples = [
        one_line(code.replace("\\|", "|").rstrip("… "))
        for row in ROWS
        if not row.get("Exemple", "voir").startswith("voir") and INVENTED not in row["Exemple"]
        for code in re.findall(r"`([^`]+)`", row["Exemple"])
    ]

    assert [example for example in examples if example not in content] == []
    assert len(examples) > 150


@pytest.mark.parametrize(("file", "extract"), EXTRACTS, ids=[f"{file} {at}" for at, (file, _) in enumerate(EXTRACTS)])
def test_every_extract_stands_in_the_file_it_names(file: str, extract: str):
    assert extract in (SHIPPED / current() / file).read_text(encoding="utf-8")


def test_every_message_of_the_readme_is_one_that_is_said():
    said = " ".join(text for path in BROKEN for _, text in read_mistake(path).says)
    verdicts = {
        f"la condition est « {found} », et non « {told} »." for found in TOLD.values() for told in TOLD.values()
    }
    messages = [row["Le message"] for row in ROWS if "Le message" in row]

    assert [message for message in messages if message not in said and message not in verdicts] == []
    assert len(messages) == 10


def test_the_table_of_contents_leads_to_every_chapter():
    titles = re.findall(r"^## (\d+\. .*)$", README, re.MULTILINE)
    links = re.findall(r"^\d+\. \[.*\]\(#(.*)\)$", README, re.MULTILINE)

    assert [re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles] == links
