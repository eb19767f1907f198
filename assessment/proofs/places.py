"""The files of an edition in, « fichier, ligne » for any of its parts out."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from assessment.content.conditions import Written
from assessment.content.names import File
from assessment.content.reading import parts
from assessment.content.yaml_text import Step


@dataclass(frozen=True)
class Places:
    """Where things are written. Without *files*, or for a part that is not in them, a part is told by its name."""

    files: tuple[File, ...] = ()

    @cached_property
    def _found(self) -> Mapping[int, tuple[File, tuple[Step, ...]]]:
        # By identity: an edition holds the very objects that were read from its files.
        return {id(part): (file, path) for file in self.files for path, part in parts(file.model)}

    def where(self, part: Written, *below: Step) -> str:
        """« formats.yaml, ligne 14, rules › R28 » for *part*, or for what stands *below* it."""
        if (found := self._found.get(id(part))) is None:
            return " › ".join([_name(part), *(step for step in below if isinstance(step, str))])
        file, path = found
        return file.text.where((*path, *below))


def _name(part: Written) -> str:
    told = next((getattr(part, key) for key in ("id", "name", "change", "question") if hasattr(part, key)), None)
    return told or type(part).__name__
