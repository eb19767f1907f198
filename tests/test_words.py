"""Every sentence that the tool says is plain: fixed words, messages, what --help tells, reports of real answers."""

import ast
import dataclasses
import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from typer.main import get_command

from assessment.cli.app import joined
from assessment.content.edition import Edition
from assessment.content.examples import Example
from assessment.content.shelf import open_edition
from assessment.engine.assess import assess
from assessment.engine.reading import read_answers
from assessment.proofs.readability import Reader
from assessment.report.document import Report
from assessment.report.sections import tell

PACKAGE = Path(__file__).parents[1] / "assessment"
WORDING = sorted(PACKAGE.rglob("wording*.py"))
#: Modules that say sentences of their own.
TOLD = [*sorted((PACKAGE / "report").glob("*_told.py")), PACKAGE / "report" / "explained.py"]
LABELS = [PACKAGE / "pages" / "french_labels.py", PACKAGE / "storage" / "export.py"]
SPOKEN = [*WORDING, *TOLD, *LABELS, *sorted((PACKAGE / "cli").glob("*.py"))]
DAY = datetime.date(2026, 11, 26)
#: Parts of a report in the words of others: names that people chose, texts of others, addresses, ids.
VERBATIM = {"subject", "edition", "source", "sources", "address", "rule", "about", "id"}
#: What substitution leaves behind when it goes wrong.
SLIPS = re.compile(
    r"  |[{}]|\(\)|« ?»| [.,)]|\.\.|::|[,;:.] ?[,;]|\b(?!vous|nous)([^\W\d]{2,}) \1\b|\bNone\b", re.IGNORECASE
)


def code(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def said(node: ast.expr) -> str:
    """A text as it is written, and each value put in it in braces."""
    if isinstance(node, ast.JoinedStr):
        return "".join(said(part) for part in node.values)
    if isinstance(node, ast.BinOp):
        return said(node.left) + said(node.right)
    return str(node.value) if isinstance(node, ast.Constant) else "{x}"


def texts(tree: ast.AST) -> Iterator[str]:
    """Every text of a piece of code, without what is written for its readers."""
    skipped: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            skipped.add(node.value)
        if node in skipped:
            continue
        if isinstance(node, ast.JoinedStr):
            skipped.update(ast.walk(node))
            yield said(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def problems(tree: ast.AST) -> Iterator[str]:
    """What is wrong and the remedy, of every Problem that a piece of code makes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem":
            named = [each.value for each in node.keywords if each.arg in ("what", "remedy")]
            yield from (said(each) for each in (*node.args[2:], *named) if not isinstance(each, ast.Name | ast.Starred))


def helps(command: click.Command) -> Iterator[str]:
    """What « --help » tells of a command, of its options and of the commands inside it."""
    yield command.help or ""
    yield from (str(getattr(each, "help", "") or "") for each in command.params)
    for inside in getattr(command, "commands", {}).values():
        yield from helps(inside)


def lines(part: object) -> Iterator[str]:
    """Every text of a report, and of whatever stands in it."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        yield from (text for each in part for text in lines(each))
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            if field.name not in VERBATIM:
                yield from lines(getattr(part, field.name))


def unclear(reader: Reader, found: Iterator[str]) -> list[str]:
    return [f"{each.what} {each.remedy}" for text in found for each in reader.unclear(text)]


@pytest.fixture(name="reader", scope="session")
def _reader(edition: Edition) -> Reader:
    return Reader(edition)


@pytest.mark.parametrize("path", SPOKEN, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_the_fixed_words_are_plain(path: Path, reader: Reader):
    assert unclear(reader, texts(code(path))) == []


def test_the_help_of_every_command_is_plain(reader: Reader):
    found = list(helps(get_command(joined())))

    assert unclear(reader, iter(found)) == []
    assert len(found) > 40


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_what_is_wrong_and_the_remedy_are_plain(path: Path, reader: Reader):
    assert unclear(reader, problems(code(path))) == []


@pytest.fixture(name="report", scope="module", params=open_edition().examples, ids=lambda example: example.name)
def _report(request: pytest.FixtureRequest, edition: Edition) -> Report:
    """The report of each worked case."""
    example: Example = request.param
    return tell(assess(read_answers(example.given, edition), edition), DAY)


def test_every_sentence_of_the_report_of_a_worked_case_is_plain(report: Report, reader: Reader):
    assert unclear(reader, lines(report)) == []


def test_no_word_of_a_report_is_doubled_empty_or_left_to_fill_in(report: Report):
    assert [text for text in lines(report) if SLIPS.search(text)] == []


def test_a_bad_sentence_is_found_wherever_it_is_said(reader: Reader):
    tree = ast.parse(
        '"""Le reporting est pour qui lit ce code."""\n'
        "OUTCOME = 'Un workshop.'\n"
        "raise X([Problem('kpi', where, f'le KPI {name} ' + 'manque.', 'Un sourcing.')])"
    )
    told = [re.findall("« (.*?) »", each)[0] for each in unclear(reader, texts(tree))]

    assert sorted(told) == ["kpi", "kpi", "sourcing", "workshop"]
    assert list(problems(tree)) == ["le KPI {x} manque.", "Un sourcing."]
    assert all(map(SLIPS.search, ("Il reste le le bilan.", "Vous cherchez : .", "Le {x}.", "Deux  espaces.")))
