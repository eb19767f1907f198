"""A dropped file gives the answers that were given, or says what is wrong with it."""

import datetime
import json
import random
from pathlib import Path

import pytest
from hostile_pdfs import ANSWERS, carrying
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.content.edition import Edition
from assessment.content.questionnaire import UNKNOWN, Question
from assessment.content.shelf import open_edition
from assessment.engine.actions import Action
from assessment.engine.answers import Answers, Subject, clean
from assessment.engine.assess import assess
from assessment.engine.contract import answer_file
from assessment.errors import AnswersError, EditionMissing
from assessment.intake.dropped import read_dropped
from assessment.report.pdf import render
from assessment.report.sections import tell
from assessment.storage.installation import is_ours, issue

EDITION: Edition = open_edition()
NOW = datetime.datetime(2026, 11, 26, 10, 30, tzinfo=datetime.UTC)
settings.register_profile("intake", deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile("intake")


def report_of(answers: Answers, folder: Path) -> bytes:
    """The report of these answers, as the installation that keeps its data in *folder* gives it."""
    attached = issue(answer_file(answers, EDITION), NOW, EDITION.id, folder)
    return render(tell(assess(answers, EDITION), NOW.date()), attached)


def outcome(content: bytes) -> str:
    """The edition of the answers in a report, or what is wrong with it."""
    try:
        return read_dropped(content, "rapport.pdf").answers.edition
    except AnswersError as error:
        return error.problems[0].what


def value(question: Question) -> st.SearchStrategy:
    numbers = st.integers(1, len(question.choices))
    if question.kind == "several":
        most = question.at_most or len(question.choices)
        return st.just(UNKNOWN) | st.lists(numbers, max_size=most, unique=True).map(tuple)
    return st.just(UNKNOWN) | numbers


def text(longest: int) -> st.SearchStrategy[str | None]:
    return st.none() | st.text(max_size=longest).map(lambda each: clean(each, longest) or None)


@st.composite
def answers(draw: st.DrawFn) -> Answers:
    """Any answers about a project, with a name, what could be shown, and what is to be done next."""
    asked = [each for each in EDITION.project.questions if each.type is None and draw(st.booleans())]
    shown = st.dictionaries(
        st.sampled_from(sorted(EDITION.key_questions)), st.sampled_from(["no", "document", "outside"])
    )
    action = st.builds(
        Action, text(300).filter(bool), text(200), st.none() | st.dates(datetime.date(2026, 1, 1)), st.none()
    )
    return Answers(
        EDITION.id,
        frozenset({"project"}),
        {each.id: draw(value(each)) for each in asked},
        draw(shown),
        Subject(draw(text(200)), draw(st.none() | st.dates())),
        tuple(draw(st.lists(action, max_size=3))),
    )


@given(answers())
@settings(max_examples=8)
def test_a_report_gives_back_the_answers_that_it_was_made_of(tmp_path_factory, given: Answers):
    folder = tmp_path_factory.mktemp("installation")

    found = read_dropped(report_of(given, folder), "rapport.pdf")

    assert (found.answers, is_ours(found.data, folder)) == (given, True)


@pytest.fixture(name="report", scope="module")
def _report(tmp_path_factory: pytest.TempPathFactory, answering) -> bytes:
    return report_of(answering(BES1=2, EXP1=3, MOD1=2), tmp_path_factory.mktemp("installation"))


@given(st.randoms(use_true_random=False), st.integers(1, 200))
@settings(max_examples=25)
def test_a_report_with_bytes_changed_is_read_or_refused_in_a_sentence(report: bytes, chance: random.Random, flips: int):
    content = bytearray(report)
    for _ in range(flips):
        content[chance.randrange(len(content))] = chance.randrange(256)

    told = outcome(bytes(content))

    assert told == EDITION.id or told.endswith(".")


@given(st.binary(max_size=2_000))
@settings(max_examples=25)
def test_bytes_by_chance_are_refused_in_a_sentence(content: bytes):
    with pytest.raises(AnswersError):
        read_dropped(b"%PDF-1.4\n" + content, "rapport.pdf")


@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
@settings(max_examples=25)
def test_a_text_by_chance_is_refused_in_a_sentence(content: bytes):
    with pytest.raises(AnswersError):
        read_dropped(content, "reponses.yaml")


def test_who_issued_a_report_is_known_by_its_mark_and_by_nothing_else(tmp_path: Path):
    ours, theirs = (json.loads(issue(ANSWERS, NOW, EDITION.id, tmp_path / each)) for each in ("ours", "theirs"))
    changed = {**ours, "project": {"answers": {"BES1": 5}}}
    unmarked = {**ours, "issued": {**ours["issued"], "hmac": None}}
    found = [read_dropped(carrying(each), "rapport.pdf") for each in (ours, theirs, changed, unmarked, ANSWERS)]

    assert [is_ours(each.data, tmp_path / "ours") for each in found] == [True, False, False, False, False]
    assert [each.answers.values["BES1"] for each in found] == [3, 3, 5, 3, 3]


@pytest.mark.parametrize("name", ["reponses.json", "reponses.yaml", ""])
def test_an_answer_file_is_read_as_the_command_line_reads_it(name: str):
    written = b"subject: {date: 2026-11-02}\nproject:\n  answers: {BES1: 2}\n"
    for content in (
        written,
        json.dumps({"subject": {"date": "2026-11-02"}, "project": {"answers": {"BES1": 2}}}).encode(),
    ):
        found = read_dropped(content, name)

        subject = Subject(None, datetime.date(2026, 11, 2))
        assert found.answers == Answers(EDITION.id, frozenset({"project"}), {"BES1": 2}, {}, subject)
        assert not found.in_report


def test_what_is_wrong_in_an_answer_file_is_told_at_its_line():
    with pytest.raises(AnswersError) as raised:
        read_dropped(b'{"project": {"answers": {\n"BES1": 1,\n"BES1": 2}}}', "reponses.json")

    assert str(raised.value) == (
        "reponses.json, ligne 3 : la clé « BES1 » est écrite deux fois. Elle est déjà ligne 2 : gardez-en une seule."
    )


def test_a_file_with_thousands_of_mistakes_is_told_the_first_ten():
    content = json.dumps({"project": {"answers": {f"BES{number}": 1 for number in range(10, 1_000)}}}).encode()

    with pytest.raises(AnswersError) as raised:
        read_dropped(content, "reponses.json")

    assert len(raised.value.problems) == 11
    assert str(raised.value.problems[-1]) == (
        "fichier : il y a encore 980 points à corriger. Corrigez les premiers, puis déposez de nouveau le fichier."
    )


@pytest.mark.parametrize(
    "content",
    [
        json.dumps({"project": {"answers": dict.fromkeys(map(str, range(3_000)), 1)}}),
        "project: [" + "1, " * 9_000 + "]",
    ],
)
def test_a_text_that_is_far_more_than_answers_is_refused(content: str):
    with pytest.raises(AnswersError) as raised:
        read_dropped(content.encode(), "reponses.yaml")

    assert str(raised.value) == (
        "reponses.yaml : ce fichier contient bien plus que des réponses de Jalons. "
        "Déposez le rapport tel que Jalons vous l'a donné, ou votre fichier de réponses."
    )


def test_an_edition_that_is_not_here_is_told_with_what_to_do():
    with pytest.raises(EditionMissing) as raised:
        read_dropped(carrying({**ANSWERS, "edition": "../../etc/passwd\u202e" + "x" * 500}), "rapport.pdf")

    assert str(raised.value) == (
        "edition : ces réponses viennent d'une édition de Jalons qui n'est pas ici : "
        f"« ../../etc/passwd{'x' * 44} ». Déposez-les sur le site où elles ont été données, ou répondez de nouveau ici."
    )


def test_the_name_of_a_file_is_shown_without_what_would_hide_or_flood():
    with pytest.raises(AnswersError) as raised:
        read_dropped(b"", "rapport\u202e\x00" + "x" * 500 + ".pdf")

    assert raised.value.problems[0].where == "rapport" + "x" * 53
