"""An edition and today's date in, what was not looked at for too long out: a warning, not a mistake."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assessment.content.catalogue import Item, Publication
from assessment.content.edition import Edition

#: Offers come and go: a year without a look is too long.
MONTHS = 12


@dataclass(frozen=True)
class Freshness:
    """Ids with the day of their last check for what is *old*, and what was *never* checked; *unanswered* addresses."""

    old: tuple[tuple[str, date], ...]
    never: tuple[str, ...]
    unanswered: tuple[tuple[str, str], ...]  #: address, what came back


def freshness(edition: Edition, today: date) -> Freshness:
    """How fresh the items and publications are; an address that answered well counts as checked that day."""
    answered = {link.address: link.checked for link in edition.links.links if link.answered}
    checked = {each.id: _last(each, answered) for each in (*edition.catalogue.items, *edition.catalogue.publications)}
    return Freshness(
        old=tuple(
            (name, day) for name, day in checked.items() if day is not None and _months_since(day, today) >= MONTHS
        ),
        never=tuple(name for name, day in checked.items() if day is None),
        unanswered=tuple((link.address, link.result) for link in edition.links.links if not link.answered),
    )


def addresses(edition: Edition) -> tuple[str, ...]:
    """Every address of the catalogue, once, in its order."""
    return tuple(dict.fromkeys(_addresses(edition)))


def _addresses(edition: Edition) -> Iterator[str]:
    catalogue = edition.catalogue
    for item in catalogue.items:
        yield from (each for each in (item.address, *item.other_addresses) if each)
    for part in (*catalogue.publications, *catalogue.references):
        if part.address:
            yield part.address


def _last(part: Item | Publication, answered: dict[str, date]) -> date | None:
    days = (part.checked, answered.get(part.address or ""))
    return max((day for day in days if day is not None), default=None)


def _months_since(day: date, today: date) -> int:
    """Whole months from *day* to *today*.

    >>> _months_since(date(2025, 11, 22), date(2026, 11, 21)), _months_since(date(2025, 11, 22), date(2026, 11, 22))
    (11, 12)
    """
    months = 12 * (today.year - day.year) + today.month - day.month
    return months - (today.day < day.day)
