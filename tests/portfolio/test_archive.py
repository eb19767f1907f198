"""Zips of documents: names that every computer takes, one document in memory at a time, and what is stopped opens."""

import datetime
import io
import re
import zipfile
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from assessment.portfolio.archive import LONGEST, file_names, safe_name, zipped
from bench.hostile_texts import hostile_texts

DAY = datetime.date(2026, 11, 26)


def test_names_are_read_by_every_computer_whatever_was_written():
    names = list(file_names(hostile_texts(2_000), ".pdf"))

    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.pdf", name)] == []
    assert max(map(len, names)) <= LONGEST + len("projet--9999.pdf")


@given(
    st.lists(st.one_of(st.none(), st.text(max_size=80), st.sampled_from(("con", "Con-2", "con-2", "CON"))), max_size=8)
)
def test_no_two_documents_have_the_same_name(names: list[str | None]):
    found = list(file_names(names, ".pdf"))

    assert (len(found), len(set(found))) == (len(names), len(names))


def test_devices_and_paths_are_no_names():
    given_names = ("CON", "lpt1", "../../etc/passwd", "C:\\x", "", None)

    assert [safe_name(name) for name in given_names] == [
        "projet-con",
        "projet-lpt1",
        "etc-passwd",
        "c-x",
        "projet",
        "projet",
    ]


def test_documents_are_made_one_after_the_other_as_the_zip_is_written():
    made: list[str] = []

    def documents() -> Iterator[tuple[str, bytes]]:
        for number in range(3):
            made.append(f"{number}")
            yield f"{number}.pdf", bytes([number]) * 1000

    file = io.BytesIO()
    writing = zipped(file, documents(), DAY)

    assert [(next(writing), list(made)) for _ in range(2)] == [("0.pdf", ["0"]), ("1.pdf", ["0", "1"])]
    writing.close()
    with zipfile.ZipFile(file) as archive:
        assert [(each.filename, each.date_time[:3]) for each in archive.infolist()] == [
            ("0.pdf", (2026, 11, 26)),
            ("1.pdf", (2026, 11, 26)),
        ]
        assert archive.read("1.pdf") == b"\x01" * 1000


def test_the_same_documents_of_the_same_day_give_the_same_bytes():
    files = [io.BytesIO(), io.BytesIO()]
    for file in files:
        list(zipped(file, iter([("a.pdf", b"x"), ("b.pdf", b"y")]), DAY))

    assert files[0].getvalue() == files[1].getvalue()
