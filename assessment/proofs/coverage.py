"""An edition in, every profile to which its rules do not give what is promised out, and how many were looked at.

Promised, outside the guard on low confidence: something of every group of kinds, and for a project with a stage the
reason of a lever. Proof: rules are weighed with nothing known but the profile, and whatever a guard-rail might hold
back counts as held back; what is shown then is shown to everyone of the profile. Where that worst case shows nothing,
it is split on what rules look at until it is proved, or answers are found to which nothing is shown indeed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from assessment.content import conditions as written
from assessment.content.edition import Edition
from assessment.content.rules import Group, Rule
from assessment.engine.answers import Answers
from assessment.engine.facts import Facts
from assessment.engine.recommendations import Advice, advise
from assessment.engine.verdicts import Verdict, weigh
from assessment.errors import Problem
from assessment.proofs.classes import Classes
from assessment.proofs.completions import Completions, Slot, Slots, unknown_leaves
from assessment.proofs.counterexamples import Counterexamples, as_file
from assessment.proofs.deeds import Deeds
from assessment.proofs.guards import asks, is_guard
from assessment.proofs.places import Places
from assessment.proofs.profiles import Profile, profiles
from assessment.proofs.profiles import told as described

#: Cases into which one profile is split before it counts as not proved, and those turned into answers.
CASES, TURNED = 2_000, 40
#: Holds whatever is known.
ALWAYS = written.Any_(any_=(written.KnownTest(known="project"), written.Not(not_=written.KnownTest(known="project"))))


@dataclass(frozen=True)
class Uncovered:
    """A profile that lacks something of *group* (None: the reason of a lever), with answers that show it, if found."""

    profile: Profile
    group: Group | None
    answers: Answers | None


@dataclass(frozen=True)
class Coverage:
    """How many *profiles* were looked at, in how many *cases*, and what is *uncovered*, once for each stage."""

    profiles: int
    cases: int
    uncovered: tuple[Uncovered, ...]


def cover(edition: Edition) -> Coverage:
    """Look at every profile of the edition."""
    proof = _Proof(edition, Completions(edition, Classes(edition), Deeds(edition)))
    every = profiles(edition)
    found: dict[object, Uncovered] = {}
    for profile in every:
        for each in proof.uncovered(profile, frozenset(found)):
            found[_like(profile, each.group)] = each
    uncovered = tuple(found.values())
    return Coverage(len(every), proof.cases, uncovered)


@dataclass
class _Proof:
    edition: Edition
    completions: Completions
    cases: int = 0
    variants: dict[tuple[object, ...], Edition] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rules = [rule for rule in self.edition.rules if not rule.presentation]
        rails = [rule for rule in rules if rule.hold_back]
        self.guards = tuple(rule for rule in rails if is_guard(rule, self.edition))
        self.rails = tuple(rule for rule in rails if rule not in self.guards)
        # What depends on other recommendations might not come: leaving it out is on the safe side.
        given = [rule for rule in rules if not asks(rule, written.RecommendedTest)]
        self.rules = tuple(
            rule.model_copy(update={"hold_back": None}) for rule in given if rule.recommend or rule.levers
        )
        self.at_once = tuple(rule for rule in self.rules if _can(rule.when, holds=True))
        self.counterexamples = Counterexamples(self.edition, self.completions.deeds, self.guards)

    def uncovered(self, profile: Profile, told: frozenset[object]) -> Iterator[Uncovered]:
        """What the profile lacks, unless that was *told* of another profile of its stage: one example is enough."""
        facts = self.completions.facts(profile, {})
        shown = self.worst(profile, {}, self.at_once)
        self.cases += 1
        for group in self.promised(profile, facts):
            if not gives(shown, group) and _like(profile, group) not in told:
                yield from self.split(profile, group)

    def promised(self, profile: Profile, facts: Facts) -> Iterator[Group | None]:
        """The groups of which something must be shown; under a guard on low confidence, those that it lets through."""
        guards = [rule.hold_back for rule in self.guards if weigh(rule.when, facts).verdict is Verdict.HOLDS]
        held = {kind for hold_back in guards for kind in hold_back.kinds}
        for group in self.edition.limits.groups if profile.is_known else ():
            if set(group.kinds) - held:
                yield group
        if profile.stage is not None:
            yield None

    def worst(self, profile: Profile, slots: Slots, rules: tuple[Rule, ...]) -> Advice:
        """What *rules* give when every guard-rail that may still hold does."""
        facts = self.completions.facts(profile, slots)
        rails = tuple(
            rule
            for rule in self.rails
            if asks(rule, written.RecommendedTest) or self.completions.may_hold(weigh(rule.when, facts), profile, slots)
        )
        key = (tuple(rule.id for rule in rails), tuple(rule.id for rule in rules))
        if key not in self.variants:
            only_holding = {"when": ALWAYS, "recommend": (), "levers": (), "message": None, "tags": ()}
            holding = tuple(rule.model_copy(update=only_holding) for rule in rails)
            self.variants[key] = replace(self.edition, rules=(*rules, *holding))
        return advise(replace(facts, edition=self.variants[key]))

    def split(self, profile: Profile, group: Group | None) -> Iterator[Uncovered]:
        """The profile as uncovered, unless every case of it is proved."""
        self.left, turned = CASES, 0
        for slots in self.open_cases(profile, group, {}):
            found = self.counterexamples.find(profile, slots, group) if turned < TURNED else None
            turned += 1
            if found is not None or turned >= TURNED:
                yield Uncovered(profile, group, found)
                return
        if turned or self.left <= 0:
            yield Uncovered(profile, group, None)

    def open_cases(self, profile: Profile, group: Group | None, slots: Slots) -> Iterator[Slots]:
        """The cases that show nothing of the group and leave nothing to split."""
        self.left -= 1
        self.cases += 1
        if self.left <= 0:
            return
        if gives(self.worst(profile, slots, self.of_group(group)), group):
            return
        slot = self.next_slot(profile, group, slots)
        if slot is None:
            yield slots
            return
        for value in (None, *self.completions.values(slot, profile)):
            if value is not None or self.may_stay_unknown(profile, slot, slots):
                yield from self.open_cases(profile, group, {**slots, slot: value})

    def of_group(self, group: Group | None) -> tuple[Rule, ...]:
        """The rules that give something of the group."""
        if group is None:
            return tuple(rule for rule in self.rules if rule.levers)
        items = self.edition.items
        return tuple(rule for rule in self.rules if any(items[name].kind in group.kinds for name in rule.recommend))

    def may_hold(self, rail: Rule, rules: tuple[Rule, ...], group: Group | None) -> bool:
        """Whether a guard-rail could keep a rule, or an item of the group, out."""
        hold_back, tags = rail.hold_back, set(rail.hold_back.tags)
        items = [self.edition.items[name] for rule in rules for name in rule.recommend if group]
        return (
            any(tags & set(rule.tags) for rule in rules)
            or bool(group and set(group.kinds) & set(hold_back.kinds))
            or any(item.id in hold_back.items or tags & set(item.tags) for item in items)
        )

    def next_slot(self, profile: Profile, group: Group | None, slots: Slots) -> Slot | None:
        """What to split next: what a guard-rail waits for, then what the rule nearest to holding waits for."""
        rules, facts = self.of_group(group), self.completions.facts(profile, slots)
        rails = tuple(rail for rail in self.rails if self.may_hold(rail, rules, group))
        for waiting in (rails, rules):
            found = []
            for rule in waiting:
                leaves = unknown_leaves(weigh(rule.when, facts))
                slots_of = [slot for leaf in leaves if (slot := self.completions.slot_of(leaf, profile, slots))]
                # Of two rules as near, the one whose slot must be known first: one branch less.
                found.extend((len(slots_of), self.may_stay_unknown(profile, slot, slots), slot) for slot in slots_of)
            if found:
                return min(found)[2]
        return None

    def may_stay_unknown(self, profile: Profile, slot: Slot, slots: Slots) -> bool:
        """Whether *slot* can stay unknown without confidence being low for that alone."""
        low, part = dict(profile.confidence), self.completions.first_part(profile)
        if not self.completions.may_stay_unknown(slot, profile):
            return False
        unknown = [each for each, value in slots.items() if value is None]
        hidden = frozenset().union(*(self.completions.hidden(each) for each in (*unknown, slot)))
        placement = self.edition.placement
        if part in low:
            return True
        if part == "project":
            key = set(self.edition.key_questions)
            return len(hidden & key) <= len(key) - placement.confidence.project.low_below_answered
        return not hidden & set(placement.level_decided_by)


def told(coverage: Coverage, edition: Edition, places: Places) -> list[Problem]:
    """What is uncovered, as Problems, each with an answer file that shows it."""
    return [_problem(each, edition, places) for each in coverage.uncovered]


def _problem(found: Uncovered, edition: Edition, places: Places) -> Problem:
    labels = {kind.id: kind.plural for kind in edition.catalogue.kinds}
    group = found.group
    what = ", ".join(labels[kind].lower() for kind in group.kinds) if group else "raison d'un levier"
    where = places.where(group) if group else places.where(edition.limits)
    if found.answers is None:
        return Problem(
            "coverage-unproved",
            where,
            f"rien ne prouve que chacun reçoive un conseil ({what}) : {described(found.profile, edition)}.",
            "Ajoutez une règle par défaut, qui ne dépend que de l'étape, du type ou du niveau.",
        )
    return Problem(
        "uncovered",
        where,
        f"rien n'est conseillé ({what}) : {described(found.profile, edition)}.",
        f"Ajoutez une règle pour ces réponses, puis relisez :\n{as_file(found.answers, edition)}",
    )


def gives(advice: Advice, group: Group | None) -> bool:
    """Whether something of the group is shown, or the reason of a lever is given."""
    if group is None:
        return any(each.fires and each.rule.levers and each.weighed.because for each in advice.weighings)
    return any(each.item.kind in group.kinds for each in advice.recommendations)


def _like(profile: Profile, group: Group | None) -> tuple[object, ...]:
    """What makes two gaps one and the same mistake, most likely."""
    return group, profile.parts, profile.stage


def _can(condition: written.Condition, *, holds: bool) -> bool:
    """Whether a condition might hold, or fail, with nothing known but a profile."""
    match condition:
        case written.All(all_=inner):
            return (all if holds else any)(_can(each, holds=holds) for each in inner)
        case written.Any_(any_=inner):
            return (any if holds else all)(_can(each, holds=holds) for each in inner)
        case written.Not(not_=inner):
            return _can(inner, holds=not holds)
        case written.StageTest(stage="reached", above=None):
            return True
    return isinstance(condition, written.TypeTest | written.LevelTest | written.KnownTest)
