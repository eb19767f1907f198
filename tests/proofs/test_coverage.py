"""Every profile is given what is promised, or answers are shown to which it is not."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from assessment.content.questionnaire import UNKNOWN
from assessment.content.shelf import open_edition
from assessment.engine.answers import Answers, organisation_type
from assessment.engine.assess import assess
from assessment.engine.reading import read_answers
from assessment.proofs import coverage
from assessment.proofs.places import Places
from assessment.proofs.profiles import profiles

EDITION = open_edition()
#: A default for each kind, for everyone of whom a stage, a type or an answer on the organisation is known.
ANYONE = {
    "any": [
        {"stage": "reached", "at_least": "conception"},
        {"type": ["association", "fondation", "entreprise", "acteur_public", "cabinet_reseau", "aucun"]},
        {"body": "organisation", "at_least": 1},
        {"level": ["premiers_pas", "actifs", "pionniers"]},
    ]
}
DEFAULTS = {"SENS2H": "R900", "M01": "R901", "CRN-CBC": "R902", "K1": "R903", "MT01": "R904"}


@pytest.fixture(name="defaults", scope="module")
def _defaults(a_rule):
    """Rules by which everyone is given something, every project the reason of a lever; and guards on low confidence."""
    costly = ["format", "course", "mooc", "parcours", "module", "community", "method"]
    alone = [{"not": {"known": "project"}}, {"confidence": "organisation", "is": "faible"}]
    return (
        *(a_rule(name, when=ANYONE, recommend=[item]) for item, name in DEFAULTS.items()),
        a_rule("R920", when={"confidence": "project", "is": "faible"}, hold_back={"kinds": costly}),
        a_rule("R921", when={"all": alone}, hold_back={"kinds": costly}),
        a_rule("R905", when={"stage": "reached", "at_least": "conception"}, levers=["evaluation"]),
    )


def with_rules(edition, *rules):
    return replace(edition, rules=rules)


def lacking(edition, coverage_found):
    """Kinds and told profile of what is uncovered."""
    return [
        (each.group and each.group.kinds, sorted(each.profile.parts), each.profile.stage, each.answers is not None)
        for each in coverage_found.uncovered
    ]


def test_every_profile_of_the_shipped_edition_is_covered(edition, places):
    found = coverage.cover(edition)

    assert [str(each) for each in coverage.told(found, edition, places)] == []


def test_profiles_are_all_combinations_of_stage_type_and_level(edition):
    """C2 and T0 ask for five types of six between them, and either may be unknown; levels: three, and four ranges."""
    every = profiles(edition)
    stages = {(each.stage, "project" in each.parts) for each in every}
    levels = {each.level.possible for each in every if each.level}

    assert stages == {(None, False), (None, True), *((stage, True) for stage in range(5))}
    assert {frozenset({level.id}) for level in edition.placement.levels} <= levels
    assert len(every) == len({(e.parts, e.stage, e.type, e.level and e.level.possible) for e in every})
    assert len(levels) == 7
    assert len(every) == 6 * 6 + 6 * 7 + 6 * 7 * 7


def test_defaults_alone_cover_everyone(edition, defaults):
    assert lacking(edition, coverage.cover(with_rules(edition, *defaults))) == []


def test_a_kind_that_is_never_recommended_is_told_once_for_each_stage_with_answers(edition, defaults):
    rules = (rule for rule in defaults if rule.id != "R903")

    found = lacking(edition, coverage.cover(with_rules(edition, *rules)))

    assert found == [
        *((("community",), ["project"], stage, True) for stage in range(5)),
        (("community",), ["organisation"], None, True),
        *((("community",), ["organisation", "project"], stage, True) for stage in range(5)),
    ]


def test_a_project_without_the_reason_of_a_lever_is_told(edition, defaults, a_rule):
    last = {"stage": "reached", "is": "industrialisation"}
    lever = a_rule("R905", when={"not": last}, levers=["evaluation"])

    found = lacking(edition, coverage.cover(with_rules(edition, *defaults[:-1], lever)))

    assert found == [(None, ["project"], 4, True), (None, ["organisation", "project"], 4, True)]


def test_what_is_told_is_an_answer_file_that_shows_it(edition, defaults):
    changed = with_rules(edition, *(rule for rule in defaults if rule.id != "R901"))

    first, *_ = coverage.told(coverage.cover(changed), changed, Places())

    what, _, file = first.remedy.partition("\n")
    shown = assess(read_answers(YAML(typ="safe", pure=True).load(file), changed), changed)
    assert (first.code, first.what) == (
        "uncovered",
        "rien n'est conseillé (modules de formation) : étape Conception, type inconnu.",
    )
    assert what == "Ajoutez une règle pour ces réponses, puis relisez :"
    assert [each.item.kind for each in shown.advice.recommendations] == ["format", "centre", "community", "method"]


def test_what_a_guard_rail_may_hold_back_does_not_count(edition, defaults, a_rule):
    rail = a_rule("R906", when={"answer": "C5", "is": 3}, hold_back={"kinds": ["community"]})

    found = coverage.cover(with_rules(edition, *defaults, rail)).uncovered

    assert {each.answers.values["C5"] for each in found} == {3}
    assert {each.group.kinds for each in found} == {("community",)}


def test_a_guard_rail_on_confidence_that_holds_above_the_least_counts_as_any_other(edition, defaults, a_rule):
    rail = a_rule("R906", when={"not": {"confidence": "project", "is": "elevee"}}, hold_back={"kinds": ["community"]})

    found = coverage.cover(with_rules(edition, *defaults, rail)).uncovered

    assert (None, 0) in {(each.profile.type, each.profile.stage) for each in found}
    assert {each.group.kinds for each in found} == {("community",)}


def test_practices_that_are_not_known_yet_may_still_count(edition, defaults, a_rule):
    """K1 for all but those with two practices at the lowest level: one practice known to be low says nothing yet."""
    few = {"not": {"count": "practices", "how_many": 2, "at_most": 1}}
    rules = (rule for rule in defaults if rule.id != "R903")
    others = a_rule("R903", when={"any": [{"stage": "reached", "at_least": "conception"}, few]}, recommend=["K1"])

    found = coverage.cover(with_rules(edition, *rules, others)).uncovered

    assert [(sorted(each.profile.parts), each.group.kinds) for each in found] == [(["organisation"], ("community",))]


def test_a_guard_rail_that_comes_with_something_else_is_split_and_proved(edition, defaults, a_rule):
    """Who says that the solution stays here is given no K1, but K3 instead; K1 alone would not be proved."""
    stays = {"answer": "C5", "is": 3}
    rail = a_rule("R906", when=stays, hold_back={"items": ["K1"]})
    instead = a_rule("R907", when=stays, recommend=["K3"])

    found = coverage.cover(with_rules(edition, *defaults, rail, instead))

    assert found.uncovered == ()
    assert found.cases > found.profiles


def test_two_rules_that_share_the_answers_leave_out_who_does_not_know(edition, defaults, a_rule):
    rules = [rule for rule in defaults if rule.id != "R904"]
    low = a_rule("R904", when={"answer": "ECO3", "at_most": 2}, recommend=["MT01"])
    high = a_rule("R906", when={"answer": "ECO3", "at_least": 3}, recommend=["MT02"])

    found = coverage.cover(with_rules(edition, *rules, low, high)).uncovered

    assert {"ECO3" in each.answers.values for each in found} == {False}


def test_rules_that_only_low_confidence_could_silence_are_proved(edition, defaults, a_rule):
    """With ten of twelve key questions answered, at least one of any three is: each alone proves nothing."""
    rules = [rule for rule in defaults if rule.id != "R904"]
    split = [
        a_rule(f"R91{number}", when={"answer": name, "at_least": 1}, recommend=["MT01"])
        for number, name in enumerate(("ECO3", "ALL1", "EVA2"))
    ]
    elsewhere = a_rule("R904", when={"not": {"known": "project"}}, recommend=["MT01"])
    of_type = a_rule("R914", when={"all": [ANYONE, {"not": {"known": "project"}}]}, recommend=["MT01"])

    found = coverage.cover(with_rules(edition, *rules, *split, elsewhere, of_type))

    assert lacking(edition, found) == []


@settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_whoever_is_not_guarded_is_given_what_was_proved(data):
    """Answers at will, around one level as real ones are: something of every group is shown if confidence allows."""
    edition, middle = EDITION, data.draw(st.integers(1, 5))
    kind = data.draw(st.sampled_from([each.id for each in edition.placement.types]))
    parts = data.draw(st.sampled_from([frozenset({"project"}), frozenset({"project", "organisation"})]))
    values = {}
    for name, question in edition.questions.items():
        if question.kind == "one" and question.type in (None, kind) and edition.part_of[name] in parts:
            numbers = range(1, len(question.choices) + 1)
            near = [number for number in numbers if abs((question.level(number) or middle) - middle) <= 1] or [*numbers]
            values[name] = data.draw(st.sampled_from([*near, *([] if name in edition.key_questions else [UNKNOWN])]))
    assume(organisation_type(values, edition)[0] in (None, kind))
    found = assess(Answers(edition.id, parts, values), edition)
    assume(found.project.placement.confidence.level != "faible")

    kinds = {each.item.kind for each in found.advice.recommendations}

    assert [group.kinds for group in edition.limits.groups if not kinds & set(group.kinds)] == []
