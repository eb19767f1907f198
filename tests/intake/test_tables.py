"""Tables from strangers: cells as texts; files made to break their reader are refused with a sentence."""

import io
import resource
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pyarrow as pa
import pytest
from pyarrow import parquet

from assessment.errors import AnswersError
from assessment.intake.tables import read_table
from assessment.portfolio.table import Table

#: Seconds of work, and bytes, that a file of a stranger may take.
SOON, FLAT = 2, 8 * 1024 * 1024
HEAD = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def workbook(*rows: tuple[object, ...]) -> bytes:
    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


def altered(change: Callable[[dict[str, bytes]], None]) -> bytes:
    """A workbook whose members *change* may touch."""
    with zipfile.ZipFile(io.BytesIO(workbook(("BES1",), (2,)))) as file:
        members = {name: file.read(name) for name in file.namelist()}
    change(members)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return out.getvalue()


def sheet(body: str) -> bytes:
    def put(members: dict[str, bytes]) -> None:
        members["xl/worksheets/sheet1.xml"] = f"{HEAD}{body}</sheetData></worksheet>".encode()

    return altered(put)


def bomb(size: int, name: str = "xl/media/image1.png") -> bytes:
    return altered(lambda members: members.update({name: b"\0" * size}))


def cells(line: int, **texts: str) -> str:
    """A row of XML: column -> text."""
    told = "".join(f'<c r="{name}{line}" t="str"><v>{text}</v></c>' for name, text in texts.items())
    return f'<row r="{line}">{told}</row>'


def entities() -> bytes:
    layers = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    body = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a0 "ha">{layers}]><worksheet>&a11;</worksheet>'
    return altered(lambda members: members.update({"xl/worksheets/sheet1.xml": body.encode()}))


def outside() -> bytes:
    body = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet>&f;</worksheet>'
    return altered(lambda members: members.update({"xl/worksheets/sheet1.xml": body.encode()}))


HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nothing": (".xlsx", lambda: b""),
    "no zip": (".xlsx", lambda: b"PK\3\4 and nothing more"),
    "cut": (".xlsx", lambda: workbook(("BES1",), (2,))[:-300]),
    "another zip": (".xlsx", lambda: altered(lambda members: members.clear())),
    "zip bomb": (".xlsx", lambda: bomb(150_000_000)),
    "tight zip": (".xlsx", lambda: bomb(90_000_000)),
    "thousand members": (
        ".xlsx",
        lambda: altered(lambda members: members.update({f"x/{n}": b"x" for n in range(1_000)})),
    ),
    "bomb of texts": (".xlsx", lambda: bomb(150_000_000, "xl/sharedStrings.xml")),
    "billion laughs": (".xlsx", entities),
    "a file of the machine": (".xlsx", outside),
    "four hundred columns": (".xlsx", lambda: workbook(tuple(f"c{n}" for n in range(400)))),
    "broken XML": (".xlsx", lambda: sheet("<row><c")),
    "five thousand and one rows": (".xlsx", lambda: workbook(("BES1",), *[(2,)] * 5_001)),
    "a workbook of before 2007": (".xlsx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4_096)),
    "shared texts without end": (
        ".xlsx",
        lambda: altered(lambda members: members.update({"xl/sharedStrings.xml": b"<sst>" + b"<si>" * 200_000})),
    ),
    "csv of zeros": (".csv", lambda: b"BES1\0\0"),
    "csv of wide rows": (".csv", lambda: b"BES1;SOL1\n" + b"1;2;3;4\n"),
    "csv with a long cell": (".csv", lambda: b"BES1\n" + b"1" * 100_000),
    "csv with an open quote": (".csv", lambda: b'BES1\n"1\n2\n'),
    "csv of thousand columns": (".csv", lambda: b";".join(b"c%d" % n for n in range(1_000)) + b"\n1"),
    "csv of many rows": (".csv", lambda: b"BES1\n" + b"1\n" * 100_001),
    "csv too large": (".csv", lambda: b"BES1\n" + b"1" * 21 * 1024 * 1024),
    "no parquet": (".parquet", lambda: b"PAR1 no PAR1"),
    "cut parquet": (".parquet", lambda: stored({"BES1": ["2"]})[:-9]),
}


def stored(columns: dict[str, list]) -> bytes:
    file = io.BytesIO()
    parquet.write_table(pa.table(columns), file)
    return file.getvalue()


def work() -> float:
    """Seconds that ended children have worked."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def memory() -> int:
    """Bytes of this process that are in memory now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def test_there_are_twenty_workbooks_and_csv_files_that_are_made_to_do_harm():
    assert sum(ending != ".parquet" for ending, _ in HOSTILE.values()) >= 20


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_table_is_refused_soon_with_a_sentence_and_takes_no_memory_here(name: str):
    ending, make = HOSTILE[name]
    content = make()
    worked, held = work(), memory()

    with pytest.raises(AnswersError) as refused:
        read_table(content, f"t{ending}")

    (problem,) = refused.value.problems
    assert (problem.where, problem.what[-1:], problem.remedy[-1:]) == (f"t{ending}", ".", ".")
    assert work() - worked < SOON
    assert memory() - held < FLAT


def test_a_sheet_that_claims_the_last_cell_of_all_is_read_up_to_its_columns():
    content = sheet(cells(1, A="BES1", XFD="SOL1") + cells(2, A="2") + cells(1_048_576, A="3", XFD="4"))

    assert read_table(content, "t.xlsx") == Table("t.xlsx", ("BES1",), (("2",),), (2,))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.csv", 'name;BES1;C6\nÉlan;2;1 4\n\n"a ""b""";;\n'.encode("utf-8-sig")),
        ("t.csv", 'name,BES1,C6\nÉlan,2,1 4\n\n"a ""b""",,\n'.encode("cp1252")),
        ("t.xlsx", workbook(("name", "BES1", "C6"), ("Élan", 2, "1 4"), (None,), ('a "b"', None, ""))),
    ],
)
def test_cells_are_texts_and_lines_are_those_of_the_file(name: str, content: bytes):
    assert read_table(content, name) == Table(
        name, ("name", "BES1", "C6"), (("Élan", "2", "1 4"), ('a "b"', None, None)), (2, 4)
    )


def test_parquet_gives_lists_as_numbers_and_whole_numbers_as_they_are():
    content = stored({"name": ["Élan", None], "BES1": [2.0, None], "C6": [[1, 4], []]})

    assert read_table(content, "t.parquet") == Table(
        "t.parquet", ("name", "BES1", "C6"), (("Élan", "2", "1 4"), (None, None, "0")), (1, 2)
    )


def test_a_cell_that_we_held_back_comes_back_as_it_was():
    assert read_table(b"name\n'=1+1\n'abc\n", "t.csv").rows == (("=1+1",), ("'abc",))
