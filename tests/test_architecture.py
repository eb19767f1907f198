"""The arrow of imports, the purity of the engine, and the size of things, read from the sources themselves."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "assessment"

#: Package -> packages of ours it may import.
ALLOWED = {
    "errors": set(),
    "cells": set(),
    "settings": {"errors"},
    "content": {"errors", "settings"},
    "engine": {"errors", "content"},
    "portfolio": {"errors", "cells", "content", "engine"},
    "programme": {"errors", "content", "engine"},
    "report": {"errors", "content", "engine", "portfolio", "programme"},
    "proofs": {"errors", "content", "engine"},
    "storage": {"errors", "settings", "cells", "content", "engine"},
    "intake": {"errors", "settings", "content", "engine", "portfolio", "cells"},
    "pages": {
        "errors",
        "settings",
        "content",
        "engine",
        "portfolio",
        "programme",
        "report",
        "proofs",
        "storage",
        "intake",
    },
    "serving": {"errors", "settings", "content", "engine", "report", "storage", "pages"},
    "cli": {
        "errors",
        "settings",
        "content",
        "engine",
        "report",
        "proofs",
        "storage",
        "serving",
        "portfolio",
        "programme",
        "intake",
    },
}
#: Inside the engine each step imports earlier steps only.
STEPS = (
    "actions",
    "answers",
    "evidence",
    "reading",
    "answer_schema",
    "facts",
    "verdicts",
    "dimensions",
    "stage",
    "confidence",
    "zones",
    "placement",
    "organisation",
    "doors",
    "levers",
    "needs",
    "pairings",
    "recommendations",
    "assess",
    "contract",
    "changes",
    "carrying",
    "difference",
    "path",
    "dependencies",
    "reasons",
    "obstacles",
    "moves",
    "hurdles",
    "remedies",
    "explanation",
)
#: Library -> the only places that may import it.
AT_HOME = {
    "streamlit": {"pages", "serving", "streamlit_app"},
    "starlette": {"serving"},
    "uvicorn": {"serving"},
    "sqlalchemy": {"storage"},
    "alembic": {"storage"},
    "psycopg": {"storage"},
    "filelock": {"storage"},
    "segno": {"pages"},
    "reportlab": {"report"},
    "docx": {"report"},
    "icalendar": {"report"},
    "ruamel": {"content"},
    "openpyxl": {"content", "intake"},
    "xlsxwriter": {"content", "portfolio"},
    "typer": {"cli"},
    "platformdirs": {"settings"},
    "pypdf": {"intake"},
}
#: What a pure function cannot use.
IMPURE = {
    "os",
    "io",
    "pathlib",
    "time",
    "random",
    "secrets",
    "socket",
    "urllib",
    "requests",
    "subprocess",
    "sys",
    "logging",
}
SAYS_NOTHING = re.compile(r"(^|_)(utils?|helpers?|common|managers?|misc|base|service|core|models|types)(_|$)")


def modules() -> list[Path]:
    return [*sorted(PACKAGE.rglob("*.py")), ROOT / "streamlit_app.py"]


def home(path: Path) -> str:
    return path.stem if path.parent in (PACKAGE, ROOT) else path.relative_to(PACKAGE).parts[0]


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_go_one_way(path: Path):
    wrong = {
        name
        for name in imports(path)
        if name.startswith("assessment.")
        and home(path) in ALLOWED
        and (target := name.split(".")[1]) != home(path)
        and target not in ALLOWED[home(path)]
    }

    assert wrong == set()


@pytest.mark.parametrize("step", STEPS)
def test_each_step_of_the_engine_imports_earlier_steps_only(step: str):
    used = {
        name.split(".")[2]
        for name in imports(PACKAGE / "engine" / f"{step}.py")
        if name.startswith("assessment.engine.")
    }

    assert used - set(STEPS[: STEPS.index(step)]) == set()


def test_every_module_of_the_engine_is_a_step():
    assert {path.stem for path in (PACKAGE / "engine").glob("*.py")} == {*STEPS, "__init__"}


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_libraries_stay_at_home(path: Path):
    strayed = {name for name in imports(path) if home(path) not in AT_HOME.get(name.split(".")[0], {home(path)})}

    assert strayed == set()


@pytest.mark.parametrize("path", sorted((PACKAGE / "engine").glob("*.py")), ids=lambda path: path.stem)
def test_the_engine_touches_no_file_clock_network_or_chance(path: Path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    asked = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}

    assert {name.split(".")[0] for name in imports(path)} & IMPURE == set()
    assert called & {"open", "print", "input", "exec", "eval"} == set()
    assert asked & {"today", "now", "utcnow"} == set()


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_modules_and_functions_stay_small_and_well_named(path: Path):
    text = path.read_text(encoding="utf-8")
    long = {
        node.name: node.end_lineno - node.lineno + 1
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno >= 40
    }

    assert text.count("\n") < 250
    assert long == {}
    assert not SAYS_NOTHING.search(path.stem)


def test_no_number_or_sentence_of_the_method_stands_in_the_engine():
    """Thresholds and French sentences are content: the engine holds neither accented text nor question ids."""
    question = re.compile(r"^(BES|SOL|EXP|MOD|ECO|EQU|GOV|ALL|EVA|DEP|O|C|F|L|T|AS|EN|PU|FO|AC)\d+b?$")
    written = [
        (path.stem, node.value)
        for path in sorted((PACKAGE / "engine").glob("*.py"))
        if path.stem != "answers"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and question.match(node.value)
    ]

    assert written == []
