"""`jalons check` tells everything that is proved, where it is wrong, and how long it took."""

import re
import shutil
from dataclasses import replace

import pytest
import typer
from typer.testing import CliRunner

from assessment.cli import content
from assessment.content.shelf import SHIPPED, files_of
from assessment.proofs.review import review


@pytest.fixture(name="run")
def _run():
    app = typer.Typer()
    app.command()(content.check)
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture(name="shipped", scope="module")
def _shipped(edition):
    return review(edition, files_of(edition.id))


def test_the_shipped_content_has_no_problem(shipped):
    assert [str(problem) for problem in shipped.problems] == []


def test_what_was_looked_at_is_counted(shipped, edition):
    counts = dict(shipped.counts)

    assert (counts["rules"], counts["items"], counts["cases"]) == (
        len(edition.rules),
        len(edition.items),
        len(edition.examples),
    )
    assert min(counts.values()) > 0


def test_the_tables_say_by_which_rule_each_item_is_shown(shipped, edition):
    lines = dict(shipped.tables)["shown_by"]

    assert [line.split(" : ")[0] for line in lines] == list(edition.items)
    assert [line for line in lines if "aucun exemple" in line] == []


def test_mistakes_are_told_at_their_line_with_the_tables_and_leave_with_two(run, tmp_path):
    root = shutil.copytree(SHIPPED, tmp_path / "questionnaires")
    path = root / "innovation_sociale_2026" / "rules" / "levers.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.strip() == "fires: {EXP1: 1}")
    lines[at] = lines[at].replace("1}", "3}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    found = run(root, "--details", "--against", "HEAD")

    first, *_, last = found.stderr.splitlines()
    assert found.exit_code == 2
    assert re.fullmatch(
        rf"innovation_sociale_2026/rules/levers\.yaml, ligne {at + 1}, rules › R\w+ › fires : "
        "la condition est « fausse », et non « vraie »\\. Corrigez l'exemple ou la condition\\.",
        first,
    )
    assert last.startswith("--against : ni édition ni révision git ne s'appelle « HEAD ».")
    assert "\nNombres qui déplacent un cas d'école :\n" in found.stdout
    assert "Relu en" not in found.stdout


def test_content_that_does_not_open_is_told_before_anything_is_proved(run, tmp_path):
    root = shutil.copytree(SHIPPED, tmp_path / "questionnaires")
    (root / "innovation_sociale_2026" / "needs.yaml").unlink()

    found = run(root)

    assert (found.exit_code, found.stdout, found.stderr) == (
        2,
        "",
        "innovation_sociale_2026/needs.yaml : ce fichier manque ou ne s'ouvre pas. Copiez-le d'une autre édition.\n",
    )


def test_a_folder_without_edition_is_told(run, tmp_path):
    found = run(tmp_path)

    assert (found.exit_code, found.stderr) == (
        2,
        f"{tmp_path} : aucune édition ici. Il y faut un dossier avec un edition.yaml.\n",
    )


def test_a_comparison_tells_what_is_different_and_why(edition):
    rule = next(rule for rule in edition.rules if rule.recommend == ("M01",))
    fewer = replace(edition, rules=tuple(each for each in edition.rules if "M01" not in each.recommend))

    same = list(content._compared(edition, SHIPPED, edition.id))
    first, case, *lines = content._compared(fewer, SHIPPED, edition.id)

    assert same == [f"{edition.id} face à « {edition.id} » : chaque cas d'école donne le même résultat."]
    assert re.fullmatch(rf"{edition.id} face à « {edition.id} » : \d+ cas d'école donnent un autre résultat\.", first)
    assert case.strip() in {each.name for each in edition.examples}
    assert any("conseils en moins : M01" in line for line in lines)
    assert any(f"règle {rule.id} retirée" in line for line in lines)


def test_numbers_are_written_as_french_people_do():
    assert [content._number(each) for each in (2239488, 8.5, 12)] == ["2\u202f239\u202f488", "8,5", "12"]
