"""Sections of a report in, the words of the method that they use out, each with its meaning."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from assessment.content.edition import Edition
from assessment.report import wording
from assessment.report.document import Section

Term = tuple[str, str]

_WORD = re.compile(r"\w+")


def terms(edition: Edition, sections: Iterable[Section], *, stages: bool) -> tuple[Term, ...]:
    """The words that *sections* use and do not explain, in alphabetical order; and all *stages* if they are shown."""
    text = "\n".join(_said(sections)).lower()
    words = frozenset(_WORD.findall(text))
    used = [
        (word, meaning)
        for word, meaning in _known(edition)
        if _stands_in(word, text, words) and meaning.lower() not in text
    ]
    if stages:
        used += [(wording.small(stage.label), stage.definition) for stage in edition.placement.stages]
    return tuple(sorted(used, key=lambda term: _sorted_as(term[0])))


def used(told: Iterable[Term], sections: Iterable[Section], always: Collection[str]) -> tuple[Term, ...]:
    """Those of the terms *told* that *sections* use and do not explain, and those that *always* stay."""
    text = "\n".join(_said(sections)).lower()
    words = frozenset(_WORD.findall(text))
    return tuple(
        (word, meaning)
        for word, meaning in told
        if word in always or (_stands_in(word, text, words) and meaning.lower() not in text)
    )


def _known(edition: Edition) -> Iterator[Term]:
    """Every word that the edition explains; what was said first about a word stays."""
    told: dict[str, Term] = {}
    for word, meaning in chain(_asked_with(edition), _named(edition)):
        told.setdefault(word.lower(), (word, meaning))
    yield from told.values()


def _asked_with(edition: Edition) -> Iterator[Term]:
    for part in (edition.project, edition.organisation, edition.doors):
        yield from ((each.term, each.text) for each in part.definitions)


def _named(edition: Edition) -> Iterator[Term]:
    placement = edition.placement
    yield from ((wording.small(each.label), each.definition) for each in placement.zones)
    yield from ((wording.small(each.title), each.definition) for each in edition.levers.levers)


def _said(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        yield section.intro or ""
        for line in (*section.lines, *section.more):
            yield from (line.text, line.detail or "", *(value for _, value in line.facts))


def _stands_in(word: str, text: str, words: frozenset[str]) -> bool:
    """Whether the *text*, made of *words*, says *word*, be it in the plural."""
    parts = _WORD.findall(word.lower())
    if not all(words.intersection((part, f"{part}s", f"{part}x")) for part in parts):
        return False
    if len(parts) == 1:
        return True
    plural = r"[sx]?\s+".join(map(re.escape, word.lower().split()))
    # It begins with letters, which are found at once; « no letter before » would be looked at everywhere.
    found = re.finditer(rf"{plural}[sx]?(?!\w)", text)
    return any(not _WORD.match(text[each.start() - 1 : each.start()]) for each in found)


def _sorted_as(word: str) -> str:
    return word.lower().translate(str.maketrans("àâäéèêëîïôöûüùç", "aaaeeeeiioouuuc"))
