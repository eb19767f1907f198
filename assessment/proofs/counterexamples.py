"""A profile that seems to be given nothing in, answers to which nothing is given indeed out, or None."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from assessment.content.edition import Edition
from assessment.content.questionnaire import Question
from assessment.content.rules import Group, Rule
from assessment.engine import contract
from assessment.engine.answers import Answers, Value, organisation_type
from assessment.engine.assess import Assessment, assess
from assessment.engine.organisation import asked_questions
from assessment.engine.verdicts import Verdict
from assessment.proofs.completions import Slots
from assessment.proofs.deeds import Deeds
from assessment.proofs.profiles import Profile, option_at


@dataclass(frozen=True)
class Counterexamples:
    """The search for counterexamples in one edition, outside its *guards* on low confidence."""

    edition: Edition
    deeds: Deeds
    guards: tuple[Rule, ...]

    def find(self, profile: Profile, slots: Slots, group: Group | None) -> Answers | None:
        """Answers of the profile, and of the case that *slots* describe, that are shown nothing of the group."""
        for values in self.attempts(profile, slots):
            in_order = {name: values[name] for name in self.edition.questions if name in values}
            answers = Answers(self.edition.id, profile.parts, in_order)
            if self.shows(assess(answers, self.edition), profile, group):
                return answers
        return None

    def shows(self, found: Assessment, profile: Profile, group: Group | None) -> bool:
        """Whether a result is of the profile, is not guarded more than the profile is, and lacks the group."""
        facts, weighings = found.facts, found.advice.weighings
        level = facts.level.value if found.organisation else None
        if (facts.stage.value, facts.type.value) != (profile.stage, profile.type):
            return False
        if level != (profile.level.possible if profile.level else None):
            return False
        ids = {rule.id for rule in self.guards}
        guarded = any(each.rule.id in ids and each.weighed.verdict is Verdict.HOLDS for each in weighings)
        if guarded and not profile.confidence:
            return False
        if group is None:
            return not any(each.fires and each.rule.levers and each.weighed.because for each in weighings)
        return not any(each.item.kind in group.kinds for each in found.advice.recommendations)

    def attempts(self, profile: Profile, slots: Slots) -> Iterator[dict[str, Value]]:
        """Ways of answering, the rest of the key questions all at one level or left out."""
        placement = self.edition.placement
        project = (None, *range(1, len(placement.stages) + 1)) if "project" in profile.parts else (None,)
        bodies = (True, False) if profile.level else (False,)
        # What is nearest to the stage first: such answers look like those of a real project.
        near = sorted(project, key=lambda level: (level is None, abs((level or 0) - (profile.stage or 0) - 1)))
        for fill, whole in product(near, bodies):
            yield self.answered(profile, slots, fill, whole=whole)

    def answered(self, profile: Profile, slots: Slots, fill: int | None, *, whole: bool) -> dict[str, Value]:
        """Answers for a profile and slots: the stage's deeds, the level's answers, then *fill* for key questions."""
        asked, values = self.edition.placement.type_asked_by, {}
        given = {name: value for (kind, name), value in slots.items() if kind == "answer"}
        if profile.level:
            key = self.edition.placement.level_decided_by
            values |= {name: each for name, each in profile.level.values.items() if whole or name in key}
        if fill:
            values |= {name: option_at(self.edition.questions[name], fill) for name in self.edition.key_questions}
        for (kind, name), value in slots.items():
            for question in self.questions_of(kind, name, profile):
                values[question.id] = value and option_at(question, value)
        values |= given
        if profile.stage is not None:
            values |= self.by_deeds(profile.stage, values)
        elif "project" in profile.parts:
            values |= dict.fromkeys(self.edition.deed_questions)
        values |= self.types(profile, {name: values.get(name) for name in asked})
        return {name: value for name, value in values.items() if value is not None}

    def questions_of(self, kind: str, name: str, profile: Profile) -> tuple[Question, ...]:
        """The questions to answer for a slot that is a level."""
        if kind == "dimension":
            return self.edition.project.on_screen(name)
        asked = asked_questions(self.edition, profile.type)
        key = self.edition.placement.level_decided_by
        return tuple(
            question
            for question in asked
            if question.id not in key and (kind == "body" or (kind == "practice" and question.screen == name))
        )

    def types(self, profile: Profile, given: dict[str, Value | None]) -> dict[str, Value | None]:
        """Answers that tell the profile's type, those given kept where they fit."""
        if organisation_type({k: v for k, v in given.items() if v is not None}, self.edition)[0] == profile.type:
            return given
        for name in (each for each in given if self.edition.part_of[each] in profile.parts):
            for number, choice in enumerate(self.edition.questions[name].choices, start=1):
                if choice.id == profile.type:
                    return {**given, name: number}
        return dict.fromkeys(given)

    def by_deeds(self, stage: int, wanted: dict[str, Value | None]) -> dict[str, Value | None]:
        """Deeds of the stage that keep as many of the *wanted* answers as they can, and are known for the rest."""
        ways = [
            {name: level and option_at(self.edition.questions[name], level) for name, level in levels.items()}
            for levels in self.deeds.of_stage[stage]
        ]
        return max(
            ways,
            key=lambda way: (
                sum(wanted.get(name) == way[name] for name in way),
                sum(each is not None for each in way.values()),
            ),
        )


def as_file(answers: Answers, edition: Edition) -> str:
    """An answer file of few lines, which can be run."""
    data = contract.answer_file(answers, edition)
    return "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in data.items())
