"""Pages in, the bytes of a workbook out: formats, frozen headings, choices in the cells.

Every text is written as a text, whatever it begins with: nothing can become a formula, a number or a link.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import quote_sheetname, xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from assessment.content.edition import Edition
from assessment.content.glossary import capital
from assessment.content.workbook import Page
from assessment.content.workbook_cells import Cell
from assessment.content.workbook_layout import Column
from assessment.errors import ContentError, Problem

HELP, CONTENTS, LISTS = "Mode d'emploi", "Sommaire", "Listes"
#: Columns of the sheet that says what the others hold.
SUMMARY = (Column("sheet", "feuille", "text"), Column("file", "fichier", "text"), Column("part", "liste", "text"))
#: Rows offered below the last one, signs in a cell and in a column, signs of a choice written in place.
SPARE, FULL, WIDEST, NARROWEST, INLINE = 200, 32_767, 60, 12, 250
HOW = (
    "Le contenu de Jalons, édition {edition}.",
    "Chaque feuille tient une liste d'un fichier : une ligne par question, par option, par règle, par ressource.",
    "Ne changez ni la première ligne (en français) ni la deuxième (les clés). Une colonne sans clé n'est pas lue.",
    "Ajoutez une ligne n'importe où ; l'ordre des lignes est celui du contenu. Les options ont un numéro, qui décide.",
    "Plusieurs noms dans une cellule se séparent par des virgules. La feuille « Listes » dit ce que chacun veut dire.",
    "Une liste de textes s'écrit avec un texte par ligne dans la cellule (Alt+Entrée).",
    "Les conditions s'écrivent en YAML : {{answer: BES1, at_least: 2}} ; all, any et not en assemblent plusieurs.",
    "Une cellule vide veut dire : rien. Une formule est refusée.",
    "Pour une nouvelle liste ou un nouveau fichier de règles, ajoutez une feuille et sa ligne au sommaire.",
    "Ensuite : jalons import xlsx CE_FICHIER --edition NOUVEAU_NOM. Chaque erreur est dite à sa cellule.",
)


def draw(pages: Iterable[Page], edition: Edition) -> bytes:
    """The workbook; raises ContentError for a text that no cell can hold."""
    out = BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"subject": edition.id, "created": datetime.combine(edition.card.published, time())})
    drawing = _Drawing(book)
    pages = tuple(pages)
    _how_to(book, edition)
    drawing.page(_contents(pages))
    for page in pages:
        drawing.page(page)
    drawing.lists()
    book.close()
    if drawing.wrong:
        raise ContentError(drawing.wrong)
    return out.getvalue()


def _how_to(book: Workbook, edition: Edition) -> None:
    sheet = book.add_worksheet(HELP)
    sheet.set_column(0, 0, 120, book.add_format({"text_wrap": True}))
    for row, line in enumerate(HOW):
        sheet.write_string(row, 0, line.format(edition=edition.id))


def _contents(pages: Iterable[Page]) -> Page:
    return Page(CONTENTS, "", "", SUMMARY, tuple((page.title, page.file, page.part) for page in pages), {})


@dataclass
class _Drawing:
    """A workbook being drawn: its formats, the lists of names used so far, what could not be written."""

    book: Workbook
    wrong: list[Problem] = field(default_factory=list)
    named: dict[tuple[str, ...], Mapping[str, str]] = field(default_factory=dict)
    formats: dict[str, Format] = field(default_factory=dict)

    def __post_init__(self) -> None:
        wrapped = {"text_wrap": True, "valign": "top"}
        self.formats = {
            "title": self.book.add_format({**wrapped, "bold": True, "bottom": 1, "bg_color": "#E8EEF4"}),
            "key": self.book.add_format({**wrapped, "font_color": "#6B6B6B", "italic": True}),
            "text": self.book.add_format({**wrapped, "num_format": "@"}),
            "number": self.book.add_format({**wrapped, "num_format": "0"}),
            "date": self.book.add_format({**wrapped, "num_format": "yyyy-mm-dd"}),
        }

    def page(self, page: Page) -> None:
        """One sheet: two rows of headings, then the rows."""
        sheet = self.book.add_worksheet(page.title)
        for place, column in enumerate(page.columns):
            kind = column.sort if column.sort in self.formats else "text"
            sheet.set_column(place, place, _width(page, place), self.formats[kind])
            sheet.write_string(0, place, capital(column.title), self.formats["title"])
            sheet.write_string(1, place, column.key, self.formats["key"])
        for number, row in enumerate(page.rows, 2):
            for place, cell in enumerate(row):
                self.cell(sheet, number, place, cell)
            if page.title == CONTENTS:
                link = f"internal:{quote_sheetname(str(row[0]))}!A1"
                sheet.write_url(number, 0, link, self.formats["text"], str(row[0]))
        for (row, place), names in page.offered.items():
            first, last = (2, len(page.rows) + SPARE) if row is None else (row + 2, row + 2)
            many = page.columns[place].sort == "names" or row is not None
            sheet.data_validation(first, place, last, place, self.choice(names, many=many))
        sheet.freeze_panes(2, 1)
        sheet.autofilter(1, 0, len(page.rows) + 1, len(page.columns) - 1)

    def cell(self, sheet: Worksheet, row: int, place: int, cell: Cell) -> None:
        """One cell, of the kind of its value."""
        if isinstance(cell, str):
            if len(cell) > FULL:
                where = f"feuille « {sheet.get_name()} », ligne {row + 1}, colonne {xl_col_to_name(place)}"
                what = f"ce texte dépasse {FULL} signes : aucune cellule ne peut le tenir."
                self.wrong.append(Problem("cell-too-long", where, what, "Raccourcissez-le dans le fichier YAML."))
                return
            sheet.write_string(row, place, cell, self.formats["text"])
        elif isinstance(cell, date):
            sheet.write_datetime(row, place, datetime.combine(cell, time()), self.formats["date"])
        elif isinstance(cell, int | float):
            sheet.write_number(row, place, cell, self.formats["number"])

    def choice(self, names: Mapping[str, str], *, many: bool) -> dict[str, object]:
        """The choice among *names*: it helps, it never forbids, since names may be added in the workbook itself."""
        short = len(",".join(names)) <= INLINE and not any("," in name or meaning for name, meaning in names.items())
        offered = {"validate": "list", "source": list(names) if short else self.source(names)}
        if many:
            return {**offered, "show_error": False}
        told = {"error_title": "Nom inconnu", "error_message": "Ce nom n'est pas dans la liste."}
        return {**offered, **told, "error_type": "warning"}

    def source(self, names: Mapping[str, str]) -> str:
        """Where the names stand in the sheet of lists."""
        self.named.setdefault(tuple(names), names)
        column = xl_col_to_name(2 * list(self.named).index(tuple(names)))
        return f"={quote_sheetname(LISTS)}!${column}$1:${column}${len(names) or 1}"

    def lists(self) -> None:
        """The sheet of lists: each name beside its meaning."""
        sheet = self.book.add_worksheet(LISTS)
        for place, names in enumerate(self.named.values()):
            sheet.set_column(2 * place, 2 * place, 20, self.formats["text"])
            sheet.set_column(2 * place + 1, 2 * place + 1, 40, self.formats["key"])
            for row, (name, meaning) in enumerate(names.items()):
                sheet.write_string(row, 2 * place, name, self.formats["text"])
                sheet.write_string(row, 2 * place + 1, meaning, self.formats["key"])


def _width(page: Page, place: int) -> int:
    longest = max((len(str(row[place] or "")) for row in page.rows), default=0)
    return max(NARROWEST, min(WIDEST, longest + 2))
