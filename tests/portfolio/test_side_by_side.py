"""Projects side by side: the same things said of each, and nothing that ranks them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from any_answers import EDITION, answers
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.engine.answers import Answers
from assessment.portfolio import wording_of_comparison as words
from assessment.portfolio.comparison import Cell, Comparison, compare

SOLID = dict.fromkeys(("BES1", "SOL1", "EXP1", "EXP2", "MOD1", "MOD2", "ECO3", "ALL1", "EVA1", "EVA2", "DEP1"), 3) | {
    "DEP2": 2
}


@dataclass(frozen=True)
class Read:
    """A project as a gathering has it."""

    id: str
    answers: Answers
    shows_answers: bool = True
    name: str = "Projet"
    given: Answers | None = None

    @property
    def first(self) -> Answers:
        return self.given or self.answers


def cells(found: Comparison, name: str) -> tuple[Cell, ...]:
    return next(each.cells for each in found.criteria if each.id == name)


def gist(found: Comparison, name: str) -> list[str]:
    return [each.lines[0] for each in cells(found, name)]


def test_each_project_has_its_stage_and_what_it_asked(answering: Callable[..., Answers]):
    here, there = answering(**SOLID, C7=[1, 4]), answering(EXP1=2, BES1=2)

    found = compare([Read("a", here), Read("b", there)], EDITION)

    assert found.projects == (("a", "Projet"), ("b", "Projet"))
    assert gist(found, "stage") == ["Modélisation", "Expérimentation"]
    assert cells(found, "asked") == (
        Cell(("Un financement", "Une évaluation")),
        Cell((words.NOT_ANSWERED,), known=False),
    )


def test_the_next_stage_of_each_is_asked_of_it_alone(answering: Callable[..., Answers]):
    first = replace(answering(**{**SOLID, "DEP1": 4, "DEP2": 4}), shown={"ALL1": "document"})
    projects = [Read("a", answering(**{**SOLID, "ECO3": "x"})), Read("b", answering(EXP1=2)), Read("c", first)]

    found = compare(projects, EDITION)

    assert gist(found, "gate_essaimage_ECO3_3") == [words.NOT_KNOWN, words.FURTHER, words.ALREADY]
    assert gist(found, "gate_essaimage_DEP1_4") == [words.MISSING, words.FURTHER, words.ALREADY]
    assert gist(found, "gate_modelisation_SOL1_3") == [words.ALREADY, words.NOT_KNOWN, words.ALREADY]
    assert gist(found, "gate_industrialisation_ALL1_4") == [words.FURTHER, words.FURTHER, words.MISSING]


def test_what_is_shown_is_told_apart_from_what_is_declared(answering: Callable[..., Answers]):
    shown = replace(answering(EXP1=3, BES1=2, SOL1=2), shown={"EXP1": "outside", "BES1": "document"})

    found = compare([Read("a", shown), Read("b", answering(C5=1))], EDITION)

    assert cells(found, "outside")[0] == Cell(("Un essai mené jusqu'au bout, avec son bilan",))
    assert cells(found, "document")[0] == Cell(("L'avis de personnes concernées, recueilli et noté",))
    asked = EDITION.questions["SOL1"].text
    assert cells(found, "declared")[0] == Cell((f"{asked} Une première version, encore souvent modifiée",))


def test_a_second_reading_is_never_put_in_the_mouth_of_the_project(answering: Callable[..., Answers]):
    said = answering(DEP1=4, EXP1=2, C7=[1], ECO3=4, ECO2=1)
    read = replace(said, values={**said.values, "EXP1": 1, "C7": (4,)})
    pair = next(each for each in EDITION.placement.contradictions if each.questions == ("DEP1", "EXP1"))
    money = next(each for each in EDITION.placement.contradictions if each.questions == ("ECO3", "ECO2"))
    asked, tried = EDITION.questions["DEP1"], EDITION.questions["EXP1"]
    spread, none = asked.choices[3].label.removesuffix("."), tried.choices[0].label.removesuffix(".")

    found = compare([Read("a", read, given=said), Read("b", read)], EDITION)

    assert cells(found, "contradictions") == (
        Cell(
            (
                f"Avec votre lecture, ces réponses vont mal ensemble : « {asked.text} » {spread} ; "
                f"« {tried.text} » {none} (votre lecture)",
                f"« {money.ask} »",
            )
        ),
        Cell((f"« {pair.ask} »", f"« {money.ask} »")),
    )
    assert [each.lines for each in cells(found, "asked")] == [("Une évaluation (votre lecture)",), ("Une évaluation",)]


def test_what_is_read_again_is_not_said_to_be_declared_by_the_project(answering: Callable[..., Answers]):
    said = answering(EXP1=2, SOL1=3)
    read = replace(said, values={**said.values, "EXP1": 3})

    found = compare([Read("a", read, given=said), Read("b", read)], EDITION)

    done = "Un essai mené jusqu'au bout, avec son bilan"
    told = [[line for line in each.lines if line.startswith(done)] for each in cells(found, "declared")]
    assert told == [[f"{done} (votre lecture)"], [done]]


def test_what_is_not_shared_is_said_to_be_hidden(answering: Callable[..., Answers]):
    found = compare([Read("a", answering(**SOLID)), Read("b", answering(**SOLID), shows_answers=False)], EDITION)

    assert gist(found, "stage") == ["Modélisation", "Modélisation"]
    hidden = [each.id for each in found.criteria if each.cells[1].lines == (words.HIDDEN,)]
    assert {"outside", "document", "declared", "contradictions", "asked", "blocks"} <= set(hidden)
    assert [each for each in hidden if each.startswith("gate_")] == [
        each.id for each in found.criteria if each.id.startswith("gate_")
    ]
    assert not {"stage", "consolidated", "zones", "levers", "dim_BES"} & set(hidden)


def test_a_project_without_its_part_says_so_everywhere(answering: Callable[..., Answers]):
    found = compare([Read("a", answering(**SOLID)), Read("b", answering(O1=2))], EDITION)

    assert {each.cells[1] for each in found.criteria} == {Cell((words.NOT_ANSWERED_PART,), known=False)}


def test_nothing_is_said_of_what_nobody_knows(answering: Callable[..., Answers]):
    found = compare([Read("a", answering(C5=1)), Read("b", answering(**SOLID))], EDITION)

    assert gist(found, "stage") == [words.NOT_SAID, "Modélisation"]
    assert cells(found, "levers")[0] == Cell((words.NOT_SAID,), known=False)
    assert cells(found, "dim_BES")[0] == Cell((words.NOT_SAID,), known=False)


def test_a_project_that_stays_by_choice_is_not_said_to_lack_anything(answering: Callable[..., Answers]):
    found = compare([Read("a", answering(**SOLID, C5=3)), Read("b", answering(**SOLID))], EDITION)

    assert cells(found, "gate_essaimage_DEP1_4") == (Cell((words.MISSING, words.BY_CHOICE)), Cell((words.MISSING,)))


@given(st.lists(answers(), min_size=2, max_size=4), st.data())
@settings(max_examples=15, deadline=None)
def test_the_order_of_projects_only_moves_columns(given: list[Answers], data: st.DataObject):
    projects = [Read(str(place), each, name=f"P{place}") for place, each in enumerate(given)]
    order = data.draw(st.permutations(range(len(projects))))

    found, other = compare(projects, EDITION), compare([projects[place] for place in order], EDITION)

    assert other.projects == tuple(found.projects[place] for place in order)
    assert [(each.id, each.group, each.label) for each in other.criteria] == [
        (each.id, each.group, each.label) for each in found.criteria
    ]
    for mine, theirs in zip(found.criteria, other.criteria, strict=True):
        assert theirs.cells == tuple(mine.cells[place] for place in order)
