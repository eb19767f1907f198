"""Firm results take proofs: with enough of them, and every key answer, confidence is high."""

from solid import SOLID

from assessment.content.edition import Edition
from assessment.engine.assess import assess
from assessment.engine.reading import read_answers


def confidence(edition: Edition, shown: dict[str, str], **changed: int) -> str:
    data = {"project": {"answers": {**SOLID, **changed}, "shown": shown}}
    return assess(read_answers(data, edition), edition).project.placement.confidence.level


def test_every_key_answer_with_enough_to_show_makes_confidence_high(edition: Edition):
    assert confidence(edition, dict.fromkeys(SOLID, "document")) == "elevee"


def test_a_deed_on_the_edge_that_cannot_be_shown_keeps_confidence_in_the_middle(edition: Edition):
    shown = {name: "outside" for name in SOLID if name != "EXP1"}

    assert confidence(edition, shown) == "moyenne"


def test_showing_less_than_the_share_asked_keeps_confidence_in_the_middle(edition: Edition):
    assert confidence(edition, {"EXP1": "document", "SOL1": "document"}, EXP1=4, SOL1=4) == "moyenne"


def test_saying_that_nothing_can_be_shown_is_not_showing(edition: Edition):
    assert confidence(edition, dict.fromkeys(SOLID, "no")) == "moyenne"


def test_nothing_is_said_of_answers_that_are_not_there(edition: Edition):
    found = assess(read_answers({"project": {"answers": {}}}, edition), edition).project.placement.confidence
    say = edition.placement.confidence.sentences

    assert found.because == (say.some_answered.format(answered=0, total=12), say.wide_range)
