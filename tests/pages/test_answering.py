"""The way from the first page to the result: the short version, rereading, and a question seen again and left."""

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from assessment.engine.assess import assess
from assessment.engine.reading import read_answers
from assessment.report.sections import tell
from assessment.report.typography import french

#: Answers to every key question; the trial is not done, and yet the solution stands in several places.
CONTRADICTORY = {
    "BES1": 2, "SOL1": 2, "EXP1": 1, "EXP2": 1, "MOD1": 2, "MOD2": 2,
    "ECO3": 2, "ALL1": 2, "EVA1": 2, "EVA2": 2, "DEP1": 4, "DEP2": 2,
}  # fmt: skip
COHERENT = {**CONTRADICTORY, "DEP1": 1}
REREAD = "À relire ensemble"


def file_of(answers, **about):
    return {**about, "project": {"answers": answers}}


def begins_short(visitor):
    """Choose the short version and start."""
    visitor.page.get_by_text("De votre projet, en bref").click()
    visitor.presses("Commencer")
    visitor.sees("Besoin et publics")


def goes_on_twice(visitor):
    visitor.goes_on()
    visitor.goes_on()


def resumes_short(visitor, answers):
    """Take up a short version that was answered."""
    visitor.resumes(file_of(answers, short=True))


def goes_to_the_end(visitor):
    """Press « Suivant » up to the last screen of the short version."""
    visitor.presses("Continuer à répondre")
    visitor.sees("Besoin et publics")
    while visitor.goes_on() != "Diffusion":
        pass


def at_the_last_screen(visitor):
    """Whether it asks for the name: a field of text comes a moment after the rest, its code being fetched by then."""
    name = visitor.page.get_by_label("Nom du projet")
    expect(name.or_(visitor.page.get_by_test_id("stMain").get_by_role("button", name="Suivant")).first).to_be_visible()
    return name.count() == 1


def opens_the_first_reason(visitor):
    """Open a line of the result and follow it to the question behind it."""
    line = visitor.line("to_next")
    line.locator("summary").click()
    line.get_by_role("button", name="Revoir cette réponse").first.click()
    visitor.sees("Essais et apprentissage")


def rereads(visitor):
    resumes_short(visitor, CONTRADICTORY)
    goes_to_the_end(visitor)
    visitor.moves("Voir le résultat", REREAD)


def opens_options(visitor, question):
    visitor.page.locator(f".st-key-change_{question} summary").click()
    expect(visitor.options(question).first).to_be_visible()


# --- The short version


def test_the_short_version_asks_the_key_questions_and_says_how_much_is_left(visitor, edition):
    begins_short(visitor)
    asked, left = [], []
    while True:
        asked += visitor.page.locator("[class*=st-key-box_answer_]").evaluate_all(
            "each => each.map((one) => one.className.match(/st-key-box_answer_(\\w+)/)[1])"
        )
        left.append(visitor.page.locator(".progress span").first.inner_text())
        if at_the_last_screen(visitor):
            break
        visitor.goes_on()

    assert asked == list(edition.key_questions)
    assert left == [
        french(f"Écran {place} sur 8, il reste environ {minutes} minute{'s' if minutes > 1 else ''}")
        for place, minutes in enumerate([5, 5, 5, 4, 3, 3, 2, 1], start=1)
    ]


def test_its_result_gives_a_stage_and_says_that_there_is_no_profile(visitor, edition):
    resumes_short(visitor, COHERENT)
    visitor.opens_result()
    report = tell(assess(read_answers(file_of(COHERENT, short=True), edition), edition))

    assert visitor.page.locator("h1").inner_text() == french(report.headline)
    assert report.profile is None
    assert visitor.page.locator(".part.profile").count() == 0
    assert report.notices[0].startswith("Ce résultat vient de la version courte, en 12 questions.")
    expect(visitor.page.get_by_text(french(report.notices[0]))).to_be_visible()


def test_the_end_of_the_short_version_leads_into_the_whole_one_with_every_answer_kept(visitor):
    resumes_short(visitor, COHERENT)
    goes_to_the_end(visitor)
    visitor.moves("Continuer avec toutes les questions", "Votre contexte")
    visitor.moves("Suivant", "Besoin et publics")

    assert (visitor.chosen("BES1"), visitor.chosen("BES2")) == (2, None)


def test_the_result_of_the_short_version_leads_into_the_whole_one(visitor):
    resumes_short(visitor, COHERENT)
    visitor.opens_result()
    visitor.moves("Continuer avec toutes les questions", "Votre contexte")
    visitor.opens_result()

    expect(visitor.page.locator(".st-key-continuing")).to_have_count(0)
    expect(visitor.page.locator(".part.profile")).to_have_count(1)


def test_a_short_version_comes_back_short(visitor, another_tab):
    begins_short(visitor)
    visitor.chooses("BES1", 3)
    visitor.is_told_saved()
    visitor.is_let_in()
    visitor.page.reload()
    visitor.sees("Besoin et publics")

    expect(visitor.page.locator(".progress span").first).to_contain_text("Écran 1 sur 8")
    assert visitor.chosen("BES1") == 3


def test_a_file_of_a_short_version_says_so_and_is_taken_up_short(visitor, tmp_path: Path):
    resumes_short(visitor, COHERENT)
    visitor.opens_result()
    kept = json.loads(visitor.downloads("Télécharger vos réponses (JSON)", tmp_path).read_bytes())

    assert (kept["short"], kept["project"]["answers"]) == (True, COHERENT)


# --- What becomes of the answers


def test_what_becomes_of_answers_is_told_before_the_first_one_whatever_the_way(visitor):
    told = visitor.page.get_by_text("Vous pouvez tout effacer à tout moment.")
    expect(told).to_be_visible()
    visitor.page.goto(visitor.page.url.rstrip("/") + "/answer")
    visitor.sees("Votre contexte")
    expect(told).to_be_visible()
    visitor.chooses("C1", 1)
    visitor.moves("Suivant", "Besoin et publics")

    expect(told).to_have_count(0)


# --- Rereading


def test_answers_that_do_not_go_together_come_back_as_a_question_before_the_result(visitor, edition):
    rereads(visitor)
    pair = next(each for each in edition.placement.contradictions if each.id == "DEP1_EXP1")
    given = [edition.questions[name].choices[CONTRADICTORY[name] - 1].label for name in pair.questions]

    assert visitor.page.locator(".st-key-reread_DEP1_EXP1 h2").all_inner_texts() == [french(pair.ask)]
    assert visitor.page.locator(".st-key-reread_DEP1_EXP1 .answered").all_inner_texts() == [*map(french, given)]
    expect(visitor.page.locator("h1")).to_be_focused()
    visitor.moves("Voir le résultat", "Votre projet est en conception.")


def test_an_answer_changed_there_is_saved_and_heard_and_leaves_nothing_to_reread(visitor):
    rereads(visitor)
    standing = visitor.page.locator(".st-key-reread_DEP1_EXP1 .standing")
    expect(standing).to_have_text("Ces réponses sont encore à relire.")
    opens_options(visitor, "DEP1")
    visitor.chooses("DEP1", 1)
    visitor.is_told_saved()
    expect(standing).to_have_text("Ces réponses vont maintenant bien ensemble.")
    expect(standing).to_have_attribute("role", "status")
    visitor.moves("Précédent", "Diffusion")
    assert visitor.chosen("DEP1") == 1
    visitor.moves("Voir le résultat", "Votre projet est en conception.")

    expect(visitor.page.locator(".part.contradictions")).to_have_count(0)


def test_answers_left_as_they_are_are_not_asked_again_until_one_changes(visitor):
    rereads(visitor)
    visitor.page.get_by_text("C’est bien ainsi").click()
    expect(visitor.page.get_by_text("C’est noté")).to_be_visible()
    visitor.moves("Précédent", "Diffusion")
    visitor.moves("Voir le résultat", "Votre projet est en conception.")
    visitor.page.go_back()
    visitor.sees("Diffusion")
    visitor.chooses("DEP1", 5)
    visitor.is_told_saved()

    visitor.moves("Voir le résultat", REREAD)


# --- From a reason to its question, and back


def test_a_reason_leads_to_its_question_and_one_click_leads_back_to_the_reason(visitor):
    resumes_short(visitor, COHERENT)
    visitor.opens_result()
    opens_the_first_reason(visitor)
    expect(visitor.page.locator(".st-key-question_EXP1 h2")).to_be_focused()
    visitor.presses("Revenir au résultat")
    visitor.sees("Votre projet est en conception.")

    reasons = visitor.line("to_next").locator("summary")
    expect(reasons).to_be_focused()
    expect(reasons).to_be_in_viewport()
    expect(visitor.line("to_next").get_by_role("button", name="Revoir cette réponse")).to_be_visible()


def test_a_line_that_the_answer_took_away_leaves_its_section_to_come_back_to(visitor):
    resumes_short(visitor, COHERENT)
    visitor.opens_result()
    opens_the_first_reason(visitor)
    visitor.chooses("EXP1", 3)
    visitor.is_told_saved()
    visitor.presses("Revenir au résultat")
    visitor.sees("Votre projet est en expérimentation.")

    expect(visitor.page.locator(".part.to_next h2")).to_be_focused()


def test_the_way_back_is_offered_only_where_a_reason_led(visitor):
    resumes_short(visitor, COHERENT)
    visitor.opens_result()
    opens_the_first_reason(visitor)
    visitor.goes_on()

    expect(visitor.page.get_by_role("button", name="Revenir au résultat")).to_have_count(0)


# --- Every screen, every width


STATES = {
    "home": lambda visitor: None,
    "first screen": begins_short,
    "whole version": lambda visitor: visitor.starts(),
    "settled": lambda visitor: (begins_short(visitor), goes_on_twice(visitor), visitor.chooses("EXP1", 1)),
    "last screen": lambda visitor: (resumes_short(visitor, COHERENT), goes_to_the_end(visitor)),
    "rereading": lambda visitor: (rereads(visitor), opens_options(visitor, "DEP1")),
    "from a reason": lambda visitor: (
        resumes_short(visitor, COHERENT),
        visitor.opens_result(),
        opens_the_first_reason(visitor),
    ),
    "short result": lambda visitor: (resumes_short(visitor, COHERENT), visitor.opens_result()),
}


@pytest.fixture(name="shown", params=STATES, scope="module")
def _shown(request, arriving):
    """Each state that a person meets on the way."""
    visitor = arriving()
    STATES[request.param](visitor)
    visitor.sees_all()
    yield visitor
    visitor.page.close()


#: A wide screen, a phone, a small phone, and a wide screen enlarged twice.
SCREENS = {"1280": (1280, 900), "390": (390, 844), "320": (320, 640), "200 %": (640, 400)}


@pytest.mark.parametrize("screen", SCREENS)
def test_no_barrier_and_nothing_wider_than_the_screen(shown, screen):
    width, height = SCREENS[screen]
    shown.page.set_viewport_size({"width": width, "height": height})
    shown.page.wait_for_function(
        """(width) => [document.documentElement, document.querySelector('[data-testid=stMain]')]
             .every((each) => each.scrollWidth === width)""",
        arg=width,
    )

    found = Axe().run(shown.page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


# --- By the keyboard alone

#: Whether what has the focus shows it, and whether all of it is clear of what stays in sight.
LOOK_AT_FOCUS = """() => {
  const here = document.activeElement;
  const cards = ['.option', '[data-testid=stRadioOption]', '.stCheckbox label', '[data-testid=stTextInputRootElement]'];
  const seen = [here, ...cards.map((each) => here.closest(each)).filter(Boolean)].some((each) => {
    const style = getComputedStyle(each);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  });
  const bar = document.querySelector('.progress');
  const under = bar && !here.contains(bar) && document.querySelector('[data-testid=stMain]').contains(here)
    && here.getBoundingClientRect().top < bar.getBoundingClientRect().bottom
    && here.getBoundingClientRect().bottom > bar.getBoundingClientRect().top;
  const label = here.getAttribute('aria-label') || here.closest('label')?.innerText || here.innerText || '';
  const group = here.type === 'radio' ? here.name : '';
  return { name: label.trim(), group, tag: here.tagName, seen, under: Boolean(under) };
}"""


class Keyboard:
    """A person who has a keyboard and nothing else; *trouble*: what took the focus unseen or hidden."""

    def __init__(self, visitor):
        self.visitor, self.keys, self.trouble = visitor, visitor.page.keyboard, []

    def steps(self, back=False):
        """One press of Tab, and what has the focus then."""
        self.keys.press("Shift+Tab" if back else "Tab")
        found = self.visitor.page.evaluate(LOOK_AT_FOCUS)
        if found["tag"] != "BODY" and (found["under"] or not found["seen"]):
            self.trouble.append(found)
        return found

    def reaches(self, wanted, most=60):
        """Press Tab until the focus is where it is *wanted*."""
        for _ in range(most):
            found = self.steps()
            if wanted(found):
                return found
        pytest.fail("the keyboard does not get there")

    def presses(self, name):
        self.reaches(lambda found: found["name"] == name)
        self.keys.press("Enter")

    def chooses(self, question, number):
        """Reach the buttons of a question and go down to an option."""
        self.reaches(lambda found: found["group"] == f"answer {question}")
        self.keys.press("Space")
        for _ in range(number - 1):
            self.keys.press("ArrowDown")
        expect(self.visitor.options(question).nth(number - 1).locator("input")).to_be_checked()
        expect(self.visitor.options(question).nth(number - 1).locator("input")).to_be_focused()
        self.visitor.sees_all()


@pytest.mark.parametrize("width", [1280, 320])
def test_the_keyboard_alone_leads_from_the_first_page_to_the_result(arriving, edition, width):
    visitor = arriving(width)
    keyboard = Keyboard(visitor)
    keyboard.reaches(lambda found: found["name"].startswith("De votre projet (13"))
    keyboard.keys.press("ArrowDown")
    expect(visitor.page.get_by_label("De votre projet, en bref")).to_be_checked()
    visitor.sees_all()
    keyboard.presses("Commencer")
    for screen in dict.fromkeys(edition.questions[name].screen for name in edition.key_questions):
        label = next(each.label for each in edition.project.screens if each.id == screen)
        visitor.sees(french(label))
        expect(visitor.page.locator("h1")).to_be_focused()
        for name in edition.key_questions:
            if edition.questions[name].screen == screen:
                keyboard.chooses(name, COHERENT[name])
        keyboard.presses("Voir le résultat" if screen == "DEP" else "Suivant")

    visitor.sees("Votre projet est en conception.")
    expect(visitor.page.locator("h1")).to_be_focused()
    assert [(each["name"][:60], each["seen"], each["under"]) for each in keyboard.trouble] == []
    visitor.page.close()


def test_how_much_is_left_stays_in_sight_on_a_phone(arriving):
    visitor = arriving(390)
    begins_short(visitor)
    visitor.page.get_by_role("button", name="Suivant").scroll_into_view_if_needed()

    expect(visitor.page.locator(".progress")).to_be_in_viewport(ratio=1)
    visitor.page.close()
