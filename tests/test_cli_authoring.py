"""The commands for authors, as people use them: exit code, what is said, what is written."""

import datetime
import re
import shutil
from pathlib import Path

import openpyxl
import pytest
import typer
from typer.testing import CliRunner, Result

from assessment.cli import authoring
from assessment.content.edition import Edition
from assessment.content.schema import SCHEMAS
from assessment.content.shelf import SHIPPED, current, editions
from assessment.errors import AssessmentError

EDITION = current()


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "questionnaires"))


def run(*words: str | Path) -> Result:
    app = typer.Typer(rich_markup_mode=None)
    for name, command in authoring.COMMANDS.items():
        app.command(name)(command)
    for name, group in authoring.groups().items():
        app.add_typer(group, name=name)
    return CliRunner().invoke(app, [str(word) for word in words])


def refused(*words: str | Path) -> str:
    """What a command that fails for a reason raises for `jalons` to say, with exit code 2."""
    found = run(*words)

    assert isinstance(found.exception, AssessmentError)
    return str(found.exception)


def test_schemas_go_beside_the_content_or_where_one_says(root: Path, tmp_path: Path):
    beside, elsewhere = run("schema", "--folder", root), run("schema", "--folder", root, "--output", tmp_path / "ici")

    names = {f"{name}.schema.json" for name in (*SCHEMAS, "reponses")}
    assert (beside.exit_code, {path.name for path in (root / "schemas").iterdir()}) == (0, names)
    assert elsewhere.stdout.splitlines() == [
        f"{tmp_path / 'ici' / name}.schema.json : écrit." for name in (*SCHEMAS, "reponses")
    ]
    assert editions(root) == (EDITION,)


def test_schemas_that_cannot_be_written_are_told(root: Path, tmp_path: Path):
    (tmp_path / "fichier").write_text("")

    found = run("schema", "--folder", root, "--output", tmp_path / "fichier")

    told = f"{tmp_path / 'fichier'} : rien ne s'écrit ici. Choisissez un autre dossier.\n"
    assert (found.exit_code, found.stderr) == (2, told)


def test_a_new_edition_differs_by_its_date_only(root: Path):
    today = datetime.date.today()
    copied = run("new-edition", EDITION, "essai_2031", "--folder", root)
    card = (root / EDITION / "edition.yaml").read_text("utf-8")
    (published,) = re.findall(r"^published: (.*)$", card, re.MULTILINE)

    found = run("diff", EDITION, "essai_2031", "--folder", root)

    assert (copied.exit_code, copied.stdout) == (
        0,
        f"{root / 'essai_2031'} : nouvelle édition, datée du {today}. "
        "Changez son titre dans edition.yaml, puis lancez jalons check.\n",
    )
    assert (found.exit_code, found.stdout) == (0, f"edition.yaml\n  Date de publication : {published} → {today}\n")


def test_an_edition_that_is_not_there_is_told_with_the_nearest(root: Path):
    told = f"édition : l'édition « {EDITION}_bis » n'est pas dans {root}. Vouliez-vous dire « {EDITION} » ?"

    assert refused("new-edition", f"{EDITION}_bis", "essai_2031", "--folder", root) == told
    assert refused("diff", EDITION, f"{EDITION}_bis", "--folder", root) == told
    assert refused("export", "xlsx", root / "contenu.xlsx", "--edition", f"{EDITION}_bis", "--folder", root) == told


def test_nothing_differs_between_an_edition_and_itself(root: Path):
    found = run("diff", EDITION, SHIPPED / EDITION, "--folder", root)

    assert (found.exit_code, found.stdout) == (0, "Aucune différence.\n")


def test_differences_are_told_file_by_file_catalogue_included(root: Path, edition: Edition):
    for name, line, now in (
        (f"{EDITION}/rules/limits.yaml", r"missing_at_most: \d+", "missing_at_most: 99"),
        ("catalogue/presentation.yaml", "label: module de formation", "label: module court"),
    ):
        text = (root / name).read_text("utf-8")
        (root / name).write_text(re.sub(line, now, text), "utf-8")

    found = run("diff", SHIPPED / EDITION, root / EDITION)

    assert found.stdout.splitlines() == [
        "rules/limits.yaml",
        f"  Points manquants au plus : {edition.limits.missing_at_most} → 99",
        "catalogue/presentation.yaml",
        "  Sorte d'offre module, nom affiché : « module de formation » → « module court »",
    ]


def test_a_workbook_goes_out_and_comes_in_as_a_new_edition(root: Path, tmp_path: Path):
    path = tmp_path / "contenu.xlsx"
    out = run("export", "xlsx", path, "--folder", root)
    book = openpyxl.load_workbook(path)
    title, key, before = (cell.value for cell in book["Limites réglages"][4])
    book["Limites réglages"]["C4"].value = 99
    book.save(path)

    back = run("import", "xlsx", path, "--folder", root, "--edition", "essai_2031")

    assert (out.exit_code, out.stdout, key) == (0, f"{path} : écrit.\n", "missing_at_most")
    assert (back.exit_code, back.stdout.splitlines()[0]) == (0, "edition.yaml : écrit.")
    assert back.stdout.splitlines()[-1].startswith("Inchangés : catalogue/centres.yaml, ")
    assert run("diff", EDITION, "essai_2031", "--folder", root).stdout.splitlines() == [
        "rules/limits.yaml",
        f"  {title} : {before} → 99",
    ]


def test_a_workbook_that_cannot_be_written_or_read_is_told(root: Path, tmp_path: Path):
    nowhere = tmp_path / "absent" / "contenu.xlsx"

    out = run("export", "xlsx", nowhere, "--folder", root)

    assert (out.exit_code, out.stderr) == (
        2,
        f"{nowhere} : le classeur ne s'écrit pas ici. Choisissez un autre dossier.\n",
    )
    assert refused("import", "xlsx", nowhere, "--edition", "essai_2031", "--folder", root) == (
        "contenu.xlsx : ce fichier ne s'ouvre pas. Vérifiez son nom."
    )


@pytest.mark.parametrize("words", ["schema", "new-edition", "diff", "export xlsx", "import xlsx"])
def test_every_command_has_help_in_french(words: str):
    grouped = {
        f"{group} {name}": command
        for group, (_, commands) in authoring.GROUPS.items()
        for name, command in commands.items()
    }

    found = run(*words.split(), "--help")

    assert (found.exit_code, {**authoring.COMMANDS, **grouped}[words].__doc__ in found.stdout) == (0, True)


def test_a_sealed_edition_can_no_longer_change(root: Path):
    found = run("seal", EDITION, "--folder", root)
    with (root / EDITION / "levers.yaml").open("a", encoding="utf-8") as changed:
        changed.write("# une note\n")

    path = root / EDITION / "sealed.yaml"
    assert (found.exit_code, found.stdout) == (
        0,
        f"{path} : édition fermée. Pour changer quoi que ce soit, copiez-la : jalons new-edition.\n",
    )
    assert "elle ne peut plus changer" in refused("seal", EDITION, "--folder", root)
