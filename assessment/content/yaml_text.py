"""Bytes of a YAML or JSON file in, plain data and line numbers out; every mistake as a located Problem.

YAML 1.2 by ruamel's pure reader: `no` stays a word, repeated keys are refused. Anchors, deep nesting and large files
are refused before anything is built, since a few hundred bytes of them can fill the memory.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, NodeEvent
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from assessment.errors import ContentError, Problem

#: Bytes; the largest shipped file is a fifth of it.
LARGEST = 512_000
DEEPEST = 20


@dataclass(frozen=True)
class YamlText:
    """A parsed file: *name* as shown to people, *text*, and its *data* (dict, list, text, number, date, None)."""

    name: str
    text: str
    data: Any

    @cached_property
    def _tree(self) -> Node | None:
        return YAML(typ="safe", pure=True).compose(self.text)

    def line(self, path: Sequence[str | int]) -> int:
        """Line, from 1, of the deepest part of *path* that the file holds."""
        node, line = self._tree, 1
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            line, node = found
        return line

    def where(self, path: Sequence[str | int]) -> str:
        """« levers.yaml, ligne 14, levers › 0 › doses » for a path of keys and indexes."""
        keys = " › ".join(str(step) for step in path if isinstance(step, str))
        return f"{self.name}, ligne {self.line(path)}" + (f", {keys}" if keys else "")


def _child(node: Node | None, step: str | int) -> tuple[int, Node] | None:
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
        raise ContentError([Problem(
            "file-too-large", name, f"le fichier dépasse {LARGEST // 1000} ko.", "Partagez-le ou retirez ce qui est en trop.",
        )])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ContentError([Problem(
            "not-utf8", f"{name}, ligne {line}", "le fichier n'est pas en UTF-8 : un caractère ne se lit pas.",
            "Enregistrez-le de nouveau en choisissant l'encodage « UTF-8 ».",
        )]) from error
    if "\x00" in text:
        raise ContentError([Problem(
            "not-text", name, "ce n'est pas un fichier de texte.", "Donnez un fichier YAML ou JSON.",
        )])
    return text


def parse(content: bytes, name: str) -> YamlText:
    """Parse a file; raises ContentError with where and what for anything that is not plain YAML or JSON."""
    text = decode(content, name)
    try:
        _refuse_anchors_and_depth(text, name)
        data = YAML(typ="safe", pure=True).load(text)
    except YAMLError as error:
        raise ContentError([_problem(error, name)]) from error
    except (ValueError, RecursionError) as error:
        raise ContentError([Problem(
            "not-yaml", name, "une valeur ne se lit pas (une date ou un nombre impossible ?).",
            "Mettez-la entre guillemets ou corrigez-la.",
        )]) from error
    if data is None:
        raise ContentError([Problem("empty-file", name, "le fichier est vide.", "Écrivez-y au moins une partie.")])
    parsed = YamlText(name, text, data)
    if problems := list(_keys_that_are_not_text(data, parsed, ())):
        raise ContentError(problems)
    return parsed


def _refuse_anchors_and_depth(text: str, name: str) -> None:
    depth = 0
    for event in YAML(typ="safe", pure=True).parse(text):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        where = f"{name}, ligne {event.start_mark.line + 1}"
        if isinstance(event, AliasEvent) or (isinstance(event, NodeEvent) and event.anchor):
            raise ContentError([Problem(
                "anchor", where, "les ancres et renvois (& et *) ne sont pas admis.", "Répétez le texte à chaque endroit.",
            )])
        if depth > DEEPEST:
            raise ContentError([Problem(
                "too-deep", where, f"plus de {DEEPEST} niveaux imbriqués.", "Aplatissez cette partie.",
            )])


def _problem(error: YAMLError, name: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    where = f"{name}, ligne {mark.line + 1}" if mark else name
    if type(error).__name__ == "DuplicateKeyError":
        key = str(error.problem).split('"')[1] if isinstance(error, MarkedYAMLError) and '"' in str(error.problem) else "?"
        return Problem(
            "repeated-key", where, f"la clé « {key} » est écrite deux fois.", "Gardez-en une seule.",
        )
    return Problem(
        "not-yaml", where, "cette ligne n'est pas du YAML correct (décalage, deux-points ou guillemet ?).",
        "Vérifiez l'alignement avec les lignes voisines, et mettez entre guillemets un texte qui contient « : ».",
    )


def _keys_that_are_not_text(data: Any, parsed: YamlText, path: tuple[str | int, ...]) -> Any:  # noqa: ANN401 - raw YAML
    if isinstance(data, dict):
        for key, value in data.items():
            if not isinstance(key, str):
                yield Problem(
                    "key-not-text", parsed.where(path), f"la clé « {key} » n'est pas un texte.",
                    "Mettez-la entre guillemets.",
                )
            yield from _keys_that_are_not_text(value, parsed, (*path, key))
    if isinstance(data, list):
        for index, value in enumerate(data):
            yield from _keys_that_are_not_text(value, parsed, (*path, index))
