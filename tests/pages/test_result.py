"""The result: all that matters on its first screen, reasons behind every line, and the same in the plainest words."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from assessment.engine.assess import assess
from assessment.engine.reading import read_answers
from assessment.pages import wording_of_result as words
from assessment.report.essentials import essentials
from assessment.report.plain import plainly
from assessment.report.sections import tell
from assessment.report.typography import french

#: The organisation of whoever answered for both.
ORGANISATION = {"T0": 1, **dict.fromkeys(("O1", "O2", "O3", "O5", "O14"), 2)}
ALONE = {
    "organisation": {"organisation": {"answers": {**ORGANISATION, "O7": 1}}},
    "doors": {"doors": {"answers": {"L1": 2, "L2": 2}}},
    "one answer": {"project": {"answers": {"BES2": 2}}},
}


@pytest.fixture(name="given", scope="module")
def _given(example):
    """Archetype F03, with what blocks, the help that is sought, and the organisation."""
    answers = {**example.given["project"]["answers"], "C6": [3, 8], "C7": [1]}
    return {"project": {"answers": answers}, "organisation": {"answers": ORGANISATION}}


@pytest.fixture(name="found", scope="module")
def _found(given, edition):
    return assess(read_answers(given, edition), edition)


@pytest.fixture(name="report", scope="module")
def _report(found):
    return tell(found)


@pytest.fixture(name="reader", scope="module")
def _reader(arriving, given):
    """Someone who reads the result."""
    visitor = arriving()
    visitor.resumes(given)
    visitor.opens_result()
    yield visitor
    visitor.page.close()


@pytest.fixture(name="at_result")
def _at_result(reader):
    """At the top of the result, on a wide screen."""
    reader.page.set_viewport_size({"width": 1280, "height": 800})
    reader.opens_result()
    reader.page.get_by_test_id("stMain").evaluate("(main) => main.scrollTo({ top: 0 })")
    return reader


def cards(visitor):
    return visitor.page.locator(".essentials > li")


def test_the_first_screen_says_all_that_matters(at_result, found, report):
    told = [
        " ".join(french(each) for each in (card.label, card.badge, *card.told) if each)
        for card in essentials(found, report.sections)
    ]

    assert [" ".join(text.split()) for text in cards(at_result).all_inner_texts()] == [
        " ".join(text.split()) for text in told
    ]
    assert cards(at_result).locator("a").evaluate_all("(links) => links.map((link) => link.hash.slice(1))") == [
        f"section_{name}"
        for name in ("to_consolidate", "to_next", "zones", "levers", "recommendations", "organisation")
    ]


@pytest.mark.parametrize(("width", "height", "screens"), [(1280, 800, 1), (390, 844, 2), (320, 844, 2)])
def test_the_line_of_stages_and_every_card_stand_on_the_first_screen(at_result, width, height, screens):
    at_result.page.set_viewport_size({"width": width, "height": height})

    at_result.page.wait_for_function(
        """(most) => [...document.querySelectorAll('.stations, .essentials > li')]
             .every((each) => each.getBoundingClientRect().bottom <= most)""",
        arg=height * screens,
    )


def test_every_card_leads_to_its_section(at_result, report):
    for card in cards(at_result).all():
        link = card.locator("a")
        title = report.section(link.evaluate("(link) => link.hash.slice(1)").removeprefix("section_")).title
        link.click()
        expect(at_result.page.get_by_role("heading", name=french(title), exact=True)).to_be_in_viewport()


def test_the_whole_card_can_be_pressed(at_result):
    cards(at_result).first.click(position={"x": 200, "y": 40})

    expect(at_result.page.get_by_role("heading", name="Ce qui reste à consolider")).to_be_in_viewport()


def test_every_line_opens_to_its_reasons(at_result, report):
    lines = at_result.page.locator(".line")
    told = [line for section in report.sections for line in (*section.lines, *section.more)]
    origins = [
        "".join(
            french(text.format(each))
            for text, each in (
                ("Règle {} de la méthode", line.rule),
                ("Repère dans la méthode : {}", line.part),
                ("Source : {}", line.source),
            )
            if each
        )
        for line in told
    ]

    expect(lines).to_have_count(len(told))
    assert lines.evaluate_all("(each) => each.map((one) => one.querySelectorAll('summary').length)") == [1] * len(told)
    assert origins == lines.evaluate_all(
        "(each) => each.map((one) => [...one.querySelectorAll('.origin')].map((p) => p.textContent).join(''))"
    )
    assert lines.locator(".reason strong").all_text_contents() == [
        french(reason.answer) for line in told for reason in line.because
    ]


def test_a_lever_shows_who_speaks_for_it(at_result):
    first = at_result.line("levers").locator(".voices span")
    first.first.scroll_into_view_if_needed()  # what is out of sight has no look yet
    expect(first).to_have_text(["Vos réponses le montrent", "Vous dites que cela bloque"], use_inner_text=True)


def test_the_organisation_is_told_beside_the_project_with_its_reasons(at_result, found):
    line = at_result.page.locator(".part.organisation .line").filter(has_text=french(found.pairing.pairing.label))
    line.locator("summary").click()

    expect(line.get_by_text(french(found.edition.questions["O1"].text))).to_be_visible()
    expect(line.get_by_text(french(found.edition.questions["EXP1"].text))).to_be_visible()


def test_each_dimension_has_its_answers_and_leads_back_to_them(at_result, report):
    at_result.page.get_by_text(words.BY_DIMENSION).click()
    for row in report.profile.rows:
        shown = at_result.page.locator(f"[data-line='profile dimension {row.id}'] .reason strong")
        expect(shown).to_have_text([french(reason.answer) for reason in row.because])

    dimension = at_result.page.locator("[data-line='profile dimension EVA']")
    dimension.get_by_role("button", name="Revoir cette réponse").first.click()
    at_result.sees("Utilité sociale et résultats")
    at_result.presses("Revenir au résultat")
    expect(dimension).to_be_focused()
    expect(dimension).to_be_in_viewport()


def test_the_profile_says_the_same_as_its_picture(at_result, report):
    plot = at_result.page.get_by_role("img", name=french(report.profile.alt), exact=True)
    expect(plot).to_be_visible()
    columns = plot.evaluate(
        """(plot) => [...plot.querySelectorAll('.rows p')].map((row) => {
             const [dot, line] = [row.querySelector('i')?.getBoundingClientRect(), row.getBoundingClientRect()];
             return dot ? Math.ceil(5 * (dot.left + dot.width / 2 - line.left) / line.width) : null;
           })"""
    )
    assert columns == [row.level for row in report.profile.rows]
    assert [
        each == "ring" for each in plot.locator(".rows p i").evaluate_all("all => all.map((i) => i.className)")
    ] == [row.level < row.wanted for row in report.profile.rows if row.level]
    at_result.page.get_by_text("Les mêmes données en tableau").click()
    row = at_result.page.get_by_role("row", name="Formalisation")
    expect(row.get_by_role("rowheader")).to_have_text("Formalisation")
    expect(row.get_by_role("cell")).to_have_text(["Expérimentation", words.BEHIND_STAGE])


def test_nothing_in_the_result_is_a_score(at_result):
    shown = at_result.page.get_by_test_id("stMain").text_content()

    assert "%" not in shown
    assert "score" not in shown.lower()


def test_the_plain_page_says_the_gist_and_leads_back(at_result, found):
    at_result.presses("Lire ce résultat en clair")
    at_result.sees(words.PLAIN_TITLE)

    parts = plainly(found)
    told = at_result.page.locator(".st-key-plainly")
    expect(told.locator("h2")).to_have_text([french(part.title) for part in parts])
    expect(told.locator("p")).to_have_text([french(each) for part in parts for each in part.sentences])
    assert Axe().run(at_result.page).response["violations"] == []
    at_result.presses(words.PLAIN_BACK)
    at_result.sees("Votre projet est en modélisation.")


@pytest.mark.parametrize("part", ALONE)
def test_one_part_alone_can_be_explored_and_told_plainly(arriving, part, edition):
    visitor = arriving(390)
    visitor.page.set_viewport_size({"width": 1280, "height": 800})
    visitor.resumes(ALONE[part])
    visitor.opens_result()
    before = tell(assess(read_answers(ALONE[part], edition), edition))
    visitor.presses("Explorer ce résultat")
    visitor.sees("Explorer votre résultat")
    visitor.picks("why_not_item", "investisseur sociétal")
    expect(visitor.page.locator(".st-key-explained p").first).to_be_visible()
    question = edition.questions[next(iter(next(iter(ALONE[part].values()))["answers"]))]
    visitor.picks("what_if_question", french(question.text)[:30])
    visitor.page.locator(f".st-key-supposed_{question.id} label").last.click()
    expect(visitor.page.locator(f".st-key-trial_{question.id}")).to_be_visible()

    visitor.opens_result()
    expect(visitor.page.locator("h1").first).to_have_text(french(before.headline))
    visitor.presses("Lire ce résultat en clair")
    visitor.sees(words.PLAIN_TITLE)
    expect(visitor.page.locator(".st-key-plainly p")).to_have_text([french(each) for each in before.plain])
    visitor.page.close()
