"""Bytes of a YAML or JSON file in, plain data and line numbers out; every mistake as a located Problem.

YAML 1.2 by ruamel's pure reader: `no` stays a word. Anchors, deep nesting and large files are refused before anything
is built, since a few hundred bytes of them can fill the memory. What the reader says in English is never shown: see
assessment/content/yaml_words.py.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, Event, NodeEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.parser import Parser

from assessment.content.yaml_words import in_french, problem
from assessment.errors import ContentError, Problem

#: Bytes; the largest shipped file is a ninth of it.
LARGEST = 512_000
DEEPEST = 20
#: Kinds of plain data; anything else is asked for by a tag (« !… »).
PLAIN = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map")}
TEXT = "tag:yaml.org,2002:str"

Step = str | int


@dataclass(frozen=True)
class YamlText:
    """A parsed file: *name* as shown to people, *text*, and its *data* (dict, list, text, number, date, None)."""

    name: str
    text: str
    data: Any

    @cached_property
    def _tree(self) -> Node | None:
        return YAML(typ="safe", pure=True).compose(self.text)

    def line(self, path: Sequence[Step]) -> int:
        """Line, from 1, of the deepest part of *path* that the file holds."""
        node, line = self._tree, 1
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            line, node = found
        return line

    def where(self, path: Sequence[Step]) -> str:
        """« levers.yaml, ligne 14, levers › financement › doses » for a path of keys and indexes."""
        keys = " › ".join(self._told(path))
        return f"{self.name}, ligne {self.line(path)}" + (f", {keys}" if keys else "")

    def _told(self, path: Sequence[Step]) -> Iterator[str]:
        """The keys of *path*, and instead of an index the id of what stands there, if it has one."""
        here = self.data
        for step in path:
            try:
                here = here[step]
            except (KeyError, IndexError, TypeError):
                here = None
            name = here.get("id", here.get("name")) if isinstance(here, dict) else None
            if isinstance(step, str):
                yield step
            elif isinstance(name, str):
                yield name


def _child(node: Node | None, step: Step) -> tuple[int, Node] | None:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key.start_mark.line + 1, value
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark.line + 1, node.value[step]
    return None


def decode(content: bytes, name: str) -> str:
    """The text of a file in UTF-8, with or without a byte order mark; ContentError otherwise."""
    if len(content) > LARGEST:
        _refuse("file-too-large", name, f"le fichier dépasse {LARGEST // 1000} ko.", "Retirez ce qui est en trop.")
    if b"\x00" in content:
        _refuse(
            "not-text",
            name,
            "ce n'est pas un fichier de texte.",
            "Donnez un fichier YAML ou JSON, enregistré avec l'encodage « UTF-8 ».",
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ContentError(
            [
                Problem(
                    "not-utf8",
                    f"{name}, ligne {line}",
                    "le fichier n'est pas en UTF-8 : un caractère ne se lit pas.",
                    "Enregistrez-le de nouveau en choisissant l'encodage « UTF-8 ».",
                )
            ]
        ) from error


def parse(content: bytes, name: str) -> YamlText:
    """Parse a file; raises ContentError with where and what for anything that is not plain YAML or JSON."""
    text = decode(content, name)
    if directive := re.search("^%", text, re.MULTILINE):
        line = text.count("\n", 0, directive.start()) + 1
        _refuse(
            "directive", f"{name}, ligne {line}", "une ligne ne peut pas commencer par %.", "Décalez-la ou retirez-la."
        )
    yaml = YAML(typ="safe", pure=True)
    yaml.Parser = _Guard
    try:
        constructor, parser = yaml.get_constructor_parser(text)
        parser.name = name
        tree = constructor.composer.get_single_node()
        if tree is None:
            _refuse("empty-file", name, "le fichier est vide.", "Écrivez-y au moins une partie.")
        if wrong := [*_not_plain(tree, name), *_impossible(constructor, tree, name)]:
            raise ContentError(wrong)
        return YamlText(name, text, constructor.construct_document(tree))
    except YAMLError as error:
        raise ContentError([in_french(error, text, name)]) from error


class _Guard(Parser):
    """The parser, which refuses anchors and deep nesting before anything is built from them."""

    name = ""
    depth = 0

    def get_event(self) -> Event:
        event = super().get_event()
        line = event.start_mark.line
        self.depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if isinstance(event, AliasEvent) or (isinstance(event, NodeEvent) and event.anchor):
            raise ContentError([problem("anchor", self.name, line)])
        if self.depth > DEEPEST:
            what = f"il y a plus de {DEEPEST} niveaux l'un dans l'autre."
            _refuse("too-deep", f"{self.name}, ligne {line + 1}", what, "Rapprochez cette partie du bord.")
        return event


def _refuse(code: str, where: str, what: str, remedy: str) -> NoReturn:
    raise ContentError([Problem(code, where, what, remedy)])


def _not_plain(node: Node, name: str) -> Iterator[Problem]:
    """Tags, keys that are not text or stand twice, and signs that cannot be shown, below *node*."""
    if node.tag not in PLAIN:
        yield problem("tag", name, node.start_mark.line)
    elif isinstance(node, ScalarNode) and not _can_be_shown(node.value):
        yield problem("hidden-sign", name, node.start_mark.line)
    elif isinstance(node, SequenceNode):
        for child in node.value:
            yield from _not_plain(child, name)
    elif isinstance(node, MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            yield from _key(key, seen, name)
            yield from _not_plain(value, name)


def _key(key: Node, seen: dict[str, int], name: str) -> Iterator[Problem]:
    line = key.start_mark.line + 1
    if not isinstance(key, ScalarNode) or key.tag != TEXT:
        told = f"« {key.value} »" if isinstance(key, ScalarNode) and key.value else "à cet endroit"
        yield Problem(
            "key-not-text", f"{name}, ligne {line}", f"la clé {told} n'est pas un texte.", "Mettez-la entre guillemets."
        )
    elif key.value in seen:
        yield Problem(
            "repeated-key",
            f"{name}, ligne {line}",
            f"la clé « {key.value} » est écrite deux fois.",
            f"Elle est déjà ligne {seen[key.value]} : gardez-en une seule.",
        )
    else:
        seen[key.value] = line


def _can_be_shown(text: str) -> bool:
    if text.isprintable():
        return True
    return all(sign in "\t\n" or " " <= sign < "\x7f" or "\x85" <= sign < "\ud800" or sign > "\udfff" for sign in text)


def _impossible(constructor: Any, node: Node, name: str) -> Iterator[Problem]:  # noqa: ANN401 - ruamel has no type for it
    """Dates and numbers that look like ones and are none (2026-13-45)."""
    if isinstance(node, MappingNode):
        for _, value in node.value:
            yield from _impossible(constructor, value, name)
    elif isinstance(node, SequenceNode):
        for value in node.value:
            yield from _impossible(constructor, value, name)
    elif node.tag != TEXT and node.tag in PLAIN:
        try:
            constructor.construct_object(node)
        except (ValueError, OverflowError):
            where = f"{name}, ligne {node.start_mark.line + 1}"
            yield Problem(
                "impossible-value",
                where,
                f"« {node.value[:20]} » n'est ni une date ni un nombre possible.",
                "Corrigez la valeur, ou mettez-la entre guillemets si c'est un texte.",
            )
