"""The script and the style sheet of every page: named by the first page, kept by the browser until they change."""

import re

import pytest

from assessment.pages.french_labels import LABELS
from assessment.serving.everywhere import Asset, script, sheet
from assessment.serving.language import first_page

KEPT, ASKED_AGAIN = "public, max-age=31536000, immutable", "no-cache"


def test_the_first_page_brings_both_below_the_styles_of_streamlit():
    after = first_page().partition('<div id="root"></div>')[2]

    assert re.findall('(?:href|src)="(.*?)"', after) == [sheet().address, script().address]


@pytest.mark.parametrize(
    ("asset", "media"),
    [(script(), "text/javascript; charset=utf-8"), (sheet(), "text/css; charset=utf-8")],
    ids=["script", "sheet"],
)
def test_what_the_first_page_names_is_there_and_may_be_kept(asset: Asset, media: str, server):
    answer = server.get(asset.address)

    assert (answer.status, answer.text) == (200, asset.text)
    assert (answer.headers["content-type"], answer.headers["cache-control"]) == (media, KEPT)


@pytest.mark.parametrize("asked", ["", "?v=", "?v=0123456789abcdef"])
def test_another_version_is_not_kept(asked: str, server):
    answer = server.get(f"/jalons.js{asked}")

    assert (answer.text, answer.headers["cache-control"]) == (script().text, ASKED_AGAIN)


def test_another_content_has_another_address():
    assert Asset("/a", "text/css", "a").address != Asset("/a", "text/css", "b").address


def test_the_script_knows_every_label():
    assert all(f'"{english}"' in script().text for english in LABELS)
