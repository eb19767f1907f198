"""The synthesis for a board: tagged, two to four pages, numbers that add up, no project named, no rank."""

import datetime
import random
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page import validate_pdf_bytes
from pypdf import PdfReader

from assessment.content.edition import Edition
from assessment.engine.reading import read_answers
from assessment.portfolio.offer import Offered
from assessment.portfolio.projects import Project
from assessment.portfolio.screened import screened
from assessment.portfolio.synthesis import Heading, Synthesis, synthesis
from assessment.report.portfolio_gist import gist
from assessment.report.portfolio_pdf import render
from assessment.report.portfolio_pdf_offer import line_told
from bench.hostile_texts import PIECES

DAY = datetime.date(2026, 11, 26)
OFFER = (
    Offered("financement", ("conception", "experimentation"), "subvention", 5_000, 20_000),
    Offered("financement", ("conception", "modelisation"), "pret", None, 50_000),
    Offered("evaluation", ("modelisation", "essaimage"), "competences"),
)


@pytest.fixture(name="of", scope="module")
def _of(edition: Edition) -> Callable[..., Synthesis]:
    """The synthesis of so many projects, all different kinds of them; the same each time."""

    def of(count: int, offer: tuple[Offered, ...] = OFFER, title: str = "Territoires vivants") -> Synthesis:
        chance = random.Random(7)
        projects = [project(place, chance, edition) for place in range(count)]
        told = [screened(each, edition) for each in projects]
        return synthesis(Heading(title, DAY, count + 3), projects, told, offer, edition)

    return of


def project(place: int, chance: random.Random, edition: Edition) -> Project:
    answers = read_answers(chance.choice(edition.examples).given, edition)
    shown = {name: chance.choice(("document", "no", "outside")) for name in edition.key_questions[::2]}
    values = {**answers.values, "C7": (chance.randint(1, 4),)} if "project" in answers.parts else answers.values
    given_answers = replace(answers, values=values, shown=shown if "project" in answers.parts else {})
    shares = chance.choice((("result",), ("result", "answers"), ("result", "answers", "notes")))
    day = datetime.datetime(2026, 10, 1 + place % 28, tzinfo=datetime.UTC)
    return Project(str(place), f"Nom{place}", day, "deposit", "", shares, given_answers, given_answers, {})


def failures(content: bytes) -> list[tuple[str, str]]:
    checked = [validate_pdf_bytes(content, profile=profile) for profile in ("ua1", "3a")]
    return [(found.rule_id, found.message) for told in checked for found in told.failures]


def reading(content: bytes) -> list[str]:
    told = [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages]
    return [each.replace("\u2019", "'").replace("\xa0", " ") for each in told]


@pytest.mark.parametrize(("count", "offer"), [(0, ()), (1, ()), (1, OFFER), (42, ()), (300, OFFER)])
def test_a_synthesis_conforms_on_at_most_four_pages(
    of: Callable[..., Synthesis], count: int, offer: tuple[Offered, ...]
):
    content = render(of(count, offer))

    assert failures(content) == []
    assert len(reading(content)) in ((1,) if not count else (2, 3, 4))


def test_every_project_is_counted_once_at_a_stage_or_apart(of: Callable[..., Synthesis]):
    found = of(42)

    for facet in ("stage", "firmness", "standing", "phase", "proof", "confidence", "covered"):
        assert sum(found.count(facet, value) for value in found.counting.facets[facet].values) == 42, facet


def test_needs_are_told_apart_by_whether_the_offer_covers_them(of: Callable[..., Synthesis], edition: Edition):
    needs = list(of(42).needs)

    assert [(need.lever, need.stage) for need in needs] == [
        (lever, stage) for lever in edition.lever for stage in edition.stage_index
    ]
    assert {(need.lever, need.stage) for need in needs if need.met} == {
        (line.lever, stage) for line in OFFER for stage in line.stages
    }
    assert sum(need.count for need in needs) > 0


def test_it_names_no_project_ranks_none_and_says_the_sentence_of_equity(of: Callable[..., Synthesis], edition: Edition):
    told = " ".join(reading(render(of(42))))

    assert [f"Nom{place}" for place in range(42) if f"Nom{place}" in told] == []
    assert [word for word in ("classement", "score", "meilleur") if word in told.lower()] == []
    assert "ni note, ni rang, ni moyenne" in told
    assert edition.card.equity.strip() in told
    assert "42 projets sur 45, reçus entre le 1er octobre 2026 et le 28 octobre 2026 : 42 déposés en ligne." in told


def test_a_board_reads_first_what_there_is_to_remember_and_the_numbers_are_those_of_the_charts(
    of: Callable[..., Synthesis], edition: Edition
):
    found = of(42)
    told = list(gist(found))
    useful = {name: found.count("lever", name) for name in edition.lever}
    most = max(useful, key=useful.get)
    firm = [found.count("firmness", kind) for kind in ("firm", "ahead", "open")]

    assert told[1] == (
        f"L'étape est consolidée pour {firm[0]} ; en avance sur ses preuves pour {firm[1]} ; "
        f"encore ouverte pour {firm[2]}, faute de réponses."
    )
    title = edition.lever[most].title
    assert told[2].startswith(f"Aide le plus souvent utile : {title[:1].lower()}{title[1:]} ({useful[most]}), puis ")
    covers = {"toutes pour": "covered", "une sur deux pour": "partly", "aucune pour": "uncovered"}
    counts = {words: found.count("covered", kind) for words, kind in covers.items()}
    parts = " ; ".join(f"{words} {count}" for words, count in counts.items() if count)
    assert told[-1] == f"Aides utiles que l'offre couvre : {parts}."
    assert "l'offre" not in list(gist(of(42, ())))[-1]
    page = reading(render(found))[0]
    assert page.index("En bref") < page.index("Où en sont les projets")
    assert told[2] in page


def test_what_is_shared_is_told_only_when_some_keep_their_answers(of: Callable[..., Synthesis]):
    found = of(42)
    whole = replace(found, collected=replace(found.collected, answers=42))

    assert [" sur 42 partagent leurs réponses" in " ".join(reading(render(each))) for each in (found, whole)] == [
        True,
        False,
    ]


def test_charts_say_all_their_numbers_in_words(of: Callable[..., Synthesis], edition: Edition):
    found = of(42)
    catalog = PdfReader(BytesIO(render(found))).trailer["/Root"]

    def alts(node: object) -> list[str]:
        here = [str(node["/Alt"])] if isinstance(node, dict) and "/Alt" in node else []
        kids = node.get("/K", []) if isinstance(node, dict) else []
        every = kids if isinstance(kids, list) else [kids]
        return here + [alt for kid in every for alt in alts(kid.get_object() if hasattr(kid, "get_object") else kid)]

    stages, _, heat, *_ = alts(catalog["/StructTreeRoot"])
    first = edition.placement.stages[0]
    firm = found.count("standing", f"{first.id}.firm")

    assert stages.startswith(f"{first.label}\xa0: Consolidée {firm}, ")
    assert f"Financement\xa0: {first.label} {next(found.needs).count} (couvert par l’offre)" in heat


def test_an_offer_is_told_in_words(edition: Edition):
    assert [line_told(line, edition) for line in OFFER] == [
        "Subvention ou don, pour : financement. Étapes : Conception et Expérimentation. De 5 000 € à 20 000 €.",
        "Prêt ou avance remboursable, pour : financement. Étapes : Conception et Modélisation. Jusqu'à 50 000 €.",
        "Mécénat de compétences, pour : évaluation. Étapes : Modélisation et Essaimage.",
    ]


def test_each_caution_is_told_once(of: Callable[..., Synthesis], edition: Edition):
    twice = (*OFFER, Offered("financement", ("experimentation",), "pret"))
    told = " ".join(reading(render(of(42, twice))))

    loan = next(each.caution for each in edition.funding.supports if each.id == "pret")
    assert [told.count(each) for each in (loan, "reconstitu", *edition.card.limits)] == [1] * (
        2 + len(edition.card.limits)
    )


def test_an_offer_that_is_not_described_is_said_so(of: Callable[..., Synthesis]):
    told = " ".join(reading(render(of(5, ()))))

    assert ("Aucune offre n'est décrite" in told, "couvert par l'offre" in told) == (True, False)


def test_the_same_synthesis_gives_the_same_bytes(of: Callable[..., Synthesis]):
    assert render(of(5)) == render(of(5))


@settings(max_examples=15, deadline=None)
@given(title=st.one_of(st.sampled_from(PIECES), st.text(max_size=200)))
def test_no_title_breaks_it_or_asks_something_of_elsewhere(of: Callable[..., Synthesis], title: str):
    content = render(replace(of(3), title=title))

    addresses = {
        str(note.get_object()["/A"]["/URI"])
        for page in PdfReader(BytesIO(content)).pages
        for note in page.get("/Annots", [])
        if "/A" in note.get_object()
    }
    assert failures(content) == []
    assert [address for address in addresses if "192.0.2.1" in address or "example" in address] == []
