"""What a person picked in the charts of a portfolio: one frozen value, to and from JSON. Pure.

Values of one facet add up (this stage, or that one); facets narrow each other (this stage, and this lever).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assessment.portfolio.facets import Facets

#: A facet and one of its values.
Pick = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Filters:
    """Everything picked; nothing picked keeps every project."""

    picks: frozenset[Pick] = frozenset()

    def toggled(self, pick: Pick) -> "Filters":
        """With *pick*, or without it when it was there."""
        return Filters(self.picks ^ {pick})

    def ordered(self, facets: Facets) -> tuple[Pick, ...]:
        """The picks in the order of the facets and of their values."""
        return tuple((name, value) for name, facet in facets.items() for value in facet.values if self.has(name, value))

    def has(self, facet: str, value: str) -> bool:
        """Whether it was picked."""
        return (facet, value) in self.picks

    def without(self, facet: str) -> "Filters":
        """What was picked in the other facets."""
        return Filters(frozenset(pick for pick in self.picks if pick[0] != facet))

    def to_json(self) -> dict[str, list[str]]:
        """Facet -> its values, sorted."""
        found: dict[str, list[str]] = {}
        for facet, value in sorted(self.picks):
            found.setdefault(facet, []).append(value)
        return found


#: Nothing picked.
EVERYTHING = Filters()


def read_filters(data: Any, facets: Facets) -> Filters:  # noqa: ANN401 - what was kept, by this version or another
    """The filters that were kept; what *facets* do not know is left out."""
    if not isinstance(data, Mapping):
        return Filters()
    return Filters(
        frozenset(
            (name, value)
            for name, values in data.items()
            if name in facets and isinstance(values, list)
            for value in values
            if isinstance(value, str) and value in facets[name].values
        )
    )
