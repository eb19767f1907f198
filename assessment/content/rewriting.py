"""A file and a new model in, the file's new text out: whatever did not change keeps its lines, comments and layout.

A part that changed is written anew by itself; its neighbours stay as they are. The new text is read back before it is
handed out, and is written anew as a whole if it would not read as the model.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, SequenceNode

from assessment.content.conditions import Written
from assessment.content.reading import read
from assessment.content.things import identity
from assessment.content.writing import dump, plain
from assessment.content.yaml_reading import parse
from assessment.content.yaml_text import YamlText
from assessment.errors import ContentError, Problem

Data = dict[str, Any]


def rewritten(text: YamlText, model: Written) -> str:
    """The text of a file once it holds *model*; raises ContentError if no YAML can hold it."""
    before, after = plain(read(text, type(model))), plain(model)
    if before == after:
        return text.text
    page = _Page(text.text.splitlines())
    tree = YAML(typ="safe", pure=True).compose(text.text)
    if isinstance(tree, MappingNode) and _is_block(tree):
        first = _line(tree)
        found = [*page.lines[:first], *page.mapping(tree, before, after, first, len(page.lines))]
        new = "".join(f"{line}\n" for line in found)
        if _reads_as(new, text.name, model):
            return new
    return written("".join(f"{line}\n" for line in page.heading()), text.name, model)


def written(heading: str, name: str, model: Written) -> str:
    """The text of a new file that holds *model*; raises ContentError if no YAML can hold it."""
    new = heading + dump(plain(model))
    if read(parse(new.encode(), name), type(model)) != model:
        what = "un texte de ce fichier ne peut pas s'écrire en YAML."
        raise ContentError([Problem("not-written", name, what, "Retirez les signes et les blancs inhabituels.")])
    return new


def _reads_as(text: str, name: str, model: Written) -> bool:
    try:
        return read(parse(text.encode(), name), type(model)) == model
    except ContentError:
        return False


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of the file as it was."""

    lines: list[str]

    def heading(self) -> Iterator[str]:
        """The comment at the top."""
        for line in self.lines:
            if not line.startswith("#"):
                return
            yield line

    def mapping(self, node: MappingNode, before: Data, after: Data, start: int, stop: int) -> list[str]:
        """The lines of a mapping that stood from *start* to *stop*."""
        column = node.start_mark.column
        names = [key.value for key, _ in node.value]
        kept: dict[str, list[str]] = {}
        chunks = zip(node.value, self._chunks([key for key, _ in node.value], start, stop), strict=True)
        for (key, value), (begin, line, end) in chunks:
            name = key.value
            if name in after and name in before and before[name] != after[name]:
                inside = self._inside(name, value, before[name], after[name], (line, end))
                kept[name] = [*self.lines[begin:line], *(inside or _fresh({name: after[name]}, column))]
            elif name in after and name not in before:
                kept[name] = [*self.lines[begin:line], *_fresh({name: after[name]}, column)]
            elif name in after or name not in before:
                kept[name] = self.lines[begin:end]
        for name in _in_order(names, list(after)):
            kept.setdefault(name, _fresh({name: after[name]}, column) if name in after else [])
        found = [line for name in _in_order(names, list(after)) for line in kept[name]]
        return [self.lines[start][:column] + found[0][column:], *found[1:]] if found else []

    def sequence(self, key: str, node: SequenceNode, before: list[Any], after: list[Any], stop: int) -> list[str]:
        """The lines of a list that stood up to *stop*."""
        column = node.start_mark.column
        chunks = list(self._chunks(node.value, _line(node), stop))
        found: list[str] = []
        for place, old in enumerate(_matched(key, before, after)):
            if old is None:
                found.extend(_fresh([after[place]], column))
                continue
            begin, line, end = chunks[old]
            if before[old] == after[place]:
                found.extend(self.lines[begin:end])
            elif _is_block(node.value[old]) and isinstance(node.value[old], MappingNode):
                inside = self.mapping(node.value[old], before[old], after[place], line, end)
                found.extend([*self.lines[begin:line], *inside])
            else:
                found.extend([*self.lines[begin:line], *_fresh([after[place]], column)])
        return found

    def _inside(self, key: str, node: Node, before: Any, after: Any, lines: tuple[int, int]) -> list[str]:  # noqa: ANN401
        """The lines of a key whose value changed in part; none if it must be written anew."""
        line, end = lines
        if not _is_block(node) or not after or type(before) is not type(after):
            return []
        head = self.lines[line : _line(node)]
        if isinstance(node, MappingNode) and isinstance(before, dict):
            return [*head, *self.mapping(node, before, after, _line(node), end)]
        if isinstance(node, SequenceNode) and isinstance(before, list):
            return [*head, *self.sequence(key, node, before, after, end)]
        return []

    def _chunks(self, nodes: list[Node], start: int, stop: int) -> Iterator[tuple[int, int, int]]:
        """For each node: where the comments above it begin, its line, where the next begins."""
        begins = []
        for node in nodes:
            begin = _line(node)
            while begin > start and self._is_comment(begin - 1):
                begin -= 1
            begins.append(begin if begins else start)
        for node, begin, end in zip(nodes, begins, [*begins[1:], stop], strict=True):
            yield begin, max(begin, _line(node)), end

    def _is_comment(self, line: int) -> bool:
        stripped = self.lines[line].strip()
        return not stripped or stripped.startswith("#")


def _line(node: Node) -> int:
    return node.start_mark.line


def _is_block(node: Node | None) -> bool:
    return isinstance(node, CollectionNode) and not node.flow_style


def _fresh(data: Any, column: int) -> list[str]:  # noqa: ANN401 - plain data
    lines = dump(data).splitlines()
    margin = len(lines[0]) - len(lines[0].lstrip())
    return [" " * column + line[margin:] if line else line for line in lines]


def _in_order(names: list[str], wanted: list[str]) -> list[str]:
    """The *names* as they stand, and each new one of the *wanted* after the one it follows there."""
    ordered = list(names)
    for place, name in enumerate(wanted):
        if name not in ordered:
            earlier = [ordered.index(other) for other in wanted[:place] if other in ordered]
            ordered.insert(max(earlier, default=-1) + 1, name)
    return ordered


def _matched(key: str, before: list[Any], after: list[Any]) -> list[int | None]:
    """For each element of *after*, the place in *before* of the same thing, if it was there; a new name may keep it."""
    old, new = _identities(key, before), _identities(key, after)
    if None in old or None in new or len(set(old)) < len(old) or len(set(new)) < len(new):
        return [place if place < len(before) else None for place in range(len(after))]
    renamed = [name not in old and place < len(old) and old[place] not in new for place, name in enumerate(new)]
    return [place if renamed[place] else old.index(name) if name in old else None for place, name in enumerate(new)]


def _identities(key: str, elements: list[Any]) -> list[str | None]:
    return [identity(key, element) if isinstance(element, dict) else str(element) for element in elements]
