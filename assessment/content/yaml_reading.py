"""Bytes of a YAML or JSON file in, plain data and line numbers out; every mistake as a located Problem.

YAML 1.2 by ruamel's pure reader: `no` stays a word. Anchors, deep nesting and large files are refused before anything
is built, since a few hundred bytes of them can fill the memory. What the reader says in English is never shown: see
assessment/content/yaml_words.py.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, Event, NodeEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.parser import Parser

from assessment.content.yaml_text import Step, YamlText, decode, refuse
from assessment.content.yaml_words import in_french, problem
from assessment.errors import ContentError, Problem

DEEPEST = 20
#: Kinds of plain data; anything else is asked for by a tag (« !… »).
PLAIN = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map")}
TEXT = "tag:yaml.org,2002:str"


def parse(content: bytes, name: str) -> YamlText:
    """Parse a file; raises ContentError with where and what for anything that is not plain YAML or JSON."""
    text = decode(content, name)
    if directive := re.search("^%", text, re.MULTILINE):
        line = text.count("\n", 0, directive.start()) + 1
        refuse(
            "directive", f"{name}, ligne {line}", "une ligne ne peut pas commencer par %.", "Décalez-la ou retirez-la."
        )
    yaml = YAML(typ="safe", pure=True)
    yaml.Parser = _Guard
    try:
        constructor, parser = yaml.get_constructor_parser(text)
        parser.name = name
        tree = constructor.composer.get_single_node()
        if tree is None:
            refuse("empty-file", name, "le fichier est vide.", "Écrivez-y au moins une partie.")
        if wrong := [*_not_plain(tree, name), *_impossible(constructor, tree, name)]:
            raise ContentError(wrong)
        return YamlText(name, text, constructor.construct_document(tree))
    except YAMLError as error:
        raise ContentError([in_french(error, text, name)]) from error


def tree_of(text: str) -> Node | None:
    """The nodes of a text that was parsed, with the place of each."""
    return YAML(typ="safe", pure=True).compose(text)


def line_of(node: Node | None, path: Sequence[Step]) -> int:
    """Line, from 1, of the deepest part of *path* below *node*."""
    line = 1
    for step in path:
        found = _child(node, step)
        if found is None:
            break
        line, node = found
    return line


def _child(node: Node | None, step: Step) -> tuple[int, Node] | None:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key.start_mark.line + 1, value
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark.line + 1, node.value[step]
    return None


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
            refuse("too-deep", f"{self.name}, ligne {line + 1}", what, "Rapprochez cette partie du bord.")
        return event


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
