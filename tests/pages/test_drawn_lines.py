"""What a result is drawn of, in HTML: every line has a key of its own, and every text is shown and not followed."""

from dataclasses import fields, replace
from html.parser import HTMLParser

import pytest

from assessment.pages import dimensions, stations
from assessment.pages.escaped import markup
from assessment.pages.lines import Shown, drawn_reason, drawn_section, keyed
from assessment.report.document import Line, Profile, ProfileRow, Reason, Report, Section, StageLine
from bench.hostile_texts import hostile_texts

#: Two lines of one part of the method, one of a rule and its double, one that rests on nothing, one of several words.
SAME = (
    Line("L'étape est ouverte.", part="conditions de l'étape « modélisation »"),
    Line("L'étape est consolidée.", part="conditions de l'étape « modélisation »"),
    Line("À savoir.", rule="R12"),
    Line("À savoir aussi.", rule="R12"),
    Line("Pas encore su."),
    Line("Un passage.", part="passage « Traversée\tdu\ndésert »"),
)
TEXTS = [text for text in hostile_texts(250) if text.strip()]


class Read(HTMLParser):
    """The elements of a piece of HTML, with their attributes, and its text; folds are read as the page makes them."""

    def __init__(self, told: str) -> None:
        super().__init__()
        self.elements, self.attributes, self.text = [], [], ""
        self.feed(told.encode("utf-8", "replace").decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.elements.append(tag)
        self.attributes.extend(attrs)

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is None:
            self.text += data
            return
        inside = Read(data)
        self.elements.extend(inside.elements)
        self.attributes.extend(inside.attributes)
        self.text += inside.text


def report_of(*sections):
    empty = {each.name: () for each in fields(Report)}
    return Report(**empty | {"sections": sections})


def test_two_lines_of_one_section_never_have_the_same_key():
    section = Section("stage", "Votre étape", lines=SAME[:3], more=SAME[3:])

    keys = [key for key, _, _ in keyed(report_of(section))]

    assert keys == [
        "stage conditions de l'étape « modélisation »",
        "stage conditions de l'étape « modélisation » (2)",
        "stage R12",
        "stage R12 (2)",
        "stage 4",
        "stage passage « Traversée du désert »",
    ]
    drawn = Read(drawn_section(section, Shown({}, takes=False)))
    assert [value for name, value in drawn.attributes if name == "data-line"] == [
        Read(markup(each)).text for each in keys
    ]


@pytest.mark.parametrize("place", range(5))
def test_the_line_of_stages_shows_a_hostile_name_and_does_not_follow_it(place):
    tame = Read(stations.drawn(line_of("x")))
    for text in TEXTS[place::5]:
        told = Read(stations.drawn(line_of(text)))

        assert told.elements == tame.elements, text
        assert {name for name, _ in told.attributes} == {"class", "role", "aria-label"}, text
        assert told.text.count(shown(text)) >= 2, text


@pytest.mark.parametrize("place", range(5))
def test_a_dimension_shows_hostile_texts_and_does_not_follow_them(place):
    tame = Read(drawn_dimension("x"))
    for text in TEXTS[place::5]:
        told = Read(drawn_dimension(text))

        assert told.elements == tame.elements, text
        assert [name for name, _ in told.attributes] == [name for name, _ in tame.attributes], text
        assert told.text.count(shown(text)) >= 3, text


@pytest.mark.parametrize("place", range(5))
def test_a_note_beside_an_answer_is_shown_and_not_followed(place):
    def answered(text):
        return drawn_reason(Reason("EXP1", "x", "y", shown="un document", note=text))

    tame = Read(answered("x"))
    for text in TEXTS[place::5]:
        told = Read(answered(text))

        assert (told.elements, told.attributes) == (tame.elements, tame.attributes), text
        assert shown(f"« {text} »") in told.text, text


def shown(text):
    return Read(markup(text)).text


def line_of(text):
    return StageLine(stations=(text, text), reached=0, consolidated=0, lowest=0, highest=1, alt=text)


def drawn_dimension(text):
    reason = Reason("EXP1", text, text, shown=text, screen=text)
    row = ProfileRow(text, text, level=1, wanted=2, on_one_answer=False, because=(reason,))
    return dimensions.drawn(Profile((row, replace(row, level=None, because=())), 5, text), (text,), {"EXP1": "x"})
