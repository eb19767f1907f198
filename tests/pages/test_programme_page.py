"""A coach makes a programme of a group's answers in a real browser: proposed, changed, saved, taken away."""

import datetime
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import docx
import pytest
from axe_playwright_python.sync_playwright import Axe
from icalendar import Calendar
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from assessment.content.edition import Edition
from assessment.pages import wording_of_programme as words
from assessment.pages.programme_opened import Known, group_of
from assessment.portfolio.projects import projects_of
from assessment.programme.choices import Choices, from_json, renamed
from assessment.programme.editing import Move, edit
from assessment.programme.group import Group
from assessment.programme.plan import Programme
from assessment.programme.proposing import chosen
from assessment.report.programme_docx import programme_docx
from assessment.report.programme_pdf import commissioner_pdf, facilitator_pdf, participants_pdf
from assessment.report.typography import french
from assessment.settings import Settings
from assessment.storage.gathered import Given, OpenedGathering, Terms
from assessment.storage.gatherings import Gatherings
from assessment.storage.kept import Change
from assessment.storage.opening import gatherings_of, open_store
from assessment.storage.principals import ANYONE
from assessment.storage.store import Store

TITLE = "Alliances *en vallée*"
HEADING = f"Programme : {TITLE}"
NAMES = (
    *("Jardin *partagé* du Nord", "Cuisine de <b>palier</b> & voisins", "Atelier :sun: vélo", "La recyclerie"),
    *("Le tiers-lieu", "Maison des aidants", "Ferme d'insertion", "L'épicerie", "La friche", "Service jeunesse"),
    "Fabrique du quartier",
)
#: Who gives their result alone.
QUIET = "Projet discret"
FIRST_DAY = datetime.date(2027, 1, 14)


@dataclass(frozen=True)
class Coach:
    """A gathering of twelve on a server, and its coach at the browser."""

    address: str
    store: Store
    gatherings: Gatherings
    made: OpenedGathering
    edition: Edition

    @property
    def id(self) -> str:
        return self.made.gathering.id

    @property
    def programme(self) -> str:
        return f"{self.address}/programme?c={self.id}"

    def known(self) -> Known:
        """The group as the page has it."""
        owner = self.made.owner
        deposited, noted = self.gatherings.projects(owner, self.id), self.gatherings.noted(owner, self.id)
        projects = projects_of(deposited, noted, self.edition)
        return Known(group_of(projects, self.edition), tuple(each.id for each in projects))

    def group(self) -> Group:
        return self.known().group

    def choices(self) -> Choices:
        """What the journal holds: the programme, with the calendar of the parcours."""
        last = {each.key: from_json(each.value) for each in self.gatherings.noted(self.made.owner, self.id)}
        return renamed(replace(last[""], parcours=last["parcours"].parcours), self.known().names)

    def made_programme(self) -> Programme:
        return chosen(self.group(), self.choices()).programme


@pytest.fixture(name="installed", scope="module")
def _installed(serving: Callable, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Store, Gatherings]]:
    """A server, and what it keeps."""
    folder = tmp_path_factory.mktemp("coaching")
    with serving(folder) as address:
        settings = Settings(data=folder / "data")
        store = open_store(settings)
        yield address, store, gatherings_of(store, settings)
        store.database.close()


@pytest.fixture(name="coach")
def _coach(installed: tuple[str, Store, Gatherings], edition: Edition) -> Coach:
    """Eleven whose answers are shared, and one who gives the result alone."""
    _, _, gatherings = installed
    shares = ("result", "answers", "notes")
    terms = Terms(TITLE, "groupe", ("project", "organisation", "doors"), None, shares, "Pour préparer deux jours.")
    coach = Coach(*installed, gatherings.create(ANYONE, terms, edition.id), edition)
    cases = [each.given for each in edition.examples[-11:]]
    people = [
        {"version": 1, "edition": edition.id, **each, "subject": {"name": name}}
        for each, name in zip(cases, NAMES, strict=True)
    ]
    gatherings.add(coach.made.owner, coach.id, [Given(each, "unverified", "f.json") for each in people])
    _deposit_quietly(coach, cases[-1])
    return coach


def _deposit_quietly(coach: Coach, given: dict) -> None:
    """Somebody gives their result, and lets nobody see their answers."""
    parts = ["project", "organisation", "doors"]
    answers = {name: value for part in parts for name, value in given.get(part, {}).get("answers", {}).items()}
    changes = [Change("answer", name, value) for name, value in answers.items()]
    changes += [Change("name", "", QUIET), Change("parts", "", parts), Change("result", "", True)]
    holder = coach.store.create(ANYONE, coach.edition.id, "0" * 64, changes).holder
    invitation = coach.gatherings.invitation(coach.made.owner, coach.id)
    coach.gatherings.deposit(holder, holder.dossier, invitation, ("result",), "Oui.")


@pytest.fixture(name="at_work")
def _at_work(coach: Coach, browser: Browser) -> Iterator[Page]:
    """The coach's tab, at the programme, let in by the private link."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{coach.address}/reprendre#{coach.made.token}")
    expect(page.locator("h1").first).to_have_text(TITLE)
    page.get_by_role("button", name="Composer le programme").click()
    _sees(page)
    yield page
    context.close()


def _sees(page: Page) -> None:
    """Wait until the programme is drawn and nothing moves."""
    expect(page.locator("h1").first).to_have_text(french(HEADING))
    expect(page.locator(".timetable")).to_be_visible()
    _rests(page)


def _rests(page: Page) -> None:
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.locator("[data-stale=true]")).to_have_count(0)


def _is_saved(page: Page, act: Callable[[], None]) -> None:
    """Do something, and wait until the page tells that it was saved."""
    before = page.locator(".saved .nth").all_text_contents()
    act()
    page.wait_for_function(
        "(before) => [...document.querySelectorAll('.saved .nth')].some((each) => !before.includes(each.textContent))",
        arg=before,
    )
    _rests(page)


def _rows(page: Page) -> list[list[str]]:
    """Keys of the sequences, day by day; a meal that takes the place of no pause has none."""
    return page.evaluate(
        """() => [...document.querySelectorAll('.timetable > section')].map((day) =>
             [...day.querySelectorAll('.slot')].map((each) => each.dataset.key).filter(Boolean))"""
    )


def _keys(programme: Programme) -> list[list[str]]:
    return [[slot.key for slot in day] for day in programme.days]


def _row(page: Page, key: str) -> Locator:
    return page.locator(f".slot[data-key='{key}']")


def _changes(page: Page, key: str) -> Locator:
    """Open what changes a sequence."""
    _row(page, key).get_by_role("button", name=re.compile("^Changer")).click()
    return _row(page, key).locator(".panel")


def _wishes(page: Page, length: str) -> None:
    _is_saved(page, lambda: page.get_by_test_id("stRadioOption").filter(has_text=length).click())


def _downloads(page: Page, button: str) -> bytes:
    _rests(page)
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return Path(download.value.path()).read_bytes()


def test_a_coach_makes_two_days_changes_them_finds_them_again_and_takes_them_away(coach: Coach, at_work: Page):
    _wishes(at_work, "2 jours")
    proposed = coach.made_programme()
    assert _rows(at_work) == _keys(proposed)

    first = next(slot for slot in proposed.days[0] if slot.module)
    second = next(slot for slot in proposed.days[0] if slot.module and slot.module != first.module)
    _is_saved(at_work, lambda: _row(at_work, first.key).get_by_role("button", name=re.compile("^Descendre")).click())
    panel = _changes(at_work, second.key)
    panel.get_by_label("Titre").fill("Ce qui *nous* fait vivre")
    _is_saved(at_work, lambda: panel.get_by_label("Minutes").focus())
    panel.get_by_label("Minutes").fill("50")
    _is_saved(at_work, lambda: panel.get_by_label("Minutes").press("Enter"))
    other = next(slot for slot in proposed.days[1] if slot.module)
    dropping = _changes(at_work, other.key).get_by_role("button", name=re.compile("^Retirer"))
    _is_saved(at_work, dropping.click)
    expect(at_work.locator(".balance")).to_contain_text("Besoins perdus")
    adding = at_work.locator(".timetable > section").nth(1)
    adding.locator("summary", has_text="Ajouter une séquence").click()
    adding.get_by_label("Quoi").select_option("M09")
    _is_saved(at_work, adding.get_by_role("button", name=re.compile("^Ajouter")).click)
    split = _changes(at_work, first.key)
    split.get_by_label(french("L'autre groupe travaille sur")).select_option("M13")
    _is_saved(at_work, split.get_by_role("button", name=re.compile("^Faire un groupe")).click)
    _is_saved(at_work, lambda: split.get_by_label(NAMES[0]).select_option("1"))
    at_work.get_by_label("Date", exact=True).first.fill(FIRST_DAY.isoformat())
    _is_saved(at_work, lambda: at_work.get_by_label("Début").fill("08:30"))

    made, choices = coach.made_programme(), coach.choices()
    kept = {slot.key: slot for day in made.days for slot in day}
    assert [slot.key for slot in made.days[0]] == _keys(edit(proposed, Move(first.key, 1)).programme)[0]
    assert {slot.title for slot in made.days[0] if slot.module == second.module} == {"Ce qui *nous* fait vivre"}
    assert (kept[second.key].title, kept[second.key].minutes) == ("Ce qui *nous* fait vivre", 50)
    assert (other.key in kept, "M09" in {slot.module for slot in made.days[1]}) == (False, True)
    assert [each.module for each in kept[first.key].beside] == ["M13"]
    assert NAMES[0] in kept[first.key].beside[0].participants
    assert (choices.occasion.dates, choices.occasion.starts_at) == ((FIRST_DAY,), 8 * 60 + 30)

    at_work.reload()
    _sees(at_work)
    assert _rows(at_work) == _keys(made)
    expect(_row(at_work, second.key).locator(".name").first).to_have_text("Ce qui *nous* fait vivre")
    expect(_row(at_work, made.days[0][0].key).locator(".when")).to_have_text(french("8 h 30 – 9 h"))
    expect(at_work.get_by_label("Date", exact=True).first).to_have_value(FIRST_DAY.isoformat())

    for button, pdf in (
        (words.FOR_COMMISSIONER, commissioner_pdf),
        (words.FOR_FACILITATOR, facilitator_pdf),
        (words.FOR_PARTICIPANTS, participants_pdf),
    ):
        told, wanted = (_text_of(each) for each in (_downloads(at_work, french(button)), pdf(made, choices.occasion)))
        assert told == wanted
    text = _downloads(at_work, words.AS_TEXT)
    assert _lines_of(text) == _lines_of(programme_docx(made, choices.occasion))
    events = Calendar.from_ical(_downloads(at_work, french(words.AS_CALENDAR))).walk("VEVENT")
    assert [event.decoded("dtstart").date() for event in events][:2] == [FIRST_DAY, FIRST_DAY + datetime.timedelta(1)]
    assert Axe().run(at_work).response["violations"] == []


def _text_of(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def _lines_of(text: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(text)).paragraphs]


def test_answers_that_somebody_keeps_are_told_nowhere_while_their_result_counts(coach: Coach, at_work: Page):
    _wishes(at_work, "3 jours")
    for summary in at_work.locator(".slot summary").all():
        summary.click()

    expect(at_work.locator(".lead").first).to_have_text(french("12 participants. Niveau du groupe : Actifs."))
    expect(at_work.locator(".portrait")).to_contain_text(QUIET)
    blocks = at_work.locator(".portrait section", has=at_work.get_by_role("heading", name=words.BLOCKS))
    expect(blocks.locator("li", has_text=QUIET)).to_have_count(0)
    expect(blocks).to_contain_text(french(f"Non partagé : {QUIET}"))
    folded = at_work.locator(".slot details dd", has_text=french("car ils ne les partagent pas"))
    expect(folded.first).to_contain_text(QUIET)
    answers = at_work.locator(".slot details dd p + ul small")
    expect(answers.filter(has_text=NAMES[3]).first).to_be_attached()
    expect(answers.filter(has_text=QUIET)).to_have_count(0)


def test_nothing_is_recomputed_over_the_coach_s_choices_without_asking(coach: Coach, at_work: Page):
    _wishes(at_work, "2 jours")
    proposed = coach.made_programme()
    gone = next(slot for slot in proposed.days[0] if slot.module)
    _is_saved(at_work, _changes(at_work, gone.key).get_by_role("button", name=re.compile("^Retirer")).click)
    mine = _rows(at_work)

    _wishes(at_work, "1 jour")
    assert _rows(at_work) == mine
    expect(at_work.locator(".timetable .watch").first).to_contain_text("un jour de plus que prévu")
    at_work.get_by_role("button", name=words.PROPOSE).click()
    expect(at_work.locator(".st-key-proposed_again")).to_contain_text(words.PROPOSED)
    at_work.get_by_role("button", name=words.KEEP).click()
    expect(at_work.locator(".st-key-proposed_again")).to_have_count(0)
    assert _rows(at_work) == mine

    _is_saved(at_work, at_work.get_by_role("button", name=words.UNDO).click)
    assert (_rows(at_work), coach.choices().days) == (mine, 2)
    at_work.get_by_role("button", name=words.PROPOSE).click()
    _is_saved(at_work, at_work.get_by_role("button", name=words.TAKE).click)
    assert (_rows(at_work), coach.choices().sequences) == (_keys(proposed), None)


def test_a_keyboard_moves_a_sequence_and_stays_on_it_and_a_phone_shows_all(coach: Coach, at_work: Page):
    key = next(slot.key for slot in _proposed(coach).days[0] if slot.module)
    up = _row(at_work, key).get_by_role("button", name=re.compile("^Monter"))
    up.focus()
    _is_saved(at_work, lambda: at_work.keyboard.press("Enter"))

    expect(up).to_be_focused()
    assert at_work.locator(".slot").first.get_attribute("data-key") == key
    _changes(at_work, key)
    at_work.set_viewport_size({"width": 320, "height": 800})
    expect(at_work.locator(".timetable")).to_be_visible()
    assert at_work.evaluate("document.documentElement.scrollWidth") == 320
    assert Axe().run(at_work).response["violations"] == []


def _proposed(coach: Coach) -> Programme:
    """What is proposed before anything is chosen."""
    group = coach.group()
    return chosen(group, Choices(minutes=60 * group.edition.programme.hours)).programme


def test_a_parcours_is_laid_out_over_nine_months_changed_and_found_again(coach: Coach, at_work: Page):
    steps = at_work.locator(".steps-of")
    steps.get_by_label(words.FIRST_SESSION).fill(FIRST_DAY.isoformat())
    _is_saved(at_work, steps.get_by_role("button", name=words.LAY_OUT).click)
    day = FIRST_DAY + datetime.timedelta(weeks=17)
    _is_saved(at_work, lambda: steps.get_by_label("Le : Webinaire").fill(day.isoformat()))
    _is_saved(at_work, steps.get_by_role("button", name=re.compile("^Retirer : Visite chez un tiers")).click)
    own = steps.get_by_role("button", name="Ajouter une étape")
    _is_saved(at_work, own.click)
    at_work.reload()
    _sees(at_work)

    kept = {step.key: step for step in coach.choices().parcours}
    wanted = {step.id for step in coach.edition.programme.parcours.steps} - {"V2"} | {"libre1"}
    assert (set(kept), kept["W"].day) == (wanted, day)
    expect(steps.locator("li:not(.phase):not(.add)")).to_have_count(len(kept))
    events = Calendar.from_ical(_downloads(at_work, words.PARCOURS_CALENDAR)).walk("VEVENT")
    assert {event.decoded("dtstart") for event in events} == {step.day for step in kept.values()}


def test_two_tabs_that_change_the_same_programme_are_asked_which_one_to_keep(coach: Coach, at_work: Page):
    other = at_work.context.new_page()
    other.goto(coach.programme)
    _sees(other)
    _wishes(other, "3 jours")

    at_work.get_by_test_id("stRadioOption").filter(has_text="2 jours").click()
    expect(at_work.locator(".st-key-programme_conflict_days")).to_be_visible()
    assert coach.choices().days == 3
    _is_saved(at_work, at_work.get_by_role("button", name=words.MINE).click)
    assert coach.choices().days == 2


def test_files_dropped_without_a_gathering_make_a_programme_that_nothing_keeps(
    installed: tuple[str, Store, Gatherings], browser: Browser, edition: Edition
):
    address, *_ = installed
    page = browser.new_page()
    page.goto(f"{address}/programme")
    expect(page.locator("h1").first).to_have_text(words.TITLE)
    files = [
        {"name": f"p{place}.json", "mimeType": "application/json", "buffer": json.dumps(each.given).encode()}
        for place, each in enumerate(edition.examples[-6:])
    ]
    page.locator("input[type=file]").set_input_files(files)
    expect(page.locator(".timetable")).to_be_visible()
    _rests(page)

    expect(page.locator(".lead").nth(1)).to_contain_text("6 participants")
    expect(page.get_by_text(french(words.NOT_KEPT))).to_be_visible()
    assert _text_of(_downloads(page, words.FOR_COMMISSIONER)) != []
    page.locator("input[type=file]").set_input_files([{"name": "x.json", "mimeType": "a/b", "buffer": b"{"}])
    expect(page.get_by_text(french(words.NOT_READ))).to_be_visible()
    page.close()
