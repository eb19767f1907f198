"""Every mistake an author can make, one file each in broken/: what one writes, and the whole message that comes back.

A file of broken/ reads like this; a line that a message points to ends in « # <- » (or « # <- 2 » for {line 2}):

    # file: levers.yaml
    # says unknown-key: levers.yaml, ligne {line}, levers › financement › titel : la clé « titel » n'existe pas ici. …
    # instead of
        title: Financement
    # one writes
        titel: Financement  # <-

Instead of an edit: « # the file is missing », « # the file is » before a whole text, « # saved in latin-1 ».
"""

import re
import shutil
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

import pytest

from assessment.content import (
    coherence,
    coherence_of_interviews,
    names,
    reading,
    references,
    shelf,
    yaml_reading,
    yaml_text,
    yaml_words,
)
from assessment.content.shelf import SHIPPED, current, open_edition
from assessment.errors import ContentError

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.yaml"))
EDITION = current()
MARK = re.compile(r" *# <-(?: (\d+))?$")


@dataclass
class Edit:
    """One change to one file."""

    file: str
    kind: str
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)

    @property
    def encoding(self) -> str:
        return "latin-1" if self.kind == "# saved in latin-1" else "utf-8"

    def made_in(self, lines: list[str]) -> list[str]:
        if self.kind != "# instead of":
            return self.after
        plain = [MARK.sub("", line) for line in lines]
        found = [at for at in range(len(lines)) if plain[at : at + len(self.before)] == self.before]
        assert found, f"{self.file} has no such lines: {self.before}"
        return [*lines[: found[0]], *self.after, *lines[found[0] + len(self.before) :]]


@dataclass
class Mistake:
    """What must be said, code and text, and what is written."""

    says: list[tuple[str, str]] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)


def read_mistake(path: Path) -> Mistake:
    mistake = Mistake()
    file, into = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        if said := re.match(r"# says ([a-z0-9-]+): (.*)", line):
            mistake.says.append((said[1], said[2]))
        elif line.startswith("# file: "):
            file = line.removeprefix("# file: ")
        elif line in ("# instead of", "# the file is", "# the file is missing", "# saved in latin-1"):
            mistake.edits.append(Edit(file, line))
            into = mistake.edits[-1].before if line == "# instead of" else mistake.edits[-1].after
        elif line == "# one writes":
            into = mistake.edits[-1].after
        else:
            into.append(line)
    return mistake


def make(mistake: Mistake, root: Path) -> dict[str, int]:
    """Write the mistake into the content under *root*; the lines it marks, by number."""
    marked: dict[str, int] = {}
    for name, edits in groupby(mistake.edits, key=lambda edit: edit.file):
        path = root / name if name.startswith("catalogue/") else root / EDITION / name
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        for edit in edits:
            lines = edit.made_in(lines)
        marked |= {mark[1] or "": at for at, line in enumerate(lines, 1) if (mark := MARK.search(line))}
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(MARK.sub("", line) + "\n" for line in lines), encoding=edit.encoding)
        if edit.kind == "# the file is missing":
            path.unlink()
    return marked


def told(name: str, root: Path) -> list[tuple[str, str]]:
    """Code and text of every problem, the name of the edition's folder left out."""
    try:
        open_edition(name, root)
    except ContentError as error:
        return [(problem.code, str(problem).removeprefix(f"{name}/")) for problem in error.problems]
    return []


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_mistake_is_told_where_it_is_with_its_remedy(path: Path, tmp_path: Path):
    mistake = read_mistake(path)
    root = shutil.copytree(SHIPPED, tmp_path / "questionnaires")
    marked = make(mistake, root)

    found = told(EDITION, root)

    lines = {f"{{line{f' {number}' if number else ''}}}": str(line) for number, line in marked.items()}
    assert [(code, re.sub(r"\{line(?: \d+)?\}", lambda at: lines[at[0]], text)) for code, text in mistake.says] == found


def test_every_kind_of_mistake_has_its_broken_file():
    codes = re.compile(r'"([a-z0-9]+(?:-[a-z0-9]+)+|anchor|colon|dash|directive|escape|tab|tag)"')
    sources = (
        coherence,
        coherence_of_interviews,
        names,
        reading,
        references,
        shelf,
        yaml_reading,
        yaml_text,
        yaml_words,
    )
    written = {code for each in sources for code in codes.findall(Path(each.__file__).read_text(encoding="utf-8"))}
    written |= {f"unknown-{kind}" for kind in names.CALLED}
    written |= {"choice-left-out", "kind-left-out", "phase-left-out", "status-left-out", "text-left-out"}
    written |= {"lesson-left-out", "purpose-left-out"}
    elsewhere = {"no-edition", "unknown-edition", "file-too-large", "not-text"}  # test_shelf.py, test_yaml_text.py

    assert written - elsewhere - {"utf-8-sig"} == {code for path in BROKEN for code, _ in read_mistake(path).says}


def test_every_sentence_about_a_wrong_value_has_its_broken_file():
    said = "\n".join(text for path in BROKEN for _, text in read_mistake(path).says)
    sentences = {what for what, _ in reading.WORDS.values()}

    assert [what for what in sentences if not re.search(re.sub(r"\\{\w+\\}", ".*", re.escape(what)), said)] == []
