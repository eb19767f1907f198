"""A file that is written again keeps the lines of whatever did not change."""

import pytest

from assessment.content.reading import read
from assessment.content.rewriting import rewritten
from assessment.content.rules import RuleFile
from assessment.content.writing import plain
from assessment.content.yaml_reading import parse
from assessment.errors import ContentError

TEXT = """\
# Des règles d'essai.

rules:
  # --- Les premières ---
  - id: R1
    presentation: true   # sans condition
    because: 'une raison'
    source: "000"

  # --- La suite ---
  - id: R2
    when: {answer: BES1, is: 1}  # BES1 = non
    recommend:
      - M01  # le premier
      - M02
    because: >-
      une raison
      sur deux lignes
    precedence: 2
    source: '000 ; choix de conception'
    reason: une raison
    fires: {BES1: 1}
    silent: {BES1: 2}
"""


def after(**changes: object) -> str:
    """The text after changes to the second rule; a key of None goes."""
    text = parse(TEXT.encode(), "rules/essai.yaml")
    data = plain(read(text, RuleFile))
    rule = {**data["rules"][1], **changes}
    data["rules"][1] = {key: value for key, value in rule.items() if value is not None}
    return rewritten(text, RuleFile.model_validate(data))


def rules(*names: str) -> str:
    """The text once it holds the rules called so, a new one being like the first."""
    text = parse(TEXT.encode(), "rules/essai.yaml")
    first, second = plain(read(text, RuleFile))["rules"]
    known = {"R1": first, "R2": second}
    written = [known.get(name, {**first, "id": name}) for name in names]
    return rewritten(text, RuleFile.model_validate({"rules": written}))


def test_a_file_that_says_the_same_keeps_every_byte():
    assert after() == TEXT


@pytest.mark.parametrize(
    ("changes", "before", "now"),
    [
        ({"because": "autre"}, "    because: >-\n      une raison\n      sur deux lignes\n", "    because: autre\n"),
        ({"precedence": 1}, "precedence: 2", "precedence: 1"),
        ({"when": {"answer": "BES1", "is": 2}}, "{answer: BES1, is: 1}  # BES1 = non", "{answer: BES1, is: 2}"),
        ({"recommend": ["M01", "M03", "M02"]}, "      - M02\n", "      - M03\n      - M02\n"),
        ({"recommend": ["M02"]}, "      - M01  # le premier\n", ""),
        (
            {"recommend": None, "message": "un mot"},
            "    recommend:\n      - M01  # le premier\n      - M02\n",
            "    message: un mot\n",
        ),
        ({"id": "R3"}, "id: R2", "id: R3"),
        ({"tags": ["diffusion"]}, "    because: >-\n", "    tags: [diffusion]\n    because: >-\n"),
        (
            {"source": "000", "reason": None},
            "    source: '000 ; choix de conception'\n    reason: une raison\n",
            '    source: "000"\n',
        ),
    ],
    ids=str,
)
def test_only_the_lines_of_what_changed_change(changes: dict[str, object], before: str, now: str):
    assert TEXT.count(before) == 1

    assert after(**changes) == TEXT.replace(before, now)


def test_an_element_goes_with_the_comments_above_it():
    assert rules("R1") == TEXT[: TEXT.index("\n  # --- La suite")]


def test_an_element_moves_with_the_comments_above_it():
    head, first, second = TEXT.partition("  - id: R1")[0], *TEXT[TEXT.index("  - id: R1") :].split("\n\n")

    assert rules("R2", "R1") == f"{head}\n{second}{first}\n"


def test_a_new_element_comes_where_it_is_written():
    new = '  - id: R0\n    presentation: true\n    because: une raison\n    source: "000"\n'

    assert rules("R1", "R0", "R2") == TEXT.replace("\n  # --- La suite", f"{new}\n  # --- La suite")


def test_a_list_that_becomes_empty_is_written_as_such():
    text = parse(TEXT.encode(), "rules/essai.yaml")

    assert rewritten(text, RuleFile()) == "# Des règles d'essai.\n{}\n"


def test_a_text_that_no_yaml_holds_is_told():
    text = parse(TEXT.encode(), "rules/essai.yaml")
    first = read(text, RuleFile).rules[0]

    with pytest.raises(ContentError) as told:
        rewritten(text, RuleFile(rules=(first.model_copy(update={"because": "un \x07 son"}),)))

    assert [problem.code for problem in told.value.problems] == ["hidden-sign"]
