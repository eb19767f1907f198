"""The line of stages in, the same in HTML out: stations side by side, or one below the other where it is narrow."""

from assessment.pages import wording
from assessment.pages.escaped import markup
from assessment.report.document import StageLine


def drawn(line: StageLine) -> str:
    """A picture that says by shapes and words, never by colour alone, where the project stands."""
    stations = "".join(_station(line, index, label) for index, label in enumerate(line.stations))
    return f'<div class="stations" role="img" aria-label="{markup(line.alt)}">{stations}</div>'


def _station(line: StageLine, index: int, label: str) -> str:
    possible = line.lowest < line.highest and line.lowest <= index <= line.highest
    marks = {
        "firm": index <= line.consolidated,
        "reached": index <= line.reached,
        "here": index == line.reached,
        "possible": possible,
    }
    words = [
        *([wording.YOU_ARE_HERE] if marks["here"] else []),
        *([wording.CONSOLIDATED] if index == line.consolidated else []),
        *([wording.POSSIBLE] if possible and not marks["here"] else []),
    ]
    told = "".join(f"<em>{markup(word)}</em>" for word in words)
    names = " ".join(name for name, holds in marks.items() if holds)
    return f'<div class="station {names}"><i></i><span>{markup(label)}{told}</span></div>'
