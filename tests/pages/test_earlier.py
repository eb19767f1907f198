"""Somebody comes back another day, changes answers, and sees what changed: their answers, and the edition."""

import datetime
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, expect
from sqlalchemy import update

from assessment.content.copying import copy_edition
from assessment.content.edition import Edition
from assessment.content.shelf import SHIPPED, digest, open_edition
from assessment.pages import wording_of_earlier as words
from assessment.report.earlier_told import tell_name
from assessment.report.typography import french
from assessment.report.wording import told_day
from assessment.settings import Settings
from assessment.storage import journal
from assessment.storage.kept import Change, Opened
from assessment.storage.opening import open_store
from assessment.storage.past import NO_PAST, Past
from assessment.storage.principals import ANYONE
from assessment.storage.rights import Right
from assessment.storage.store import Store, utc_now
from assessment.storage.tables import DOSSIERS

#: A project in modélisation, with nothing left to consolidate.
MODELLED = dict.fromkeys(
    ("BES1", "SOL1", "EXP1", "EXP2", "MOD1", "MOD2", "ECO3", "ALL1", "EVA1", "EVA2", "DEP1"), 3
) | {"DEP2": 2}
SEEN = Change("result", "", True)
TITLE = "Ce qui a changé"


class Clock:
    """A clock that tells another day."""

    def __init__(self) -> None:
        self.days_ago = 0

    def __call__(self) -> datetime.datetime:
        return utc_now() - datetime.timedelta(days=self.days_ago)

    def day(self, days_ago: int) -> str:
        """A day as pages tell it."""
        return told_day((utc_now() - datetime.timedelta(days=days_ago)).date())


@dataclass(frozen=True)
class Place:
    """A server, its content, and its store with a clock that the test moves."""

    address: str
    content: Path
    store: Store
    clock: Clock

    def dossier(self, *visits: tuple[int, dict[str, object]], edition: str | None = None, files: str = "") -> Opened:
        """A dossier whose result was seen so many days ago, each time with these answers more."""
        edition = edition or open_edition(root=self.content).id
        self.clock.days_ago = visits[0][0]
        made = self.store.create(ANYONE, edition, files or digest(self.content / edition))
        for days_ago, answers in visits:
            self.clock.days_ago = days_ago
            changes = (*(Change("answer", name, value) for name, value in answers.items()), SEEN)
            seen = self.store.read(made.holder, made.holder.dossier).seq
            self.store.save(made.holder, made.holder.dossier, changes, seen)
        self.clock.days_ago = 0
        return made

    def past(self, made: Opened) -> Past:
        return NO_PAST.followed_by(self.store.news(made.holder, made.holder.dossier, 0))

    def link(self, token: str) -> str:
        return f"{self.address}/reprendre#{token}"


@contextmanager
def opened_place(serving: Callable, folder: Path, content: Path | None = None) -> Iterator[Place]:
    with serving(folder, content) as address:
        clock = Clock()
        store = open_store(Settings(data=folder / "data"), clock)
        yield Place(address, content or SHIPPED, store, clock)
        store.database.close()


@pytest.fixture(name="place", scope="module")
def _place(serving: Callable, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    with opened_place(serving, tmp_path_factory.mktemp("earlier")) as place:
        yield place


@pytest.fixture(name="newer", scope="module")
def _newer(serving: Callable, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A server with a second edition: one option has other words, and modélisation asks for more."""
    content = Path(shutil.copytree(SHIPPED, tmp_path_factory.mktemp("two") / "questionnaires"))
    folder = copy_edition(open_edition().id, "essai_2031", datetime.date(2031, 5, 4), content)
    deed = "question: SOL1\n        at_least: "
    replaced(folder / "placement.yaml", f"{deed}3", f"{deed}4")
    label = open_edition().questions["BES1"].choices[2].label
    replaced(folder / "project.yaml", label, "Nous avons demandé autrement")
    with opened_place(serving, tmp_path_factory.mktemp("newer"), content) as place:
        page = browser.new_page()
        page.goto(place.address)
        expect(page.locator("h1")).to_be_visible(timeout=60_000)  # both editions are read, and reviewed, once
        page.close()
        yield place


def replaced(path: Path, before: str, after: str) -> None:
    content = path.read_text(encoding="utf-8")
    assert before in content
    path.write_text(content.replace(before, after, 1), encoding="utf-8")


@pytest.fixture(name="coming")
def _coming(arriving_at: Callable) -> Callable:
    """Someone with a private link, at the result of their dossier."""

    def come(place: Place, token: str) -> object:
        visitor = arriving_at(place)
        visitor.page.set_default_timeout(20_000)
        visitor.comes_by(place.link(token))
        visitor.opens_result()
        return visitor

    return come


def compares(visitor: object, day: str) -> None:
    """Follow the quiet link of the result."""
    visitor.page.get_by_role("link", name=french(words.SINCE.format(day=day))).click()
    visitor.sees(TITLE)


def sides(visitor: object, section: str, label: str) -> Locator:
    """What was and what is, of one line of a section."""
    lines = visitor.page.locator(f".st-key-section_earlier_{section} .sides > div")
    return lines.filter(has=visitor.page.locator("dt", has_text=re.compile(f"^{re.escape(french(label))}$"))).locator(
        "dd"
    )


def told(edition: Edition, question: str, number: int) -> str:
    return french(f"« {edition.questions[question].choices[number - 1].label.removesuffix('.')} »")


def test_a_person_comes_back_changes_an_answer_and_sees_what_changed(place: Place, coming: Callable, edition: Edition):
    made, day = place.dossier((40, MODELLED)), place.clock.day(40)
    visitor = coming(place, made.token)
    visitor.follows("Répondre")
    visitor.page.locator("h1").wait_for()
    for screen in ("Précédent", "Suivant"):
        expect(visitor.page.get_by_role("button", name=screen).first).to_be_visible()
    while not visitor.options("DEP1").count():
        visitor.goes_on()
    visitor.chooses("DEP1", 4)
    visitor.is_told_saved()
    visitor.opens_result()
    compares(visitor, day)

    changed = sides(visitor, "answers", edition.questions["DEP1"].text)
    expect(changed).to_have_text(
        [french(f"Le {day}") + told(edition, "DEP1", 3), "Aujourd’hui" + told(edition, "DEP1", 4)]
    )
    result = visitor.page.locator(".st-key-section_earlier_result")
    expect(result).to_contain_text(french("L'étape est maintenant « Essaimage »."))
    expect(result).to_contain_text(french(f"Le {day}, c'était « Modélisation »."))
    expect(sides(visitor, "result", "Étape consolidée").last).to_contain_text("Essaimage")
    expect(visitor.page.locator(".st-key-section_earlier_edition")).to_have_count(0)

    visitor.presses("Revoir cette question")
    expect(visitor.page.locator(".st-key-question_DEP1 h2")).to_be_focused()


def test_a_result_is_kept_once_for_each_change_however_often_it_is_seen(place: Place, coming: Callable):
    made = place.dossier((3, MODELLED))
    visitor = coming(place, made.token)
    visitor.page.reload()
    expect(visitor.page.get_by_text("Toutes vos réponses")).to_be_visible()
    unchanged = len(place.past(made).results)
    seen = place.store.read(made.holder, made.holder.dossier).seq
    place.store.save(made.holder, made.holder.dossier, (Change("answer", "DEP1", 4),), seen)
    for _ in range(2):
        visitor.page.reload()
        expect(visitor.page.get_by_text("Toutes vos réponses")).to_be_visible()
        visitor.sees_all()

    assert (unchanged, len(place.past(made).results)) == (1, 2)


def test_the_same_answers_and_the_same_result_are_said_to_be(place: Place, coming: Callable):
    made, day = place.dossier((5, MODELLED)), place.clock.day(5)
    visitor = coming(place, made.token)
    compares(visitor, day)

    expect(visitor.page.get_by_text(french(words.SAME_ANSWERS.format(day=day)))).to_be_visible()
    expect(visitor.page.get_by_text(french(words.SAME_RESULT.format(day=day)))).to_be_visible()
    visitor.presses("Revenir au résultat")
    expect(visitor.page.get_by_text("Toutes vos réponses")).to_be_visible()


def test_another_day_can_be_chosen_and_a_lower_stage_is_told_as_a_fact(place: Place, coming: Callable):
    spread = {**MODELLED, "DEP1": 4}
    made = place.dossier((60, MODELLED), (30, {**spread, "C5": 1}), (9, {"DEP1": 3, "SOL1": 2}))
    visitor = coming(place, made.token)
    compares(visitor, place.clock.day(9))
    expect(visitor.page.get_by_text(french(words.SAME_ANSWERS.format(day=place.clock.day(9))))).to_be_visible()

    visitor.picks("earlier_day", place.clock.day(30))

    result = visitor.page.locator(".st-key-section_earlier_result")
    expect(result).to_contain_text(french("L'étape est maintenant « Expérimentation »."))
    expect(result).to_contain_text(french(f"Le {place.clock.day(30)}, c'était « Essaimage »."))
    assert not re.search(
        r"recul|baiss|progr|régress|moins bien|mieux", visitor.page.get_by_test_id("stMain").inner_text()
    )


def test_the_first_day_has_nothing_to_compare(place: Place, coming: Callable):
    made = place.dossier((0, MODELLED))
    visitor = coming(place, made.token)
    expect(visitor.page.get_by_text(TITLE)).to_have_count(0)

    visitor.page.goto(f"{place.address}/earlier?d={made.holder.dossier}")

    visitor.sees(words.NOTHING_YET)
    expect(visitor.page.get_by_text(french(words.NOTHING_YET_TEXT))).to_be_visible()


def test_whoever_only_reads_sees_what_changed_without_a_way_to_change_it(place: Place, coming: Callable):
    made = place.dossier((40, MODELLED), (20, {"DEP1": 4}))
    place.clock.days_ago = 10
    seen = place.store.read(made.holder, made.holder.dossier).seq
    place.store.save(made.holder, made.holder.dossier, (Change("answer", "DEP1", 3),), seen)
    place.clock.days_ago = 0
    token = place.store.share(made.holder, made.holder.dossier, Right.READ, None, "").token
    visitor = coming(place, token)
    compares(visitor, place.clock.day(20))

    expect(visitor.page.locator(".st-key-section_earlier_answers .sides")).to_have_count(1)
    expect(visitor.page.get_by_role("button", name="Revoir cette question")).to_have_count(0)
    assert len(place.past(made).results) == 2


def test_an_answer_whose_question_is_gone_is_listed(place: Place, coming: Callable):
    made = place.dossier((40, {**MODELLED, "BES9": 2}), (20, {"BES9": None}))
    visitor = coming(place, made.token)
    compares(visitor, place.clock.day(20))
    visitor.picks("earlier_day", place.clock.day(40))

    section = visitor.page.locator(".st-key-section_earlier_answers")
    expect(section.get_by_text(french(words.LEFT))).to_be_visible()
    expect(
        section.get_by_text(french("Une question retirée depuis (repère BES9). Votre réponse : choix 2."))
    ).to_be_visible()


def test_an_edition_whose_files_were_changed_is_said_to_be(place: Place, coming: Callable):
    made, day = place.dossier((40, MODELLED), files="d" * 64), place.clock.day(40)
    visitor = coming(place, made.token)
    compares(visitor, day)

    expect(visitor.page.locator(".st-key-section_earlier_edition p").last).to_have_text(
        french(words.REWRITTEN.format(day=day))
    )


def test_an_edition_that_is_no_longer_there_is_said_to_be(place: Place, coming: Callable):
    made, day = place.dossier((5, MODELLED)), place.clock.day(40)
    at, name = utc_now() - datetime.timedelta(days=40), made.holder.dossier
    given = [Change("answer", each, value) for each, value in MODELLED.items()]
    with place.store.database.writing() as connection:
        connection.execute(journal.JOURNAL.delete().where(journal.JOURNAL.c.dossier == name))
        last = journal.append(
            connection, name, [*given, SEEN], after=0, edition="disparue", at=at, link=made.holder.link
        )
        connection.execute(update(DOSSIERS).where(DOSSIERS.c.id == name).values(seq=last))
    visitor = coming(place, made.token)
    compares(visitor, day)

    expect(visitor.page.locator(".st-key-section_earlier_edition p").last).to_have_text(
        french(words.GONE.format(day=day))
    )


def test_what_a_newer_edition_changes_is_told_apart_from_what_answers_change(newer: Place, coming: Callable):
    first = open_edition(root=SHIPPED)
    made, day = newer.dossier((40, MODELLED), (20, {"DEP1": 4}), edition=first.id), newer.clock.day(20)
    visitor = coming(newer, made.token)
    compares(visitor, day)

    expect(visitor.page.get_by_text(french(words.SAME_RESULT.format(day=day)))).to_be_visible()
    columns = [french(tell_name(each)) for each in (first, open_edition("essai_2031", newer.content))]
    stage = sides(visitor, "edition", "Étape du projet")
    expect(stage.locator(".when")).to_have_text(columns)
    expect(stage).to_contain_text(["Essaimage", "Expérimentation"])
    expect(visitor.page.locator(".st-key-section_earlier_edition")).to_contain_text(french(words.STAYS))
    reworded = sides(visitor, "edition", first.questions["BES1"].text)
    expect(reworded).to_contain_text([told(first, "BES1", 3), french("« Nous avons demandé autrement »")])


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_the_page_has_no_barrier_and_is_not_wider_than_the_screen(newer: Place, coming: Callable, width: int):
    first = open_edition(root=SHIPPED).id
    made = newer.dossier((40, {**MODELLED, "C5": 1, "BES9": 1}), (20, {"DEP1": 4, "C5": None}), edition=first)
    visitor = coming(newer, made.token)
    compares(visitor, newer.clock.day(20))
    visitor.page.set_viewport_size({"width": width, "height": 900})
    visitor.picks("earlier_day", newer.clock.day(40))
    expect(visitor.page.locator(".st-key-section_earlier_edition .sides").first).to_be_visible()
    expect(visitor.page.get_by_test_id("stSidebar")).not_to_be_in_viewport()
    visitor.sees_all()

    found = Axe().run(visitor.page).response["violations"]

    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    visitor.page.wait_for_function(
        """(width) => [document.documentElement, document.querySelector('[data-testid=stMain]')]
             .every((each) => each.scrollWidth === width)""",
        arg=width,
    )
