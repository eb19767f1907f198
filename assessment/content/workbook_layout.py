"""A content model in, the sheets it takes in a workbook out: which lists have a sheet, which keys a column.

One row is one element of a list. A list inside an element has its own sheet, whose first column names the element it
belongs to; whatever else is nested becomes columns with a dotted key (`why.blocks`) or YAML in a cell.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from assessment.content.conditions import Written
from assessment.content.glossary import title_of
from assessment.content.questionnaire import Choice
from assessment.content.vocabulary import Vocabulary, taken
from assessment.content.writing import keys

#: What a cell holds: names stand on one line with commas, lines one under the other.
Sort = Literal["text", "number", "yes_no", "date", "names", "lines", "yaml"]
SIMPLE: dict[object, Sort] = {str: "text", int: "number", bool: "yes_no", date: "date"}

#: Columns that are no key of the content: the element that a row belongs to, and its number there.
PARENT, NUMBER = "(appartient à)", "(numéro)"
#: Elements that people know by their number.
NUMBERED = (Choice,)
#: Fields by which the rows of another sheet name the element they belong to.
NAMED = {"id", "to"}


@dataclass(frozen=True, slots=True)
class Column:
    """A key of a row: its dotted path, its French title, what its cells hold and may name."""

    key: str
    title: str
    sort: Sort
    name: str | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A list of a file, or its settings when *part* is empty: the path of keys that leads to it, the model of a row.

    *parent* is the key of the list that rows belong to, for a list inside the elements of another.
    """

    part: tuple[str, ...]
    model: type[Written]
    parent: str | None = None

    @property
    def numbered(self) -> bool:
        """Whether rows carry their number."""
        return issubclass(self.model, NUMBERED)

    @property
    def has_sheets(self) -> bool:
        """Whether lists inside have sheets of their own: those of a file, and of elements that others can name."""
        return not self.part or bool(NAMED & set(self.model.model_fields))


def tables(kind: type[Written]) -> Iterator[Table]:
    """Every sheet that a file of this kind may take, settings first, a list before those inside it."""
    settings = Table((), kind)
    if any(True for _ in columns(settings, {})):
        yield settings
    yield from _lists(kind, (), None)


def columns(table: Table, words: Vocabulary) -> Iterator[Column]:
    """The columns of a sheet, or the settings of a file; a mapping takes one for each of its possible keys."""
    return _columns(table.model, table.has_sheets, words, "", "")


def column(table: Table, dotted: str) -> Column | None:
    """The column that a dotted key stands for, if it is one."""
    kind, steps = table.model, dotted.split(".")
    while steps:
        key = steps.pop(0)
        annotation = annotations(kind).get(key)
        if annotation is None or (listed(annotation) and table.has_sheets):
            return None
        if _is_mapping(annotation):
            return Column(dotted, key, "text") if len(steps) == 1 else None
        if (inside := nested(annotation)) is None:
            return None if steps else _column(kind, key, dotted, title_of(kind, key))
        kind = inside
    return None


def listed(annotation: object) -> type[Written] | None:
    """The model of the elements, where a list of models stands."""
    bare = _bare(annotation)
    return nested(get_args(bare)[0]) if get_origin(bare) is tuple else None


def nested(annotation: object) -> type[Written] | None:
    """The model, where one stands alone."""
    bare = _bare(annotation)
    return bare if isinstance(bare, type) and issubclass(bare, Written) else None


def annotations(kind: type[Written]) -> dict[str, Any]:
    """Key -> what stands there, in an author's order."""
    return {key: kind.model_fields[name].annotation for key, name in keys(kind).items()}


def _lists(kind: type[Written], above: tuple[str, ...], parent: str | None) -> Iterator[Table]:
    for key, annotation in annotations(kind).items():
        if (row := listed(annotation)) is not None:
            yield (table := Table((*above, key), row, parent))
            if parent is None and table.has_sheets:
                yield from _lists(row, (*above, key), key)
        elif (inside := nested(annotation)) is not None:
            yield from _lists(inside, (*above, key), parent)


def _columns(kind: type[Written], sheets: bool, words: Vocabulary, prefix: str, titles: str) -> Iterator[Column]:
    for key, annotation in annotations(kind).items():
        dotted, title = f"{prefix}{key}", f"{titles}{title_of(kind, key)}"
        if (inside := nested(annotation)) is not None:
            yield from _columns(inside, sheets, words, f"{dotted}.", f"{title}, ")
        elif _is_mapping(annotation):
            possible = _literals(annotation) or words.get(taken(kind, f"keys of {key}") or "", ())
            yield from (Column(f"{dotted}.{name}", f"{title} {name}", "text") for name in possible)
        elif not (listed(annotation) and sheets):
            yield _column(kind, key, dotted, title)


def _column(kind: type[Written], key: str, dotted: str, title: str) -> Column:
    return Column(dotted, title, _sort(kind, key), taken(kind, key), _literals(annotations(kind)[key]))


def _sort(kind: type[Written], key: str) -> Sort:
    bare = _bare(annotations(kind)[key])
    if get_origin(bare) is tuple and not listed(bare):
        return "names" if taken(kind, key) or _literals(bare) else "lines"
    if get_origin(bare) is Literal:
        bare = type(get_args(bare)[0])
    return SIMPLE.get(bare, "yaml")


def _is_mapping(annotation: object) -> bool:
    bare = _bare(annotation)
    return get_origin(bare) is dict and get_args(bare)[1] is str


def _literals(annotation: object) -> tuple[str, ...]:
    """The words that may stand there, in a list there, or be keys of a mapping there."""
    bare = _bare(annotation)
    if get_origin(bare) in (tuple, dict):
        bare = _bare(get_args(bare)[0])
    return tuple(str(word) for word in get_args(bare)) if get_origin(bare) is Literal else ()


def _bare(annotation: object) -> object:
    """What stands there, without « or nothing » and without what is said about it."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        kinds = [kind for kind in get_args(annotation) if kind is not NoneType]
        return _bare(kinds[0]) if len(kinds) == 1 else annotation
    return annotation
