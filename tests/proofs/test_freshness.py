"""What was not looked at for a year is told."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.content.links import Link, Links
from assessment.proofs.freshness import Freshness, addresses, freshness

TODAY = date(2026, 11, 24)


@pytest.fixture(name="fresh")
def _fresh(edition):
    """How fresh two items are, checked on these days, with these links."""

    def look(*checked, links=()):
        items = [
            item.model_copy(update={"id": name, "address": f"https://exemple.fr/{name}", "checked": day})
            for name, item, day in zip("ab", edition.catalogue.items[:2], checked, strict=True)
        ]
        catalogue = edition.catalogue.model_copy(update={"items": tuple(items), "publications": ()})
        return freshness(replace(edition, catalogue=catalogue, links=Links(links=links)), TODAY)

    return look


def link(name, day, *, answered, result="réponse 200"):
    return Link(address=f"https://exemple.fr/{name}", checked=day, answered=answered, result=result)


def test_a_year_to_the_day_is_old_and_a_day_less_is_not(fresh):
    assert fresh(date(2025, 11, 24), date(2025, 11, 25)) == Freshness((("a", date(2025, 11, 24)),), (), ())


def test_what_nobody_checked_is_told_apart(fresh):
    assert fresh(None, TODAY) == Freshness((), ("a",), ())


def test_an_address_that_answered_counts_as_checked_that_day(fresh):
    assert fresh(None, date(2020, 1, 1), links=(link("a", TODAY, answered=True), link("b", TODAY, answered=True))) == (
        Freshness((), (), ())
    )


def test_an_address_that_did_not_answer_does_not(fresh):
    silent = link("a", TODAY, answered=False, result="silence après 10 s")

    assert fresh(None, TODAY, links=(silent,)) == Freshness(
        (), ("a",), (("https://exemple.fr/a", "silence après 10 s"),)
    )


def test_every_address_of_the_catalogue_is_there_once(edition):
    found = addresses(edition)

    items = {item.address for item in edition.catalogue.items if item.address}
    assert items <= set(found)
    assert len(found) == len(set(found))
