"""What a gathering holds becomes projects: second readings laid over, what is not shared left out, names hidden."""

import datetime
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.content.edition import Edition
from assessment.portfolio.blindness import neutral_names
from assessment.portfolio.projects import Decision, Note, Project, name_order, projects_of
from assessment.portfolio.screened import Pooled, Screened, screened, screened_many

NOW = datetime.datetime(2026, 11, 26, 9, tzinfo=datetime.UTC)
LATER = NOW + datetime.timedelta(hours=1)
EVERYTHING = ("result", "answers", "notes")


@dataclass(frozen=True)
class Given:
    """A project as the storage gives it back."""

    id: str = "p1"
    name: str = "Le jardin"
    at: datetime.datetime = NOW
    origin: str = "deposit"
    source: str = "lot.csv, ligne 2"
    shares: tuple[str, ...] = EVERYTHING
    content: Any = field(default_factory=lambda: {"project": {"answers": {"EXP1": 2, "C7": [1]}, "shown": {}}})
    replaced: bool = False


@dataclass(frozen=True)
class Said:
    """An entry of a journal."""

    seq: int
    project: str
    kind: str
    key: str
    value: Any
    at: datetime.datetime = LATER


def one(edition: Edition, *noted: Said, **given: Any) -> Project:
    (project,) = projects_of([Given(**given)], noted, edition)
    return project


def test_a_deposit_is_read_as_it_was_given(edition: Edition):
    project = one(edition, content={"date": "2026-11-20", "project": {"answers": {"EXP1": 2, "C7": [1], "BES1": None}}})

    assert (project.answers, dict(project.first.values)) == (project.first, {"EXP1": 2, "C7": (1,)})
    assert (project.first.subject.name, project.first.subject.date) == ("Le jardin", datetime.date(2026, 11, 20))
    assert project.first.parts == {"project"}


def test_what_another_edition_asked_is_left_out(edition: Edition):
    strange = {"answers": {"EXP1": 2, "OLD9": 1, "BES1": 99, "T0": 1}, "shown": {"EXP1": "document", "C1": "no"}}

    project = one(edition, content={"project": strange})

    assert (dict(project.first.values), dict(project.first.shown)) == ({"EXP1": 2}, {"EXP1": "document"})


def test_a_note_is_read_where_something_is_shown_and_only_as_a_text_that_is_safe(edition: Edition):
    notes = {"EXP1": " Bilan\u202e\tde mars ", "BES1": "Un avis", "SOL1": 2026, "MOD1": "", "OLD9": "Ailleurs"}
    shown = {"EXP1": "document", "BES1": "no", "SOL1": "outside", "MOD1": "document", "OLD9": "document"}

    project = one(edition, content={"project": {"answers": {"EXP1": 2}, "shown": shown, "notes": notes}})

    assert dict(project.first.notes) == {"EXP1": "Bilan de mars", "SOL1": "2026"}


def test_a_note_is_there_only_where_it_is_shared_and_not_while_one_reads_blind(edition: Edition):
    backed = {"answers": {"EXP1": 2}, "shown": {"EXP1": "document"}, "notes": {"EXP1": "Lettre d'Élise"}}
    blind = Said(1, "", "blind", "", {"on": True, "reason": "équité"})
    lifted = Said(2, "", "blind", "", {"on": False, "reason": "choix fait"})
    given = {"content": {"project": backed}}

    found = [
        one(edition, *noted, shares=shares, **given)
        for noted, shares in (
            ((), EVERYTHING),
            ((), ("result", "answers")),
            ((blind,), EVERYTHING),
            ((blind, lifted), EVERYTHING),
        )
    ]

    told = {"EXP1": "Lettre d'Élise"}
    assert [dict(each.first.notes) for each in found] == [told, {}, {}, told]
    assert [dict(each.answers.notes) for each in found] == [told, {}, {}, told]
    assert {each.first.shown["EXP1"] for each in found} == {"document"}


def test_a_second_reading_takes_the_note_of_the_first_answer_along(edition: Edition):
    backed = {"answers": {"EXP1": 2}, "shown": {"EXP1": "document"}, "notes": {"EXP1": "Un bilan"}}

    read = one(edition, Said(1, "p1", "reading", "EXP1", {"value": 3, "reason": ""}), content={"project": backed})

    assert (dict(read.first.notes), dict(read.answers.notes)) == ({"EXP1": "Un bilan"}, {})


def test_the_last_second_reading_of_each_answer_is_laid_over_and_the_first_stays(edition: Edition):
    noted = [
        Said(1, "p1", "reading", "EXP1", {"value": 1, "reason": "rien d'écrit"}),
        Said(2, "p1", "reading", "EXP1", {"value": 3, "reason": "vu sur place"}),
        Said(3, "p1", "reading", "C7", {"value": None, "reason": "pas dit"}),
        Said(4, "p1", "reading", "BES1", {"value": 2, "reason": ""}),
        Said(5, "p1", "reading", "BES1", None),
        Said(6, "p1", "reading", "BES2", {"value": 99, "reason": "hors échelle"}),
    ]

    project = one(edition, *noted)

    assert dict(project.first.values) == {"EXP1": 2, "C7": (1,)}
    assert dict(project.answers.values) == {"EXP1": 3}
    assert {name: (each.value, each.reason) for name, each in project.readings.items()} == {
        "EXP1": (3, "vu sur place"),
        "C7": (None, "pas dit"),
    }


def test_the_last_decision_counts_and_every_note_that_was_not_taken_back_stays(edition: Edition):
    noted = [
        Said(1, "p1", "decision", "", {"status": "waiting", "reason": ""}),
        Said(2, "p1", "note", "a", {"text": "une"}),
        Said(3, "p1", "note", "b", {"text": "deux"}),
        Said(4, "p1", "decision", "", {"status": "meet", "reason": "à voir"}),
        Said(5, "p1", "note", "a", None),
        Said(6, "other", "note", "a", {"text": "ailleurs"}),
    ]

    project = one(edition, *noted)

    assert (project.decision, project.notes) == (Decision("meet", "à voir", LATER), (Note("b", "deux", LATER),))


def test_a_project_set_aside_for_another_is_not_there_until_it_is_brought_back(edition: Edition):
    both = [Given("p1"), Given("p2")]
    aside = Said(1, "", "choice", "p2", {"kept": "p1"})

    assert [each.id for each in projects_of(both, [aside], edition)] == ["p1"]
    assert [each.id for each in projects_of(both, [aside, Said(2, "", "choice", "p2", None)], edition)] == ["p1", "p2"]


def test_a_deposit_that_a_later_one_replaced_is_not_there(edition: Edition):
    assert [each.id for each in projects_of([Given("p1", replaced=True), Given("p2")], [], edition)] == ["p2"]


def test_blind_reading_hides_names_sources_and_what_was_written_before(edition: Edition):
    noted = [
        Said(1, "p1", "note", "a", {"text": "appelé Élise"}),
        Said(2, "p1", "decision", "", {"status": "meet", "reason": "connue de nous"}),
        Said(3, "", "blind", "", {"on": True, "reason": "équité"}),
        Said(4, "p1", "note", "b", {"text": "essai solide"}),
    ]
    content = {"project": {"answers": {"EXP1": 2}}, "actions": [{"what": "Appeler Élise"}]}

    blind = one(edition, *noted, content=content)

    assert (blind.name, blind.source, blind.first.subject.name) == ("Projet T7N6", "", "Projet T7N6")
    assert (blind.notes, blind.decision) == ((Note("b", "essai solide", LATER),), Decision("meet", "", LATER))
    assert blind.first.actions == ()

    seen = one(edition, *noted, Said(5, "", "blind", "", {"on": False, "reason": "choix fait"}), content=content)
    assert (seen.name, seen.source, len(seen.notes)) == ("Le jardin", "lot.csv, ligne 2", 2)
    assert [each.what for each in seen.first.actions] == ["Appeler Élise"]


def test_free_texts_that_are_not_shared_are_not_there(edition: Edition):
    content = {"project": {"answers": {"EXP1": 2}}, "actions": [{"what": "Appeler Élise"}]}

    assert one(edition, content=content, shares=("result", "answers")).first.actions == ()


@settings(deadline=None)
@given(st.lists(st.text(min_size=1, max_size=8), unique=True, max_size=300))
def test_neutral_names_differ_and_stay_when_others_arrive(ids: list[str]):
    names = neutral_names(ids)

    assert len(set(names.values())) == len(ids)
    assert neutral_names(ids[: len(ids) // 2]) == {each: names[each] for each in ids[: len(ids) // 2]}


def test_names_are_ordered_without_capitals_or_accents_and_the_nameless_come_last(edition: Edition):
    given_ = [Given(str(place), name) for place, name in enumerate(("zèbre", "", "Élan", "abeille"))]

    assert name_order(projects_of(given_, [], edition)) == (2, 3, 1, 0)


def test_what_is_not_shared_is_in_no_line_and_no_count(edition: Edition):
    found = screened(one(edition, shares=("result",)), edition)

    hidden = {name: found.line[name] for name in ("help_asked", "declared", "shown", "unknown", "missing_next")}
    assert set(hidden.values()) == {None}
    assert (found.traits["help_financement"], found.traits["proof"]) == (("private",), ("private",))
    assert found.line["stage"] == "experimentation"


def test_several_processes_find_the_same_in_the_same_order(edition: Edition):
    contents = [{"project": {"answers": {"EXP1": 1 + place % 4, "BES1": 2}}} for place in range(120)]
    given_ = (Given(str(place), content=content) for place, content in enumerate(contents))
    projects = projects_of(given_, [], edition)
    pooled = Pooled()

    found = [pooled.again(each) for each in screened_many(projects, edition, 2)]

    assert found == [screened(each, edition) for each in projects]
    assert len({id(each.columns) for each in found}) == 1


@pytest.mark.parametrize("kind", ["note", "decision", "reading", "choice", "blind", "view"])
@pytest.mark.parametrize("value", [None, 3, "x", [], {"value": {}}, {"kept": None}, {"on": 1}])
def test_a_strange_entry_of_the_journal_changes_nothing_and_breaks_nothing(edition: Edition, kind: str, value: Any):
    strange = one(edition, Said(1, "p1", kind, "EXP1", value))

    assert (strange.first, strange.name) == (one(edition).first, "Le jardin")
    assert isinstance(screened(strange, edition), Screened)
