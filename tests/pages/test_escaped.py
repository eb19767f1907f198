"""Texts are shown as they were written, and in French typography."""

import doctest

import pytest

from assessment.pages import escaped, taking_away
from assessment.pages.escaped import link, markdown, markup


@pytest.mark.parametrize("module", [escaped, taking_away], ids=lambda module: module.__name__)
def test_the_examples_of_the_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'essai est-il fini ?", "L’essai est\\-il fini\u202f?"),
        ("**gras** `code` $x$", "\\*\\*gras\\*\\* \\`code\\` \\$x\\$"),
        (":material/home: :red[oui]", ":\u2060material/home: :\u2060red\\[oui\\]"),
        ("![](http://ailleurs.fr/x.png)", "\\!\\[\\]\\(http:\u2060//ailleurs\\.fr/x\\.png\\)"),
        ("www.ailleurs.fr a@b.fr", "www\u2060\\.ailleurs\\.fr a@\u2060b\\.fr"),
        ("<b>&lt", "\\<b\\>\\&lt"),
    ],
)
def test_markdown_signs_are_shown_and_not_followed(text, expected):
    assert markdown(text) == expected


def test_html_signs_are_shown_and_not_followed():
    assert markup("<img src=x onerror='alert(1)'> & ?") == (
        "&lt;img src=x onerror=&#x27;alert(1)&#x27;&gt; &amp;\u202f?"
    )


def test_only_addresses_of_the_web_become_links():
    assert link('https://exemple.fr/?a=1&b="2"') == (
        '<a href="https://exemple.fr/?a=1&amp;b=&quot;2&quot;" target="_blank" rel="noopener noreferrer">'
        "https://exemple.fr/?a=1&amp;b=&quot;2&quot;</a>"
    )
    assert [link(each) for each in (None, "", "javascript:alert(1)", "//ailleurs.fr")] == ["", "", "", ""]
