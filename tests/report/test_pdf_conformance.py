"""Every worked example and every variant, held against PDF/UA-1 and PDF/A-3a by a program that is not ours."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import BytesIO
from typing import Any, get_args

import pytest
from page import validate_pdf_bytes
from pypdf import PdfReader

from assessment.content.shelf import open_edition
from assessment.engine.actions import Action
from assessment.report import pdf
from assessment.report.document import Report
from assessment.report.variants import Form, Variant

PROFILES = ("ua1", "3a")
NAMES = [example.name.split()[0] for example in open_edition().examples]
ACTIONS = (
    Action("Écrire les leçons de l'essai", "Samira", datetime.date(2027, 1, 15), "EXP2"),
    Action("Appeler la mairie"),
)
VARIANTS = (
    Variant(contact="contact@exemple.fr"),
    Variant(people=False),
    Variant(free_text=False),
    Variant("board", "contact@exemple.fr", people=False),
    Variant("plain", "contact@exemple.fr", free_text=False),
)
#: What has no picture, no profile, or hardly anything.
SMALL: dict[str, dict[str, Any]] = {
    "doors": {"doors": {"answers": {"L1": 2}}},
    "organisation": {"organisation": {"answers": {"T0": 1, "O1": 2}}},
    "nothing": {"project": {"answers": {}}},
}


def failures(content: bytes) -> list[tuple[str, str, str]]:
    checked = {profile: validate_pdf_bytes(content, profile=profile) for profile in PROFILES}
    return [(name, found.rule_id, found.message) for name, told in checked.items() for found in told.failures]


def pages(content: bytes) -> int:
    return len(PdfReader(BytesIO(content)).pages)


@pytest.mark.parametrize("name", [*NAMES, "complete"])
def test_a_worked_example_conforms_on_four_to_six_pages(
    name: str, given: Callable[[str], dict[str, Any]], telling: Callable[..., Report]
):
    report = telling(given(name))
    whole = pdf.render(report, b'{"version": 1}')
    short = [pdf.render(report, b'{"version": 1}', Variant(form)) for form in get_args(Form) if form != "whole"]

    assert [failures(content) for content in (whole, *short)] == [[], [], []]
    assert 4 <= pages(whole) <= 6
    assert [pages(content) for content in short] == [1, 1]


@pytest.mark.parametrize("variant", VARIANTS, ids=str)
def test_every_variant_conforms(variant: Variant, report: Report):
    assert failures(pdf.render(replace(report, actions=ACTIONS), b'{"version": 1}', variant)) == []


@pytest.mark.parametrize("name", SMALL)
def test_a_report_of_little_conforms(name: str, telling: Callable[..., Report]):
    rendering = partial(pdf.render, telling(SMALL[name]), None)

    assert [failures(rendering(Variant(form))) for form in get_args(Form)] == [[], [], []]
