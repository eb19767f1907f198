"""The schema of answer files is public, for each edition that is here."""

import json

import pytest

from assessment.content.edition import Edition
from assessment.engine.answer_schema import answer_schema


@pytest.mark.parametrize("asked", ["", "?edition=innovation_sociale_2026"])
def test_anybody_may_read_the_schema_of_answer_files(asked: str, server, edition: Edition):
    answer = server.get(f"/schema/reponses.json{asked}")

    assert (answer.status, json.loads(answer.text)) == (200, answer_schema(edition))


def test_an_edition_that_is_not_here_has_none(server):
    assert server.get("/schema/reponses.json?edition=autre").status == 404
