"""A table as it was handed in: names of columns and rows of texts, nothing read into them yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

#: What stands in a cell; None is an empty one.
Cell = str | None


@dataclass(frozen=True, slots=True)
class Table:
    """*columns* by name, *rows* of as many cells, and *lines*: where each row stands in the file *source*."""

    source: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    lines: tuple[int, ...]

    def column(self, name: str) -> tuple[Cell, ...]:
        """The cells under *name*, one a row."""
        place = self.columns.index(name)
        return tuple(row[place] for row in self.rows)

    def blocks(self, size: int) -> Iterator["Table"]:
        """The same table in pieces of *size* rows at most."""
        for start in range(0, len(self.rows), size):
            yield self.only(range(start, min(start + size, len(self.rows))))

    def only(self, places: Iterable[int]) -> "Table":
        """The rows at *places*, from 0."""
        kept = tuple(places)
        rows, lines = tuple(self.rows[each] for each in kept), tuple(self.lines[each] for each in kept)
        return Table(self.source, self.columns, rows, lines)
