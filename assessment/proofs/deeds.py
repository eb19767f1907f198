"""An edition in, every class of answers to the questions whose deeds name the stage out, with the stage they name."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from assessment.content.edition import Edition
from assessment.engine.stage import Levels, StageRange, stage_range

#: A level of each deed question, in the order of the questionnaire; None when unknown.
DeedClass = tuple[int | None, ...]


@dataclass(frozen=True)
class Deeds:
    """The classes into which all gates cut the deed questions, unknown included."""

    edition: Edition

    @cached_property
    def classes(self) -> Mapping[str, tuple[int | None, ...]]:
        """Question -> the lowest level of each of its classes, ascending, then None for unknown."""
        return {name: (*classes_of(name, self.edition), None) for name in self.edition.deed_questions}

    @cached_property
    def stages(self) -> Mapping[DeedClass, StageRange]:
        """Class -> the stage it names and its range, by the engine."""
        unanswered = dict.fromkeys(self.edition.key_questions)
        return {
            deeds: stage_range(self.edition, {**unanswered, **self.levels(deeds)})
            for deeds in product(*self.classes.values())
        }

    def levels(self, deeds: DeedClass) -> Levels:
        """The levels of a class by question."""
        return dict(zip(self.classes, deeds, strict=True))

    @cached_property
    def of_stage(self) -> Mapping[int, tuple[Levels, ...]]:
        """Stage index -> the classes that name it."""
        found: dict[int, list[Levels]] = {index: [] for index in range(len(self.edition.placement.stages))}
        for deeds, stage in self.stages.items():
            found[stage.reached].append(self.levels(deeds))
        return {index: tuple(levels) for index, levels in found.items()}


def classes_of(name: str, edition: Edition) -> tuple[int, ...]:
    """The lowest level of each class into which the gates cut a question, ascending."""
    gates = edition.placement.gates
    every = (each for gate in gates for each in (*gate.deeds, *gate.prerequisites) if each.question == name)
    possible = edition.questions[name].levels
    reached = (next((level for level in possible if level >= each.at_least), None) for each in every)
    return tuple(sorted({possible[0], *(level for level in reached if level is not None)}))
