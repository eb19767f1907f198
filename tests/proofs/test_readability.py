"""A sentence that is too long, or has a word that only some people know, is told with what to write instead."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from assessment.content.edition import Edition
from assessment.content.reading import parts
from assessment.content.shelf import SHIPPED, files_of, open_edition
from assessment.proofs.places import Places
from assessment.proofs.readability import Reader, Unclear, sentences, unreadable, words

NOWHERE = Places()
LONG = "Un projet utile peut rester là où il est né, " + "et grandir si on le veut " * 4 + "un jour."


def test_the_shipped_content_reads_well(edition, places):
    assert [str(problem) for problem in unreadable(edition, places)] == []


def test_at_least_forty_words_are_to_be_avoided_and_each_has_a_plainer_one_that_is_not_itself_avoided(edition):
    jargon = edition.catalogue.jargon
    instead = [(each.word, found.what) for each in jargon for found in Reader(edition).unclear(each.instead)]

    assert len(jargon) >= 40
    assert len({each.word for each in jargon}) == len(jargon)
    assert instead == []


def test_every_key_that_is_not_read_exists(edition):
    written = {
        field.alias or name
        for file in files_of(edition.id)
        for _, part in parts(file.model)
        for name, field in type(part).model_fields.items()
    } | {"result"}  # links.yaml is there once the addresses were tried

    assert {each.key for each in edition.catalogue.verbatim} - written == set()


def test_a_sentence_that_is_too_long_and_a_word_of_some_people_only_are_told_whole(edition):
    found = list(Reader(edition).unclear(f"{LONG} Vos parties prenantes lisent le Reporting. Voilà."))

    assert found == [
        Unclear(
            "long-sentence",
            LONG,
            f"cette phrase a 36 mots : « {LONG.rstrip('.')} ».",
            "Coupez-la : 30 mots au plus.",
        ),
        Unclear(
            "jargon",
            "Vos parties prenantes lisent le Reporting.",
            "tout le monde ne connaît pas « reporting » : « Vos parties prenantes lisent le Reporting ».",
            "Écrivez plutôt, par exemple : « compte rendu ».",
        ),
    ]


def test_what_is_found_in_the_content_is_told_with_its_place(edition, told):
    card = edition.card.model_copy(update={"limits": ("Rien.", "Le KPI manque."), "equity": LONG})

    assert told(unreadable(replace(edition, card=card), NOWHERE)) == [
        (
            "jargon",
            "Card › limits : tout le monde ne connaît pas « kpi » : « Le KPI manque ». "
            "Écrivez plutôt, par exemple : « signe à suivre ».",
        ),
        (
            "long-sentence",
            f"Card › equity : cette phrase a 36 mots : « {LONG.rstrip('.')} ». Coupez-la : 30 mots au plus.",
        ),
    ]


def test_an_author_is_told_the_line(tmp_path: Path):
    root = shutil.copytree(SHIPPED, tmp_path / "questionnaires")
    path = root / "innovation_sociale_2026" / "needs.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("    text: "))
    lines[at] = "    text: Faire un benchmark."
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    edition = open_edition("innovation_sociale_2026", root)

    assert [str(each) for each in unreadable(edition, Places(files_of(edition.id, root)))] == [
        f"innovation_sociale_2026/needs.yaml, ligne {at + 1}, needs › text : tout le monde ne connaît pas "
        "« benchmark » : « Faire un benchmark ». Écrivez plutôt, par exemple : « comparaison »."
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Des BENCHMARKS utiles", ["benchmarks"]),
        ("une partie prenante, des parties prenantes", []),  # explained by a questionnaire
        ("la gouvernance du projet", []),  # the same
        ("L’impact compte", ["impact"]),
        ("l'impactologie", []),
        ("un lieu multi-acteurs", ["multi-acteurs"]),
        ("On dit aussi « indicateurs ».", []),  # where the word is explained
        ("des indicateurs", ["indicateurs"]),
        ("Lisez « Co-construction territoriale ».", []),  # the title of a text
        ("la co-construction territoriale", ["co-construction"]),
    ],
)
def test_a_word_is_found_in_each_of_its_forms_unless_it_is_explained_or_a_title(
    edition: Edition, text: str, found: list[str]
):
    assert [re.findall("« (.*?) »", each.what)[0] for each in Reader(edition).unclear(text)] == found


def test_a_title_and_a_source_are_not_read_since_they_are_the_words_of_others(edition):
    items = [item.model_copy(update={"title": "Le reporting", "source": "002 KPI"}) for item in edition.catalogue.items]
    catalogue = edition.catalogue.model_copy(update={"items": tuple(items)})

    assert unreadable(replace(edition, catalogue=catalogue), NOWHERE) == []


def test_an_edition_without_list_nor_limit_finds_nothing(edition):
    catalogue = edition.catalogue.model_copy(update={"jargon": (), "sentence_at_most": None})

    assert list(Reader(replace(edition, catalogue=catalogue)).unclear(f"{LONG} Du reporting.")) == []


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("Un. Deux ! Trois ?", ("Un.", "Deux !", "Trois ?")),
        ("Il dit « non. » Et voilà.", ("Il dit « non. »", "Et voilà.")),
        ("« Quoi ? » demande-t-elle.", ("« Quoi ? » demande-t-elle.",)),
        ("Voir p. 3 et l'art. 15, de M. Durand.", ("Voir p. 3 et l'art. 15, de M. Durand.",)),
        ("Une liste :\n- un\n- deux", ("Une liste :", "- un", "- deux")),
        ("Quoi\u202f? Rien\u00a0: c’est fini.", ("Quoi ?", "Rien : c’est fini.")),
        ("", ()),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, parted: tuple[str, ...]):
    assert sentences(text) == parted


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("L'essai d’aujourd'hui", 4),
        ("Un savoir-faire, peut-être", 3),
        ("« Oui » : {count} fois, 12 %", 4),
        ("…", 0),
    ],
)
def test_words_are_counted_as_one_reads_them(sentence: str, count: int):
    assert words(sentence) == count
