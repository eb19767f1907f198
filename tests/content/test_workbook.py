"""The content as a workbook: what goes out comes back the same, and what is wrong is told at its cell."""

import dataclasses
import shutil
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.content.conditions import AnswerTest, Any_, TypeTest
from assessment.content.edition import Edition
from assessment.content.folder import read_files
from assessment.content.importing import HEADING, Imported, import_workbook
from assessment.content.links import Links
from assessment.content.questionnaire import Choice
from assessment.content.shelf import SHIPPED, current, open_edition
from assessment.content.workbook import Page, pages
from assessment.content.workbook_drawing import CONTENTS, HELP, LISTS, draw
from assessment.content.workbook_layout import NUMBER, PARENT
from assessment.content.writing import dump, one_line
from assessment.content.yaml_reading import parse
from assessment.errors import ContentError

EDITION = current()
FILES = tuple(file for file in read_files(EDITION) if file.name != "links.yaml")
NAMES = tuple(file.name for file in FILES)

Rows = list[list[object]]
#: What a test does to the rows of a sheet, and a workbook saved after such changes, by title.
Change = Callable[[Rows], object]
Save = Callable[..., Path]


@pytest.fixture(name="drawn", scope="module")
def _drawn(edition: Edition) -> tuple[Page, ...]:
    return pages(FILES, edition)


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "questionnaires"))


@pytest.fixture(name="saved")
def _saved(drawn: tuple[Page, ...], edition: Edition, tmp_path: Path) -> Save:
    """A workbook on disk, after changes to the rows of some sheets."""

    def save(changes: dict[str, Change] | None = None) -> Path:
        path = tmp_path / "contenu.xlsx"
        path.write_bytes(draw(altered(drawn, changes or {}), edition))
        return path

    return save


def altered(drawn: tuple[Page, ...], changes: dict[str, Change]) -> list[Page]:
    made = []
    for page in drawn:
        rows = [list(row) for row in page.rows]
        if page.title in changes:
            changes[page.title](rows)
        made.append(dataclasses.replace(page, rows=tuple(tuple(row) for row in rows)))
    return made


def sheet(drawn: tuple[Page, ...], title: str) -> Page:
    return next(page for page in drawn if page.title == title)


def place(drawn: tuple[Page, ...], title: str, key: str) -> int:
    """The column of a key."""
    return [column.key for column in sheet(drawn, title).columns].index(key)


def texts(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.yaml")}


def told(path: Path, root: Path, name: str = "essai_2031", *, replace: bool = False) -> list[str]:
    """What an import that is refused says; nothing is written."""
    before = texts(root)

    with pytest.raises(ContentError) as error:
        import_workbook(path, name, root, replace=replace)

    assert texts(root) == before
    return [str(problem) for problem in error.value.problems]


def test_the_whole_content_comes_back_the_same(saved: Save, edition: Edition, tmp_path: Path):
    root = tmp_path / "ailleurs"

    done = import_workbook(saved(), "essai_2031", root)

    found = dataclasses.replace(open_edition("essai_2031", root), id=EDITION)
    assert (done, found) == (Imported(NAMES, ()), dataclasses.replace(edition, links=Links()))
    assert (root / "essai_2031" / "project.yaml").read_text("utf-8").startswith(HEADING)


def test_what_did_not_change_keeps_every_byte_even_saved_by_a_spreadsheet_program(saved: Save, root: Path):
    before, path = texts(root), saved()
    book = openpyxl.load_workbook(path)
    book["Projet questions"].append([None, " "])
    book.save(path)

    done = import_workbook(path, EDITION, root)

    assert (done, texts(root)) == (Imported((), NAMES), before)


@pytest.fixture(name="changed", scope="module")
def _changed(
    drawn: tuple[Page, ...], edition: Edition, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Imported, Edition]:
    """The folder, the import and the edition after changes to several cells, and a new question."""

    def at(title: str, key: str) -> int:
        return place(drawn, title, key)

    def questions(rows: Rows) -> None:
        rows[0][at("Projet questions", "text")] = "=SOMME(A1:A9) ?"
        rows.insert(1, ["Z1", *rows[0][1:]])

    def rules(rows: Rows) -> None:
        rows[0][at("Règles modules", "when")] = "any:\n- {answer: BES1, at_most: 2}\n- {type: association}"
        rows[0][at("Règles modules", "recommend")] = "M15; M14\nM01"

    def settings_of_project(rows: Rows) -> None:
        next(row for row in rows if row[1] == "minutes")[2] = 15.0

    root = Path(shutil.copytree(SHIPPED, tmp_path_factory.mktemp("changed") / "questionnaires"))
    path = root.parent / "contenu.xlsx"
    path.write_bytes(
        draw(
            altered(
                drawn,
                {
                    "Projet questions": questions,
                    "Projet options": lambda rows: rows.extend(
                        [
                            ["Z1", "2", "Non", None, None, None],
                            ["Z1", 1, "Oui", None, None, "financement, evaluation"],
                        ]
                    ),
                    "Projet réglages": settings_of_project,
                    "Règles modules": rules,
                    "Placement zones": lambda rows: rows[1].__setitem__(at("Placement zones", "label"), "Autre nom"),
                    "Cat. modules": lambda rows: rows[0].__setitem__(at("Cat. modules", "checked"), date(2031, 5, 4)),
                },
            ),
            edition,
        )
    )
    done = import_workbook(path, "essai_2031", root, replace=True)
    return root, done, open_edition("essai_2031", root)


def test_changed_cells_and_new_rows_change_the_questionnaire(changed: tuple[Path, Imported, Edition], edition: Edition):
    first, new, *others = changed[2].project.questions

    before = edition.project.questions
    assert first == before[0].model_copy(update={"text": "=SOMME(A1:A9) ?"})
    assert new == first.model_copy(
        update={
            "id": "Z1",
            "choices": (
                Choice(label="Oui", levers=("financement", "evaluation")),
                Choice(label="Non"),
            ),
        }
    )
    assert (tuple(others), changed[2].project.minutes) == (before[1:], 15)


def test_changed_cells_change_a_rule_and_an_item(
    changed: tuple[Path, Imported, Edition], drawn: tuple[Page, ...], edition: Edition
):
    rule, item = (sheet(drawn, title).rows[0][0] for title in ("Règles modules", "Cat. modules"))
    before = next(each for each in edition.rules if each.id == rule)

    found = next(each for each in changed[2].rules if each.id == rule)

    tests = (AnswerTest(answer="BES1", at_most=2), TypeTest(type=("association",)))
    expected = {"when": Any_(any=tests), "recommend": ("M15", "M14", "M01")}
    assert found == before.model_copy(update=expected)
    assert changed[2].items[item] == edition.items[item].model_copy(update={"checked": date(2031, 5, 4)})


def test_a_changed_file_keeps_the_lines_and_comments_of_the_rest(
    changed: tuple[Path, Imported, Edition], drawn: tuple[Page, ...]
):
    name, label, *_ = sheet(drawn, "Placement zones").rows[1]

    before, after = ((changed[0] / folder / "placement.yaml").read_text("utf-8") for folder in (EDITION, "essai_2031"))

    zone = f"  - id: {name}\n    label: "
    assert after == before.replace(f"{zone}{label}\n", f"{zone}Autre nom\n")


def test_files_that_say_the_same_are_not_written(changed: tuple[Path, Imported, Edition]):
    root, done, _ = changed

    assert done.unchanged == tuple(
        name for name in NAMES if name.startswith("catalogue/") and name != "catalogue/modules.yaml"
    )
    same = {
        name
        for name in done.written
        if (root / "essai_2031" / name).is_file()
        and (root / "essai_2031" / name).read_bytes() == (root / EDITION / name).read_bytes()
    }
    assert set(done.written) - same == {
        "project.yaml",
        "placement.yaml",
        "rules/modules.yaml",
        "catalogue/modules.yaml",
    }


def test_every_mistake_is_told_at_its_cell(saved: Save, root: Path):
    """Those of the sheets, and those of the content in files whose sheets can be read."""
    path = saved()
    book = openpyxl.load_workbook(path)

    def write(title: str, key: str, row: int, value: object) -> None:
        keys = [cell.value for cell in book[title][2]]
        book[title].cell(row, keys.index(key) + 1).value = value

    write("Projet questions", "text", 3, "=A1+1")
    write("Projet questions", "asked_when", 4, "{answer: C1")
    write("Projet écrans", "scored", 3, "peut-être")
    write("Projet options", NUMBER, 3, 7)
    last = book["Projet options"].max_row
    write("Projet options", PARENT, last, "C22")
    write("Projet définitions", "text", 2, "texte")
    write("Portes", "text", 3, datetime(2031, 5, 4))
    write("Leviers réglages", "key", 3, "blocked_by")
    write("Limites groupes", "at_most", 3, "deux")
    write("Besoins", "text", 4, None)
    write(CONTENTS, "file", 3, "edition.yml")
    book.create_sheet("Essai").append([""])
    book["Essai"].append(["id"])
    book.save(path)

    found = told(path, root)

    assert [*found[:6], found[6].split(" : ")[0], *found[7:-2], *(line.split(" : ")[0] for line in found[-2:])] == [
        "feuille « Projet questions », ligne 3, colonne C (text) : cette cellule contient une formule. "
        "Écrivez le texte lui-même, dans une cellule au format « Texte ».",
        "feuille « Sommaire », ligne 3 : « edition.yml » n'est pas un fichier de contenu. "
        "Écrivez par exemple rules/modules.yaml.",
        "feuille « Essai » : cette feuille n'est pas au sommaire, elle ne serait pas lue. "
        "Ajoutez-la au sommaire, ou retirez-la.",
        "feuille « Édition réglages » : cette feuille n'est pas au sommaire, elle ne serait pas lue. "
        "Ajoutez-la au sommaire, ou retirez-la.",
        "feuille « Projet définitions », ligne 2 : la clé « texte » n'existe pas ici. Vouliez-vous dire « text » ?",
        "feuille « Projet écrans », ligne 3, colonne D (scored) : on attend oui ou non, pas « peut-être ». "
        "Choisissez l'un.",
        "feuille « Projet questions », ligne 4, colonne G (asked_when), ligne 1",
        "feuille « Projet options », ligne 3, colonne B (numéro) : "
        "les numéros vont de 1 au nombre de lignes, sans trou. Écrivez un nombre de 1 à 4.",
        f"feuille « Projet options », ligne {last}, colonne A (appartient à) : "
        "rien ne s'appelle « C22 » parmi : questions. Vouliez-vous dire « C2 » ?",
        "feuille « Portes », ligne 3, colonne D (text) : le tableur a fait de ce texte une date. "
        "Donnez à la cellule le format « Texte » et retapez-la.",
        "feuille « Leviers réglages », ligne 3 : la clé « blocked_by » n'existe pas ici. "
        "Vouliez-vous dire « blocks_asked_by » ?",
        "feuille « Besoins », ligne 4",
        "feuille « Limites groupes », ligne 3, colonne B (at_most)",
    ]


def test_a_name_that_is_not_there_is_told_at_its_cell(drawn: tuple[Page, ...], saved: Save, root: Path):
    """The same checks as for YAML, once every sheet can be read."""

    def set_first(title: str, key: str, value: str) -> Change:
        column = place(drawn, title, key)
        return lambda rows: rows[0].__setitem__(column, value)

    found = told(
        saved(
            {
                "Projet options": set_first("Projet options", "levers", "argent"),
                "Placement zones": set_first("Placement zones", "stage", "conceptoin"),
                "Placement signes": set_first("Placement signes", "when", "{all: [{answer: EXP1, at_least: 9}]}"),
                "Besoins": lambda rows: rows.append(["BEZ", *rows[0][1:]]),
                "Règles modules": set_first("Règles modules", "recommend", "M15, M71"),
            }
        ),
        root,
    )

    assert [line.split(" : ")[0] for line in found] == [
        "feuille « Projet options », ligne 3, colonne F (levers)",
        "feuille « Placement zones », ligne 3, colonne C (stage)",
        "feuille « Placement signes », ligne 3, colonne D (when)",
        f"feuille « Besoins », ligne {len(sheet(drawn, 'Besoins').rows) + 3}, colonne A (dimension)",
        "feuille « Règles modules », ligne 3, colonne D (recommend)",
    ]


def test_nothing_that_is_there_changes_or_stays_behind_without_a_word(drawn: tuple[Page, ...], saved: Save, root: Path):
    title = place(drawn, "Cat. modules", "title")
    path = saved({"Cat. modules": lambda rows: rows[0].__setitem__(title, "Autre")})
    (root / "catalogue" / "essai.yaml").write_text("tags: []\n")

    assert told(path, root) == [
        f"{root / 'essai_2031'} : des fichiers sont déjà là et changeraient : catalogue/modules.yaml. "
        "Importez sous un autre nom, ou ajoutez --replace.",
        "catalogue/essai.yaml : ce fichier est là, mais pas dans le classeur. Retirez-le d'abord.",
    ]


def test_a_sealed_edition_is_never_written(saved: Save, root: Path):
    (root / EDITION / "sealed.yaml").write_text(f"sha256: {'0' * 64}\n")

    assert told(saved(), root, EDITION, replace=True) == [
        f"{EDITION} : cette édition a déjà servi : elle ne peut plus changer. Importez sous un autre nom."
    ]


@pytest.mark.parametrize("content", [b"", b"PK", b"hello", None])
def test_a_file_that_is_no_workbook_is_told(content: bytes | None, tmp_path: Path):
    path = tmp_path / "contenu.xlsx"
    if content is None:
        with ZipFile(path, "w") as empty:
            empty.writestr("lisezmoi.txt", "rien")
    else:
        path.write_bytes(content)

    assert told(path, tmp_path) == [
        "contenu.xlsx : ce fichier ne se lit pas. Donnez un classeur « .xlsx » écrit par « jalons export xlsx »."
    ]


def test_a_workbook_without_summary_is_told(tmp_path: Path):
    path = tmp_path / "contenu.xlsx"
    openpyxl.Workbook().save(path)

    assert told(path, tmp_path) == [
        "feuille « Sommaire » : cette feuille manque, ou n'a plus ses clés en deuxième ligne. "
        "Reprenez-la d'un classeur écrit par « jalons export xlsx »."
    ]


def test_nothing_in_the_workbook_is_a_formula(drawn: tuple[Page, ...], edition: Edition):
    page = dataclasses.replace(drawn[0], rows=tuple((cell, "=1+1", "+cmd|' /C calc'!A0") for cell in "=-+@"))

    with ZipFile(BytesIO(draw([page, *drawn[1:]], edition))) as book:
        sheets = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/sheet")]

    assert [sheet for sheet in sheets if b"<f>" in sheet] == []


def test_ids_are_chosen_in_a_list(drawn: tuple[Page, ...], edition: Edition):
    book = openpyxl.load_workbook(BytesIO(draw(drawn, edition)))

    assert book.sheetnames == [HELP, CONTENTS, *(page.title for page in drawn), LISTS]
    found = {}
    for rule in book["Projet options"].data_validations.dataValidation:
        sheet, _, cells = rule.formula1.partition("!")
        found[str(rule.sqref)[0]] = [cell.value for (cell,) in book[sheet][cells.replace("$", "")]]
    assert found == {"A": [each.id for each in edition.project.questions], "F": list(edition.lever)}


def test_the_workbook_is_the_same_twice(drawn: tuple[Page, ...], edition: Edition):
    assert draw(drawn, edition) == draw(drawn, edition)


def test_a_text_longer_than_a_cell_is_told(drawn: tuple[Page, ...], edition: Edition):
    page = dataclasses.replace(drawn[0], rows=(("", "title", "x" * 32_768),))

    with pytest.raises(ContentError) as error:
        draw([page], edition)

    assert str(error.value) == (
        "feuille « Édition réglages », ligne 3, colonne C : ce texte dépasse 32767 signes : "
        "aucune cellule ne peut le tenir. Raccourcissez-le dans le fichier YAML."
    )


SIGNS = st.text(st.sampled_from("ab é:#-'\"\n|>&*!%@`[]{},?=<0123.~ \u00a0«»\t"), max_size=140)
VALUES = st.recursive(
    SIGNS | st.integers() | st.booleans() | st.none() | st.dates(),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(SIGNS, inside, max_size=3),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(SIGNS, VALUES, min_size=1, max_size=3))
def test_whatever_is_written_as_yaml_reads_back_the_same(data: dict[str, object]):
    assert [parse(text.encode(), "").data for text in (dump(data), one_line(data))] == [data, data]
