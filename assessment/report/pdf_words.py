"""Any text in, text and markup that ReportLab draws without failing out."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from assessment.report import pdf_fonts
from assessment.report.document import Reason
from assessment.report.pdf_style import BLUE
from assessment.report.printable import plain, printable
from assessment.report.typography import NARROW_NO_BREAK, NO_BREAK

#: What stands for a sign that the typeface lacks.
UNDRAWN = "?"


def words(text: str) -> str:
    """*text* as it is drawn: known signs only, and words that find a line."""
    return _drawn(printable(text))


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
    return _leading(plain(address), shown) if is_address(address) else shown


def inner_link(place: str, text: str) -> str:
    """The markup of *text* leading to a *place* of the document."""
    return _leading(f"#{place}", markup(text))


def to_answers(reasons: Iterable[Reason], known: frozenset[str]) -> str:
    """The markup of question names, each leading to the answers listed at the end when it stands there."""
    return ", ".join(
        inner_link(anchor(reason.question), reason.question) if reason.question in known else markup(reason.question)
        for reason in reasons
    )


def anchor(question: str) -> str:
    """The name of the place where the answer to *question* is listed."""
    return "answer-" + "".join(sign if sign.isalnum() and sign.isascii() else "-" for sign in question)


def _leading(target: str, shown: str) -> str:
    return f"<a href={quoteattr(target)} color={BLUE.hexval()!r}>{shown}</a>"


def _drawn(text: str) -> str:
    # ReportLab breaks lines at a narrow no-break space, and not at a no-break space.
    signs = pdf_fonts.register()
    kept = text.replace(NARROW_NO_BREAK, NO_BREAK)
    return kept if signs.issuperset(kept) else "".join(sign if sign in signs else UNDRAWN for sign in kept)
