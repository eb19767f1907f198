"""Sections of a report in, the texts that they cite out, each once; and where a line's source stands among them."""

from collections.abc import Iterable, Iterator

from assessment.content.catalogue import Catalogue, Reference
from assessment.report import wording
from assessment.report.citation import cite
from assessment.report.document import Section

#: Stands between the texts of a citation, and between a text and its address.
BETWEEN, BEFORE_ADDRESS = " ; ", " · "


def sources(sections: Iterable[Section], catalogue: Catalogue) -> tuple[str, ...]:
    """The texts cited by the lines, in the order of their first line, with their address when it is known; our
    own choices last."""
    cited = tuple(dict.fromkeys(_cited(sections)))
    known = {cite(reference.id, catalogue): reference.address for reference in _likely(cited, catalogue)}
    named = dict.fromkeys(name for part in cited if (name := _named(part, known)))
    told = [f"{name}{BEFORE_ADDRESS}{known[name]}" if known[name] else name for name in named]
    return (*told, *([wording.OUR_CHOICE] if wording.OUR_CHOICE in cited else []))


def _likely(cited: Iterable[str], catalogue: Catalogue) -> Iterator[Reference]:
    """References whose title stands in what is cited: few of all that the catalogue knows."""
    text = BETWEEN.join(cited).lower()
    return (each for each in catalogue.references if each.title.strip("()").lower() in text)


def placed(source: str, told: tuple[str, ...]) -> list[tuple[int | None, str]]:
    """The texts of a line's *source*: the place in *told* from 1 with the section cited, or None with the whole text.

    >>> placed("« Livre », Nous, 2018 (p. 2) ; Autre", ("« Livre », Nous, 2018 · https://exemple.fr",))
    [(1, '(p. 2)'), (None, 'Autre')]
    """
    names = {name.partition(BEFORE_ADDRESS)[0]: place for place, name in enumerate(told, start=1)}
    return [_placed(part, names) for part in source.split(BETWEEN)]


def sections_cited(sections: Iterable[Section], told: tuple[str, ...]) -> dict[int, tuple[str, ...]]:
    """By place in *told*: the sections of that text which the lines cite, each once."""
    found: dict[int, dict[str, None]] = {}
    for part in _cited(sections):
        for place, inside in placed(part, told):
            if place and inside:
                parts = inside.removeprefix("(").removesuffix(")").split(", ")
                found.setdefault(place, {}).update(dict.fromkeys(parts))
    return {place: tuple(names) for place, names in found.items()}


def _placed(part: str, names: dict[str, int]) -> tuple[int | None, str]:
    name = _named(part, names)
    return (names[name], part[len(name) :].strip()) if name else (None, part)


def _cited(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        for line in (*section.lines, *section.more):
            if line.source:
                yield from line.source.split(BETWEEN)


def _named(part: str, names: Iterable[str]) -> str:
    """The longest of *names* that *part* is, with or without a section behind it."""
    found = [name for name in names if part == name or part.startswith(f"{name} (")]
    return max(found, key=len, default="")
