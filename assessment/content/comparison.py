"""Two editions, file by file, in; what changed between them, in French words, out.

Every element of a list is known by its id (an option by its number), so that a rule that moved to another file is the
same rule. Each difference names the file, the element, and what it said before and says now.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from assessment.content.catalogue import Catalogue
from assessment.content.conditions import SUBJECTS, Written
from assessment.content.glossary import capital, title_of
from assessment.content.names import File
from assessment.content.rules import RuleFile
from assessment.content.things import Thing, identity, thing
from assessment.content.vocabulary import taken
from assessment.content.writing import keys, one_line, plain

#: What an element says, in a few words: the first of these that it has.
GIST = ("text", "label", "title", "because", "missing", "ask", "term", "meaning", "name", "definition", "change")
NOTHING = "rien"
CONDITIONS = tuple(SUBJECTS.values())

#: The path of an element: keys of lists, each with the id or the number of what stands in it.
Path = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One change: the file it stands in, and a French sentence without its full stop."""

    file: str
    what: str


@dataclass(slots=True)
class _Element:
    """An element of a list, or a whole file: where it stands, what it is called, what it says."""

    file: str
    label: str
    called: Thing
    gist: str
    says: dict[str, Any] = field(default_factory=dict)  #: title -> plain value
    bare: set[str] = field(default_factory=set)  #: titles whose values are names, not texts
    orders: dict[str, list[str]] = field(default_factory=dict)


def differences(before: Iterable[File], after: Iterable[File]) -> tuple[Difference, ...]:
    """Every change, in the order of the files and of their content, what was removed last."""
    before, after = tuple(before), tuple(after)
    models = {file.name: file.model for file in before}
    same = {file.name for file in after if models.get(file.name) == file.model}
    old, new = (_elements(file for file in files if file.name not in same) for files in (before, after))
    found = [
        *(each for path, element in new.items() for each in _changed(path, old, new, element)),
        *(
            Difference(element.file, f"{_named(element)}, {_agreed('retiré', element)}{element.gist}")
            for path, element in old.items()
            if path not in new and _parent(path, new)
        ),
    ]
    files = list(dict.fromkeys(file.name for file in (*after, *before)))
    return tuple(sorted(found, key=lambda each: files.index(each.file)))


def _changed(
    path: Path, old: Mapping[Path, _Element], new: Mapping[Path, _Element], now: _Element
) -> Iterator[Difference]:
    if path not in old:
        if _parent(path, old):
            yield Difference(now.file, f"{_named(now)}, {_agreed('ajouté', now)}{now.gist}")
        return
    was = old[path]
    label = f"{capital(now.label)}, " if now.label else ""
    if was.file != now.file:
        yield Difference(now.file, f"{_named(now)}, {_agreed('déplacé', now)} de {was.file}")
    for title in dict.fromkeys((*now.says, *was.says)):
        said, says = was.says.get(title), now.says.get(title)
        if said != says:
            words = [_shown(value, bare=title in now.bare | was.bare) for value in (said, says)]
            yield Difference(now.file, f"{capital(label + title)} : {' → '.join(words)}")
    for title in now.orders.keys() & was.orders.keys():
        if order := _reordered(was.orders[title], now.orders[title]):
            yield Difference(now.file, f"{capital(label + title)} : {order}")


def _reordered(was: list[str], now: list[str]) -> str:
    """What stands in another order among what is in both lists, without what begins and ends alike."""
    was, now = [name for name in was if name in now], [name for name in now if name in was]
    while was and was[0] == now[0]:
        was, now = was[1:], now[1:]
    while was and was[-1] == now[-1]:
        was, now = was[:-1], now[:-1]
    return f"{', '.join(was)} → {', '.join(now)}" if was else ""


def _named(element: _Element) -> str:
    return capital(element.label) or "Fichier"


def _agreed(participle: str, element: _Element) -> str:
    return participle + ("e" if element.called.feminine else "")


def _parent(path: Path, elements: Mapping[Path, _Element]) -> bool:
    return len(path) == 1 or path[:-1] in elements


def _elements(files: Iterable[File]) -> dict[Path, _Element]:
    found: dict[Path, _Element] = {}
    for file in files:
        whole = _Element(file.name, "", Thing("fichier", "fichiers"), "")
        found[(("", file.name),)] = whole
        above = () if isinstance(file.model, RuleFile | Catalogue) else (("", file.name),)
        _read(file.model, whole, above, "", found)
    return found


def _read(model: Written, element: _Element, path: Path, title: str, found: dict[Path, _Element]) -> None:
    """What *model* says goes to *element*, titles preceded by *title*; its lists become elements of their own."""
    for key, name in keys(type(model)).items():
        value = getattr(model, name)
        words = f"{title}{title_of(type(model), key)}"
        if isinstance(value, Written) and not isinstance(value, CONDITIONS):
            _read(value, element, path, f"{words}, ", found)
        elif isinstance(value, tuple) and value and isinstance(value[0], Written):
            _read_list(key, value, element, path, found)
        else:
            said = {words: plain(value)} if isinstance(value, CONDITIONS) else _said(words, plain(value))
            element.says.update(said)
            if key == "id" or taken(type(model), key):
                element.bare.update(said)


def _read_list(
    key: str, values: tuple[Written, ...], element: _Element, path: Path, found: dict[Path, _Element]
) -> None:
    called = thing(key)
    names = [identity(key, plain(value)) for value in values]
    if None not in names:
        element.orders[f"ordre des {called.several}"] = [str(name) for name in names]
    for number, (name, value) in enumerate(zip(names, values, strict=True), 1):
        label = ", ".join(part for part in (element.label, f"{called.one} {name or number}") if part)
        inside = _Element(element.file, label, called, _gist(value))
        below = (*path, (key, name or str(number)))
        found[below] = inside
        _read(value, inside, below, "", found)


def _gist(model: Written) -> str:
    return next((f" : « {text} »" for key in GIST if isinstance(text := getattr(model, key, None), str)), "")


def _said(title: str, value: Any) -> dict[str, Any]:  # noqa: ANN401 - plain data
    """Title -> value; a mapping gives one title for each of its keys, nothing gives none."""
    if isinstance(value, dict):
        inside = (_said(f"{title}, {key}", each) for key, each in value.items())
        return {inner: each for said in inside for inner, each in said.items()}
    return {title: value} if value is not None and value not in ([], "") else {}


def _shown(value: Any, *, bare: bool) -> str:  # noqa: ANN401 - plain data
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return value if bare else f"« {value} »"
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return ", ".join(_shown(each, bare=bare) for each in value)
    return one_line(value)
