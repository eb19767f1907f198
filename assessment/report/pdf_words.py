"""Any text in, text and markup that ReportLab draws without failing out."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from assessment.report import pdf_fonts
from assessment.report import wording_of_pdf as wording
from assessment.report.document import Reason
from assessment.report.pdf_style import BLUE
from assessment.report.printable import LONGEST_WORD, plain, printable
from assessment.report.sources import placed
from assessment.report.typography import NARROW_NO_BREAK, NO_BREAK, french

#: What stands for a sign that the typeface lacks.
UNDRAWN = "?"

_NUMBERED = re.compile(r"([A-Z]+)([1-9]\d*)")


def words(text: str) -> str:
    """*text* as it is drawn: known signs only, and words that find a line."""
    if _plain_signs().issuperset(text) and "  " not in text and max(map(len, text.split()), default=0) <= LONGEST_WORD:
        return french(text.strip()).replace(NARROW_NO_BREAK, NO_BREAK)
    return _drawn(printable(text))


@lru_cache
def _plain_signs() -> frozenset[str]:
    """Signs that are drawn as they come, whatever stands beside them: most texts have no others."""
    drawn = pdf_fonts.register()
    whole = (sign for sign in drawn if unicodedata.category(sign)[0] in "LNPS")
    return frozenset(sign for sign in whole if unicodedata.normalize("NFC", sign) == sign) | {" "}


def markup(text: str) -> str:
    """*text* as a paragraph's markup."""
    return escape(words(text))


def shortened(text: str, most: int, cut: str) -> str:
    """*text* of at most *most* signs."""
    return text if len(text) <= most else text[:most].rstrip() + cut


def is_address(text: str) -> bool:
    """Whether *text* is a web address and nothing else."""
    return text.startswith(("http://", "https://")) and not any(sign.isspace() for sign in text)


def link(address: str) -> str:
    """The markup of a web address that can be clicked; it is printed whole, since paper cannot be clicked."""
    shown = escape(_drawn(plain(address)))
    return leading(plain(address), shown) if is_address(address) else shown


def domain(address: str) -> str:
    """The name of the site of a web *address*."""
    return address.partition("://")[2].partition("/")[0].removeprefix("www.")


def inner_link(place: str, text: str) -> str:
    """The markup of *text* leading to a *place* of the document."""
    return leading(f"#{place}", markup(text))


def to_answers(reasons: Iterable[Reason], known: frozenset[str]) -> str:
    """The markup of question names, each leading to the answers listed at the end when it stands there.

    Questions that follow each other are told together (« BES1-3 »), with a link to the first one.
    """
    return ", ".join(
        inner_link(answer_place(first), told) if first in known else markup(told)
        for first, told in _runs([reason.question for reason in reasons])
    )


def to_sources(source: str, known: tuple[str, ...]) -> str:
    """The markup of a line's source: the number of each text of the list at the end, leading there."""
    told = (
        markup(text) if number is None else inner_link(source_place(number), str(number))
        for number, text in placed(source, known)
    )
    return ", ".join(dict.fromkeys(told))


def section_place(title: str) -> str:
    """The name of the place where a section begins."""
    return words(title).strip() or UNDRAWN


def answer_place(question: str) -> str:
    """The name of the place where the answer to *question* is listed; programs read it aloud."""
    return wording.ANSWER_PLACE.format(question=question)


def source_place(number: int) -> str:
    """The name of the place where a source is listed."""
    return wording.SOURCE_NUMBER.format(number=number)


def leading(target: str, shown: str) -> str:
    """The markup *shown*, leading to a *target*: an address, or « # » and a place."""
    return f"<a href={quoteattr(target)} color={BLUE.hexval()!r}>{shown}</a>"


def _runs(questions: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The first question of each run, and the name of the run.

    >>> list(_runs(["C6", "BES1", "BES2", "BES3", "MOD1", "MOD2", "T0", "T0b"]))
    [('C6', 'C6'), ('BES1', 'BES1-3'), ('MOD1', 'MOD1-2'), ('T0', 'T0'), ('T0b', 'T0b')]
    """
    run: list[str] = []
    for question in questions:
        if run and question != _after(run[-1]):
            yield run[0], _named(run)
            run = []
        run.append(question)
    if run:
        yield run[0], _named(run)


def _after(question: str) -> str | None:
    """The question that would follow, « BES2 » after « BES1 »."""
    parts = _NUMBERED.fullmatch(question)
    return f"{parts[1]}{int(parts[2]) + 1}" if parts else None


def _named(run: Sequence[str]) -> str:
    return run[0] if len(run) == 1 else f"{run[0]}-{_NUMBERED.fullmatch(run[-1])[2]}"


def _drawn(text: str) -> str:
    # ReportLab breaks lines at a narrow no-break space, and not at a no-break space.
    signs = pdf_fonts.register()
    kept = text.replace(NARROW_NO_BREAK, NO_BREAK)
    return kept if signs.issuperset(kept) else "".join(sign if sign in signs else UNDRAWN for sign in kept)
