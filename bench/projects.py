"""A number and a seed in, so many made-up projects out, and a gathering that holds them: worked cases, answers changed.

Nobody answered them: names are numbers. The same seed gives the same projects.
"""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assessment.content.edition import Edition
from assessment.content.questionnaire import UNKNOWN, Question
from assessment.content.shelf import open_edition
from assessment.settings import read_settings
from assessment.storage.gathered import Given, OpenedGathering, Terms
from assessment.storage.opening import gatherings_of, open_store
from assessment.storage.principals import ANYONE

Json = dict[str, Any]
#: How often an answer of a worked case is changed, is not known, was left out; how often one could be shown.
CHANGED, NOT_KNOWN, LEFT_OUT, SHOWN = 0.35, 0.05, 0.05, 0.2
#: Questions that a worked case may lack: what blocks, the help asked for, the type.
ASKED_OFTEN = ("C2", "C6", "C7")


def projects(count: int, edition: Edition, seed: int = 1) -> Iterator[Json]:
    """The data of so many answer files."""
    chance = random.Random(seed)
    cases = [each for each in edition.examples if "project" in each.given]
    for number in range(1, count + 1):
        case = chance.choice(cases)
        answers = dict(case.given["project"]["answers"])
        answers |= {name: None for name in ASKED_OFTEN if chance.random() < 0.8}
        told = {name: _answer(edition.questions[name], value, chance) for name, value in answers.items()}
        told = {name: value for name, value in told.items() if value is not None}
        shown = {name: "document" for name in edition.key_questions if name in told and chance.random() < SHOWN}
        yield {
            "version": 1,
            "edition": edition.id,
            "subject": {"name": f"Projet {chance.randrange(10_000):04d} du lot {number}"},
            "project": {"answers": told, "shown": shown},
        }


def gather(count: int, data: Path, seed: int = 1) -> OpenedGathering:
    """A gathering of so many projects in an installation that keeps its data there."""
    edition, settings = open_edition(), read_settings({"JALONS_DATA": str(data)})
    service = gatherings_of(open_store(settings), settings)
    terms = Terms("Appel à projets", "appel", ("project", "organisation"), None, ("result", "answers"), "")
    opened = service.create(ANYONE, terms, edition.id)
    given = [
        Given(each, "table", f"lot.csv, ligne {line}") for line, each in enumerate(projects(count, edition, seed), 2)
    ]
    service.add(opened.owner, opened.gathering.id, given)
    return opened


def _answer(question: Question, value: Any, chance: random.Random) -> Any:  # noqa: ANN401 - an answer as JSON
    """The answer of the case, another, « ne sait pas », or none."""
    drawn, count = chance.random(), len(question.choices)
    if drawn < LEFT_OUT:
        return None
    if drawn < LEFT_OUT + NOT_KNOWN:
        return UNKNOWN
    if value is not None and drawn > LEFT_OUT + NOT_KNOWN + CHANGED:
        return value
    if question.kind == "one":
        return chance.randint(1, count)
    return sorted(chance.sample(range(1, count + 1), min(count, question.at_most or 2, chance.randint(1, 2))))
