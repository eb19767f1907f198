"""The traits of every project in, how many have what out: sets of projects as the bits of whole numbers. Pure.

The bit number i stands for the i-th project. Thousands of projects are one number: to narrow is to and, to count is to
count bits, and a click costs microseconds.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.portfolio.facets import COVERED, Facets
from assessment.portfolio.filters import Filters, Pick
from assessment.portfolio.traits import ABSENT, NONE, UNKNOWN, Traits

#: A set of projects.
Bits = int


@dataclass(frozen=True, slots=True)
class Counting:
    """Every value of every facet with its projects."""

    facets: Facets
    size: int
    having: Mapping[Pick, Bits]

    @property
    def everyone(self) -> Bits:
        """All projects."""
        return (1 << self.size) - 1

    def projects(self, facet: str, value: str) -> Bits:
        """The projects that have it."""
        return self.having.get((facet, value), 0)

    def kept_by(self, filters: Filters) -> Bits:
        """The projects that the filters keep."""
        kept = self.everyone
        for bits in self._by_facet(filters).values():
            kept &= bits
        return kept

    def counts(self, filters: Filters) -> Mapping[Pick, int]:
        """How many each value would keep, beside what is picked in the other facets: never nothing but the picked."""
        by_facet = self._by_facet(filters)
        kept = self.kept_by(filters)
        found: dict[Pick, int] = {}
        for name, facet in self.facets.items():
            around = kept
            if name in by_facet:
                around = self.everyone
                for other, bits in by_facet.items():
                    around &= bits if other != name else around
            for value in facet.values:
                found[name, value] = (self.projects(name, value) & around).bit_count()
        return found

    def covering(self, needs: Iterable[str]) -> "Counting":
        """With what an offer covers: *needs* are values of the facet of levers at a stage."""
        met, unmet = 0, 0
        needs = set(needs)
        for value in self.facets["lever_at"].values:
            if value in (NONE, UNKNOWN, ABSENT):
                continue
            bits = self.projects("lever_at", value)
            met, unmet = (met | bits, unmet) if value in needs else (met, unmet | bits)
        told = {
            (COVERED, "covered"): met & ~unmet,
            (COVERED, "partly"): met & unmet,
            (COVERED, "uncovered"): unmet & ~met,
        }
        same = {(COVERED, value): self.projects("lever_at", value) for value in (NONE, UNKNOWN, ABSENT)}
        return replace(self, having={**self.having, **told, **same})

    def _by_facet(self, filters: Filters) -> dict[str, Bits]:
        found: dict[str, Bits] = {}
        for name, value in filters.picks:
            found[name] = found.get(name, 0) | self.projects(name, value)
        return found


def counting(projects: Sequence[Traits], facets: Facets) -> Counting:
    """Count the traits of every project, in their order."""
    places: dict[Pick, list[int]] = {}
    for place, traits in enumerate(projects):
        for facet, values in traits.items():
            for value in values:
                places.setdefault((facet, value), []).append(place)
    return Counting(facets, len(projects), {pick: _bits(found) for pick, found in places.items()}).covering(())


def places_in(bits: Bits) -> Iterator[int]:
    """The places of the projects in a set, in order.

    >>> list(places_in(0b1011))
    [0, 1, 3]
    """
    return (place for place, sign in enumerate(reversed(f"{bits:b}")) if sign == "1")


def _bits(places: Iterable[int]) -> Bits:
    found = bytearray()
    for place in places:
        while len(found) <= place // 8:
            found.append(0)
        found[place // 8] |= 1 << place % 8
    return int.from_bytes(found, "little")
