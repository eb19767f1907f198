"""Worked cases are run with two contents, and what differs is told with its reason."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from assessment.content.shelf import SHIPPED, open_edition
from assessment.errors import ContentError
from assessment.proofs.personas import Difference, compare
from assessment.proofs.revisions import dated, questionnaires_at

CASE = "F04 En modélisation, équilibré"


@pytest.fixture(name="small")
def _small(edition, a_rule):
    """An edition of one case and of the rules given."""
    case = next(case for case in edition.examples if case.name == CASE)
    return lambda *rules: replace(edition, rules=rules, examples=(case,))


@pytest.fixture(name="of_stage")
def _of_stage(a_rule):
    """A rule that recommends an item to this case."""
    when = {"stage": "reached", "is": "modelisation"}
    return lambda name, item: a_rule(name, when=when, recommend=[item], fires={"EXP1": 3, "SOL1": 3})


def test_the_same_content_gives_everyone_the_same(edition):
    assert compare(edition, edition) == ()


def test_a_rule_added_is_the_reason_of_an_item_more(small, of_stage):
    assert compare(small(of_stage("R900", "M01")), small(of_stage("R900", "M01"), of_stage("R901", "M02"))) == (
        Difference(CASE, ("conseils en plus : M02",), ("règle R901 ajoutée",)),
    )


def test_a_rule_removed_is_the_reason_of_an_item_less(small, of_stage):
    assert compare(small(of_stage("R900", "M01")), small()) == (
        Difference(CASE, ("conseils en moins : M01",), ("règle R900 retirée",)),
    )


def test_a_rule_changed_is_the_reason_of_another_item(small, of_stage):
    assert compare(small(of_stage("R900", "M01")), small(of_stage("R900", "M02"))) == (
        Difference(CASE, ("conseils en plus : M02", "conseils en moins : M01"), ("règle R900 changée",)),
    )


def test_a_sentence_that_was_mended_changes_nothing(small, of_stage):
    rule = of_stage("R900", "M01")

    assert compare(small(rule), small(rule.model_copy(update={"because": "c'est mieux dit"}))) == ()


def test_a_rule_that_the_case_does_not_see_is_no_reason(small, of_stage, a_rule):
    far = a_rule("R902", when={"stage": "reached", "is": "conception"}, recommend=["M03"])

    found = compare(small(), small(far, of_stage("R900", "M01")))

    assert [each.why for each in found] == [("règle R900 ajoutée",)]


def test_a_threshold_changed_is_the_reason_of_another_stage(small, edition):
    gate = edition.placement.gates[1]
    deeds = tuple(deed.model_copy(update={"at_least": 4}) if deed.question == "SOL1" else deed for deed in gate.deeds)
    gates = (edition.placement.gates[0], gate.model_copy(update={"deeds": deeds}), *edition.placement.gates[2:])
    changed = replace(small(), placement=edition.placement.model_copy(update={"gates": gates}))

    (found,) = compare(small(), changed)

    assert found.what[:2] == (
        "étape : Modélisation → Expérimentation",
        "étape consolidée : Modélisation → Expérimentation",
    )
    assert found.why == ("seuil de SOL1, porte modelisation : 3 → 4",)


def test_a_case_that_the_new_content_cannot_read_is_told(small, edition):
    questions = tuple(question for question in edition.project.questions if question.id != "EQU3")
    changed = replace(small(), project=edition.project.model_copy(update={"questions": questions}))

    (found,) = compare(small(), changed)

    assert found.what == ("ses réponses ne se lisent pas avec le nouveau contenu",)
    assert found.why[0].startswith("project › EQU3 : aucune question ne s'appelle « EQU3 ».")


@pytest.fixture(name="repository", scope="module")
def _repository(tmp_path_factory) -> Path:
    """A git repository with the shipped content, then with a first threshold changed."""
    root = tmp_path_factory.mktemp("repository")
    folder = shutil.copytree(SHIPPED, root / "questionnaires")

    def git(*words: str) -> None:
        who = ("-c", "user.name=Essai", "-c", "user.email=essai@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", "-C", str(root), *who, *words], check=True, capture_output=True)

    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "Un")
    path = folder / "innovation_sociale_2026" / "placement.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("at_least: 2", "at_least: 3", 1), encoding="utf-8")
    git("add", "--all")
    git("commit", "--quiet", "--message", "Deux")
    return folder


def test_the_folder_is_read_as_it_was_and_removed_afterwards(repository):
    with questionnaires_at("HEAD~1", repository) as then:
        files = sorted(path.relative_to(then) for path in then.rglob("*.yaml"))
        old = open_edition(root=then)

    assert files == sorted(path.relative_to(repository) for path in repository.rglob("*.yaml"))
    assert [edition.placement.gates[0].deeds[0].at_least for edition in (old, open_edition(root=repository))] == [2, 3]
    assert not then.exists()


@pytest.mark.parametrize("revision", ["HEAD~9", "--output=ailleurs", "-x", ""])
def test_a_revision_that_is_not_there_is_told(repository, revision):
    with pytest.raises(ContentError) as caught, questionnaires_at(f"{revision}x", repository):
        pass

    assert str(caught.value) == (
        f"--against : ni édition ni révision git ne s'appelle « {revision}x ». "
        "Essayez HEAD~1, le nom d'une branche ou celui d'une édition."
    )


def test_a_folder_outside_git_has_no_revision(tmp_path):
    with pytest.raises(ContentError), questionnaires_at("HEAD", tmp_path):
        pass


def test_without_git_that_is_told(repository, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(ContentError) as caught, questionnaires_at("HEAD", repository):
        pass

    assert str(caught.value) == "--against : git ne répond pas ici. Installez git, ou nommez une édition."


def test_old_content_that_does_not_open_is_told_as_such(repository):
    broken = repository.parent / "broken"
    shutil.copytree(repository, broken)
    (broken / "innovation_sociale_2026" / "needs.yaml").unlink()
    with pytest.raises(ContentError) as caught:
        open_edition(root=broken)

    assert str(dated(caught.value, "HEAD~1")) == (
        "HEAD~1, innovation_sociale_2026/needs.yaml : ce fichier manque ou ne s'ouvre pas. "
        "L'ancien contenu ne s'ouvre plus. Copiez-le d'une autre édition."
    )
