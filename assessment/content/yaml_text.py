"""A parsed file of content: its name, its text and its data. Reading one is the work of yaml_reading.py.

What is kept of an earlier reading needs no YAML library, and it takes as long to load as ten files: a start does
without it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NoReturn

from assessment.errors import ContentError, Problem

if TYPE_CHECKING:
    from ruamel.yaml.nodes import Node

#: Bytes; the largest shipped file is a ninth of it.
LARGEST = 512_000

Step = str | int


@dataclass(frozen=True)
class YamlText:
    """A parsed file: *name* as shown to people, *text*, and its *data* (dict, list, text, number, date, None)."""

    name: str
    text: str
    data: Any

    @cached_property
    def _tree(self) -> "Node | None":
        from assessment.content.yaml_reading import tree_of  # only what is wrong asks where it stands

        return tree_of(self.text)

    def line(self, path: Sequence[Step]) -> int:
        """Line, from 1, of the deepest part of *path* that the file holds."""
        from assessment.content.yaml_reading import line_of

        return line_of(self._tree, path)

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


def decode(content: bytes, name: str) -> str:
    """The text of a file in UTF-8, with or without a byte order mark; ContentError otherwise."""
    if len(content) > LARGEST:
        refuse("file-too-large", name, f"le fichier dépasse {LARGEST // 1000} ko.", "Retirez ce qui est en trop.")
    if b"\x00" in content:
        refuse(
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


def refuse(code: str, where: str, what: str, remedy: str) -> NoReturn:
    """Raise ContentError with one problem."""
    raise ContentError([Problem(code, where, what, remedy)])
