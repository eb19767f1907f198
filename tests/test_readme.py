"""The README keeps its promises: its commands exist, its Python runs, its files are there."""

import re
from pathlib import Path

import pytest

from assessment.cli.app import joined

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


COMMANDS = sorted(each.name for each in (*joined().registered_commands, *joined().registered_groups))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str):
    assert re.search(rf"jalons {command}\b", README)


def test_the_readme_names_no_other_command():
    named = set(re.findall(r"bin/jalons ([a-z-]+)", README))

    assert named - set(COMMANDS) == set()


def test_the_make_targets_of_the_readme_exist():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    assert [
        target for target in re.findall(r"^    make ([a-z-]+)", README, re.M) if f"\n{target}:" not in makefile
    ] == []


def test_the_python_of_the_readme_prints_what_it_says(capsys: pytest.CaptureFixture[str]):
    (code,) = re.findall(r"```python\n(.*?)```", README, re.S)
    promised = code.rstrip().rsplit("# ", 1)[1]

    exec(compile(code, "README.md", "exec"), {})

    assert capsys.readouterr().out.strip() == promised


def test_every_file_the_readme_links_to_is_there():
    linked = [path for path in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in path]

    assert [path for path in linked if not (ROOT / path).exists()] == []


def test_continuous_integration_runs_the_test_command_of_the_readme():
    assert "\nmake test\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
