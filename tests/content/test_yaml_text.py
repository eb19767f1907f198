"""Files of text in, plain data and lines out; what is not plain is refused before it can do harm."""

import datetime
from functools import reduce

import pytest

from assessment.content.yaml_reading import DEEPEST, parse
from assessment.content.yaml_text import LARGEST
from assessment.errors import ContentError

TREE = b"""\
title: Essai

levers:
  - id: financement
    doses: [1, 2]
  - id: evaluation
    doses:
      - 1
      - 2
  - label: sans nom
"""


def told(content: bytes) -> list[str]:
    with pytest.raises(ContentError) as caught:
        parse(content, "essai.yaml")
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("content", "data"),
    [
        (
            b"a: no\nb: yes\nc: on\nd: 012\ne: 1_000\nf: 12:30",
            {"a": "no", "b": "yes", "c": "on", "d": 12, "e": 1000, "f": "12:30"},
        ),
        (
            b"a: true\nb: 1.5\nc: ~\nd:\ne: 2026-11-22",
            {"a": True, "b": 1.5, "c": None, "d": None, "e": datetime.date(2026, 11, 22)},
        ),
        (b'{"a": [1, {"b": null}]}', {"a": [1, {"b": None}]}),
        (b'{\n\t"a": 1,\n\t"b": [\n\t\t2\n\t]\n}', {"a": 1, "b": [2]}),
        (b"\xef\xbb\xbfa: \xc3\xa9t\xc3\xa9", {"a": "été"}),
        (b"a: 1\r\nb: 2\r\n", {"a": 1, "b": 2}),
        (b"- a\n- b", ["a", "b"]),
        ('a: "L\'été, « déjà » 😀"'.encode(), {"a": "L'été, « déjà » 😀"}),
        (b"[" * DEEPEST + b"]" * DEEPEST, reduce(lambda inside, _: [inside], range(DEEPEST - 1), [])),
    ],
    ids=[
        "words stay words",
        "plain values",
        "json",
        "json with tabs",
        "byte order mark",
        "windows",
        "list",
        "signs",
        "deep",
    ],
)
def test_plain_text_is_read_as_it_is_written(content: bytes, data: object):
    assert parse(content, "essai.yaml").data == data


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ((), "essai.yaml, ligne 1"),
        (("title",), "essai.yaml, ligne 1, title"),
        (("levers", 0), "essai.yaml, ligne 4, levers › financement"),
        (("levers", 0, "doses", 1), "essai.yaml, ligne 5, levers › financement › doses"),
        (("levers", 1, "doses", 1), "essai.yaml, ligne 9, levers › evaluation › doses"),
        (("levers", 2, "label"), "essai.yaml, ligne 10, levers › label"),
        (("levers", 1, "absente"), "essai.yaml, ligne 6, levers › evaluation › absente"),
        (("levers", 9), "essai.yaml, ligne 3, levers"),
    ],
)
def test_a_place_is_told_by_file_line_keys_and_ids(path: tuple[str | int, ...], where: str):
    assert parse(TREE, "essai.yaml").where(path) == where


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "essai.yaml : le fichier est vide. Écrivez-y au moins une partie."),
        (
            b"a" * (LARGEST + 1),
            "essai.yaml : le fichier dépasse 512 ko. Retirez ce qui est en trop.",
        ),
        (
            b"a: \x00",
            "essai.yaml : ce n'est pas un fichier de texte. "
            "Donnez un fichier YAML ou JSON, enregistré avec l'encodage « UTF-8 ».",
        ),
        (
            "a: été".encode("utf-16"),
            "essai.yaml : ce n'est pas un fichier de texte. "
            "Donnez un fichier YAML ou JSON, enregistré avec l'encodage « UTF-8 ».",
        ),
        (
            b"a: 1\nb: \x07",
            "essai.yaml, ligne 2 : ce texte contient un signe qui ne s'affiche pas. Retapez le texte.",
        ),
        (
            b'a: 1\nb: "\\ud800"',
            "essai.yaml, ligne 2 : ce texte contient un signe qui ne s'affiche pas. Retapez le texte.",
        ),
        (
            b"a: " + b"[" * 100_000,
            "essai.yaml, ligne 1 : il y a plus de 20 niveaux l'un dans l'autre. Rapprochez cette partie du bord.",
        ),
        (
            b"a: &a [1]\nb: &b [*a, *a]\n",
            "essai.yaml, ligne 1 : les ancres et renvois (& et *) ne sont pas admis. "
            "Répétez le texte, ou mettez-le entre guillemets s'il commence par & ou *.",
        ),
        (
            b"a: !!python/object/apply:os.system [echo]",
            "essai.yaml, ligne 1 : un point d'exclamation commence ce texte. Mettez le texte entre guillemets.",
        ),
        (
            b"a: " + b"9" * 5000,
            "essai.yaml, ligne 1 : « 99999999999999999999 » n'est ni une date ni un nombre possible. "
            "Corrigez la valeur, ou mettez-la entre guillemets si c'est un texte.",
        ),
        (b"<<: {a: 1}", "essai.yaml, ligne 1 : la clé « << » n'est pas un texte. Mettez-la entre guillemets."),
        (
            b"a: 1\n? [b, c]\n: 2",
            "essai.yaml, ligne 2 : la clé à cet endroit n'est pas un texte. Mettez-la entre guillemets.",
        ),
    ],
)
def test_what_is_not_plain_text_is_refused(content: bytes, message: str):
    assert told(content) == [message]


def test_all_repeated_keys_and_impossible_dates_are_told_at_once():
    assert told(b"a: 1\na: 2\nb:\n  c: 2026-13-01\n  c: 3\n") == [
        "essai.yaml, ligne 2 : la clé « a » est écrite deux fois. Elle est déjà ligne 1 : gardez-en une seule.",
        "essai.yaml, ligne 5 : la clé « c » est écrite deux fois. Elle est déjà ligne 4 : gardez-en une seule.",
        "essai.yaml, ligne 4 : « 2026-13-01 » n'est ni une date ni un nombre possible. "
        "Corrigez la valeur, ou mettez-la entre guillemets si c'est un texte.",
    ]
