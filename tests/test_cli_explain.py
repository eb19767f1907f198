"""`jalons explain` as people use it: why a piste is proposed, what keeps one out, what would bring it in."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from assessment.cli.explain import COMMANDS
from assessment.content.edition import Edition
from assessment.engine.assess import Assessment, assess
from assessment.engine.changes import change
from assessment.engine.explanation import explain
from assessment.engine.reading import read_answers
from assessment.report.conditions_told import told
from assessment.report.printable import printable

app = typer.Typer()
app.callback()(lambda: None)
for _name, _command in COMMANDS.items():
    app.command(_name)(_command)


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["explain", *(str(word) for word in words)])


def joined(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(name="given")
def _given(edition: Edition) -> dict:
    """The answers of the third archetype."""
    return edition.examples[2].given


@pytest.fixture(name="found")
def _found(given: dict, edition: Edition) -> Assessment:
    return assess(read_answers(given, edition), edition)


@pytest.fixture(name="file")
def _file(given: dict, tmp_path: Path) -> Path:
    path = tmp_path / "essai.json"
    path.write_text(json.dumps(given), encoding="utf-8")
    return path


def test_a_piste_that_is_proposed_comes_with_its_rule_and_its_reasons(file: Path, found: Assessment):
    shown = found.advice.recommendations[0]
    needed = explain(found, shown.item.id).reasons.needed

    told_json = json.loads(run(file, "--item", shown.item.id, "--json").stdout)
    told_text = joined(run(file, "--item", shown.item.id).stdout)

    assert told_json == {
        "item": shown.item.id,
        "recommended": True,
        "rule": shown.rule.id,
        "because": [{"question": name, "answer": found.answers.values[name]} for name in needed],
        "kept_out_by": [],
        "would_bring_in": [],
        "would_bring_in_together": [],
    }
    assert joined(printable(shown.rule.because)) in told_text
    assert f"(règle {shown.rule.id})" in told_text
    assert [name for name in needed if f"- {name}. " not in told_text] == []


def test_what_keeps_a_piste_out_is_told_rule_by_rule(file: Path, found: Assessment):
    expected = explain(found, "M15")

    told_json = json.loads(run(file, "--item", "M15", "--json").stdout)
    told_text = joined(run(file, "--item", "M15").stdout)

    assert set(told_json["kept_out_by"][0]) == {"rule", "failing", "unknown", "held_back_by", "crowded_out_by"}
    assert [each["rule"] for each in told_json["kept_out_by"]] == [each.rule.id for each in expected.kept_out]
    failing = [told(part, found.edition) for each in expected.kept_out for part in each.failing]
    assert [part["text"] for each in told_json["kept_out_by"] for part in each["failing"]] == [
        f"{phrase}." for phrase in failing
    ]
    assert [phrase for phrase in failing if joined(printable(phrase)) not in told_text] == []


def test_each_set_that_the_json_gives_brings_the_piste_in(file: Path, found: Assessment):
    told_json = json.loads(run(file, "--item", "M15", "--json").stdout)

    sets = [[pair] for pair in told_json["would_bring_in"]] + told_json["would_bring_in_together"]
    assert sets
    for pairs in sets:
        changes = {
            pair["question"]: tuple(pair["answer"]) if isinstance(pair["answer"], list) else pair["answer"]
            for pair in pairs
        }
        after = assess(change(found.answers, changes, found.edition).answers, found.edition)
        assert "M15" in [each.item.id for each in after.advice.recommendations]


def test_an_item_that_is_not_there_gets_the_nearest_name(file: Path):
    found = run(file, "--item", "m16")

    assert (found.exit_code, found.stderr) == (
        2,
        "--item : aucune ressource ne s'appelle « m16 ». Vouliez-vous dire « M16 » ?\n",
    )


def test_a_bad_file_is_told_and_leaves_with_two(tmp_path: Path):
    path = tmp_path / "faux.yaml"
    path.write_text("project:\n  answers: {BES1: 9}\n", encoding="utf-8")

    as_json, as_text = run(path, "--item", "M16", "--json"), run(path, "--item", "M16")

    assert (as_json.exit_code, as_text.exit_code) == (2, 2)
    assert json.loads(as_json.stdout)["problems"][0]["what"] == "il n'y a pas d'option 9."
    assert "il n'y a pas d'option 9." in as_text.stderr


def test_an_item_is_explained_even_when_doors_only_are_answered(tmp_path: Path):
    path = tmp_path / "portes.yaml"
    path.write_text("doors: {answers: {L1: 1}}\n", encoding="utf-8")

    assert run(path, "--item", "K4").exit_code == 0


def test_no_line_of_the_text_is_wider_than_a_terminal(file: Path):
    assert [line for line in run(file, "--item", "M06").stdout.splitlines() if len(line) > 80] == []
