"""A report that was taken away brings its answers back, and the page says whether it is ours and unchanged."""

import io
import json
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader, PdfWriter

from assessment.engine.actions import Action
from assessment.report.typography import french

OURS = "Le fichier de réponses de ce rapport est émis par cette installation et inchangé."
UNVERIFIED = (
    "Origine non vérifiée\u00a0: ces réponses viennent d’un rapport fait ailleurs, ou changé depuis. "
    "Relisez-les avant de vous y fier."
)
RESUMED = "Vos réponses sont reprises. Vous pouvez continuer, ou revoir votre résultat."
NAME = "jalons-reponses.json"
ACTION = Action("Écrire ce que nous avons appris", "Élise")


@pytest.fixture(name="report", scope="module")
def _report(arriving, example, tmp_path_factory) -> tuple[str, bytes]:
    """The headline of a result, and the report that was taken away from it."""
    visitor = arriving()
    actions = [{"what": ACTION.what, "who": ACTION.who}]
    visitor.resumes({**example.given, "subject": {"name": "Le verger"}, "actions": actions})
    visitor.opens_result()
    headline = visitor.page.locator("h1").inner_text()
    path: Path = visitor.downloads("Télécharger le rapport (PDF)", tmp_path_factory.mktemp("report"))
    visitor.page.close()
    return headline, path.read_bytes()


def carried(report: bytes) -> dict:
    """The answers that a report carries."""
    return json.loads(PdfReader(io.BytesIO(report)).attachments[NAME][0])


def carrying(data: dict) -> bytes:
    """Some PDF that carries these answers."""
    writer, made = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.add_attachment(NAME, json.dumps(data).encode())
    writer.write(made)
    return made.getvalue()


def told(visitor) -> str:
    """What the first page says of the file that was taken up."""
    line = visitor.page.locator("p.aside[role=status]", has_text="reprises")
    expect(line).to_be_visible()
    visitor.sees_all()
    return line.inner_text()


def sees_result(visitor) -> None:
    visitor.page.get_by_test_id("stMain").get_by_role("link", name="Voir le résultat").last.click()
    expect(visitor.page.get_by_text("Toutes vos réponses")).to_be_visible()
    visitor.sees_all()


def test_a_report_dropped_by_somebody_else_gives_the_same_result_and_says_that_it_is_ours(visitor, report):
    headline, content = report
    visitor.drops(content, "rapport.pdf")
    assert told(visitor) == f"{RESUMED}\n{OURS}"
    sees_result(visitor)

    assert visitor.page.locator("h1").inner_text() == headline
    assert "Le verger" in visitor.page.locator(".eyebrow").inner_text()
    expect(visitor.page.locator(".note", has_text=OURS)).to_be_visible()
    expect(visitor.page.get_by_label("Quoi").first).to_have_value(ACTION.what)


def test_a_report_that_was_changed_is_taken_up_computed_again_and_told_so(visitor, report):
    headline, content = report
    data = carried(content)
    data["project"]["answers"].update(dict.fromkeys(("EXP1", "EXP3", "MOD1", "DEP1"), 1))
    visitor.drops(carrying(data), "rapport.pdf")
    assert told(visitor) == f"{RESUMED}\n{UNVERIFIED}"
    sees_result(visitor)

    assert visitor.page.locator("h1").inner_text() != headline
    expect(visitor.page.locator(".note", has_text=UNVERIFIED)).to_be_visible()


def test_once_an_answer_is_changed_nothing_more_is_said_of_the_report(visitor, report):
    visitor.drops(report[1], "rapport.pdf")
    told(visitor)
    visitor.page.locator(".st-key-resumed_continue").get_by_role("button").click()
    expect(visitor.page.locator("h1")).not_to_have_text(french("Où en est votre projet, et que faire ensuite ?"))
    visitor.sees_all()
    visitor.chooses("C1", 2)
    visitor.is_told_saved()
    visitor.opens_result()

    expect(visitor.page.get_by_text(OURS)).to_have_count(0)


def test_hostile_reports_are_refused_in_a_sentence_and_the_server_goes_on(visitor, address, report):
    loop = b"%PDF-1.7\nxref\n0 0\ntrailer << /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n"
    again = "Déposez le rapport tel que Jalons vous l’a donné, ou votre fichier de réponses."
    refused = (
        (b"", "rapport-vide.pdf\u00a0: ce fichier n’est pas un PDF."),
        (loop, "rapport-en-boucle.pdf\u00a0: ce PDF est abîmé\u00a0: il ne se lit pas."),
        (report[1][:20_000], "rapport-coupé.pdf\u00a0: ce PDF est abîmé\u00a0: il ne se lit pas."),
        (
            carrying({"<b>": "x" * 100_000}),
            "rapport-enflé.pdf\u00a0: ce fichier contient bien plus que des réponses de Jalons.",
        ),
    )
    for content, sentence in refused:
        visitor.drops(content, sentence.partition("\u00a0")[0])
        expect(visitor.page.locator(".problems[role=alert] li")).to_have_text([f"{sentence} {again}"])
    with urlopen(f"{address}/sante", timeout=5) as response:
        assert response.status == 200
    visitor.drops(report[1], "rapport.pdf")

    assert told(visitor) == f"{RESUMED}\n{OURS}"
    expect(visitor.page.locator(".problems")).to_have_count(0)


def test_a_file_is_given_with_the_keyboard_alone(visitor, report):
    button = visitor.page.get_by_test_id("stFileUploader").get_by_role("button").first
    with visitor.page.expect_file_chooser() as chooser:
        button.press("Enter")
    chooser.value.set_files(files=[{"name": "rapport.pdf", "mimeType": "application/pdf", "buffer": report[1]}])

    assert told(visitor) == f"{RESUMED}\n{OURS}"
