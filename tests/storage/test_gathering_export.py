"""What an owner takes away: all of a gathering, and nothing that a participant did not share."""

import datetime
import json
from dataclasses import replace
from typing import Any

import pytest

from assessment.content.edition import Edition
from assessment.engine.assess import assess
from assessment.engine.contract import result
from assessment.engine.reading import read_answers
from assessment.storage.gathered import Deposited, Gathering, Noted, Terms, WholeGathering
from assessment.storage.gathering_export import export_gathering, is_blind, without_answers
from assessment.storage.kept import Link
from assessment.storage.rights import Reach

AT = datetime.datetime(2026, 11, 24, 14, 32, 5, tzinfo=datetime.UTC)
TERMS = Terms("Appel", "appel", ("project",), datetime.date(2027, 3, 31), ("result", "answers"), "Bonjour")
BLIND, SEEN = ({"on": on, "reason": ""} for on in (True, False))


def deposited(edition: Edition, *shares: Any, **differently: Any) -> Deposited:
    content = {
        "version": 1,
        "edition": edition.id,
        "subject": {"name": "Le jardin"},
        "project": {"answers": {"BES1": 3, "SOL1": 2}},
    }
    made = Deposited(
        "project-of-anna1", "Le jardin", edition.id, AT, "deposit", "", shares, "Oui.", content, withdrawable=True
    )
    return replace(made, **differently)


def whole(*projects: Deposited, noted: tuple[Noted, ...] = ()) -> WholeGathering:
    last_day = datetime.date(2028, 11, 24)
    gathering = Gathering(
        "gathering-of-bea1", TERMS, "e", 1, AT, AT, last_day, "CODE-CODE-CODE", "token", len(projects), 3
    )
    return WholeGathering(gathering, (Link("link-of-bea-1234", Reach.OWN, "", AT, None, None, None),), projects, noted)


def said(value: object, kind: Any = "blind") -> Noted:
    return Noted(1, "", kind, "", value, AT, "link-of-bea-1234")


def test_all_that_is_kept_is_in_it_and_no_secret(edition: Edition):
    project, at = deposited(edition, "result", "answers"), AT.isoformat()
    note = said({"text": "\ud800 « é »"}, "note")

    exported = export_gathering(whole(project, noted=(note,)), {edition.id: edition})

    assert json.loads(exported) == {
        "format": "jalons-collecte",
        "version": 1,
        "gathering": {
            "id": "gathering-of-bea1",
            "terms": {
                "title": "Appel",
                "purpose": "appel",
                "parts": ["project"],
                "closes": "2027-03-31",
                "shares": ["result", "answers"],
                "notice": "Bonjour",
            },
            "edition": "e",
            "seq": 1,
            "created": at,
            "active": at,
            "kept_until": "2028-11-24",
            "projects": 1,
            "open": True,
        },
        "blind": False,
        "links": [
            {
                "id": "link-of-bea-1234",
                "right": "own",
                "label": "",
                "created": at,
                "expires": None,
                "last_used": None,
                "revoked": None,
            }
        ],
        "projects": [
            {
                "id": "project-of-anna1",
                "name": "Le jardin",
                "edition": edition.id,
                "at": at,
                "origin": "deposit",
                "source": "",
                "shares": ["result", "answers"],
                "consent": "Oui.",
                "replaces": "",
                "replaced": False,
                "answers": dict(project.content),
                "result": None,
            }
        ],
        "journal": [
            {
                "seq": 1,
                "project": "",
                "kind": "note",
                "key": "",
                "value": {"text": "\ud800 « é »"},
                "at": at,
                "link": "link-of-bea-1234",
            }
        ],
    }


def test_without_the_answers_the_result_is_told_and_quotes_none(edition: Edition):
    project = deposited(edition, "result")

    (found,) = json.loads(export_gathering(whole(project), {edition.id: edition}))["projects"]

    told = result(assess(read_answers(project.content, edition), edition))
    assert (found["answers"], found["result"]) == (None, json.loads(json.dumps(without_answers(told))))
    assert (found["result"]["project"]["stage"], '"answer"' in json.dumps(told)) == (told["project"]["stage"], True)
    assert '"answer"' not in json.dumps(found["result"])


@pytest.mark.parametrize("content", [{"project": {"answers": {"NOWHERE1": 2}}}, {"subject": {}}])
def test_a_project_that_its_edition_does_not_read_has_no_result(content: dict[str, Any], edition: Edition):
    project = deposited(edition, "result", content=content)
    editions = [{edition.id: edition}, {}]

    found = [json.loads(export_gathering(whole(project), each))["projects"][0]["result"] for each in editions]

    assert found == [None, None]


def test_a_note_is_in_it_only_where_it_is_shared_and_not_while_it_is_read_blind(edition: Edition):
    part = {"answers": {"BES1": 3}, "shown": {"BES1": "document"}, "notes": {"BES1": "Lettre de Madame Roche"}}
    content = {"version": 1, "edition": edition.id, "project": part}
    shared, kept = (deposited(edition, "result", "answers", *more, content=content) for more in (("notes",), ()))

    told = [
        [each["answers"]["project"] for each in json.loads(export_gathering(given, {edition.id: edition}))["projects"]]
        for given in (whole(shared, kept), whole(shared, kept, noted=(said(BLIND),)))
    ]

    without = {"answers": {"BES1": 3}, "shown": {"BES1": "document"}}
    assert told == [[part, without], [without, without]]


def test_while_it_is_read_blind_no_name_is_in_it(edition: Edition):
    given = whole(deposited(edition, "result", "answers"), deposited(edition, "result"), noted=(said(BLIND),))

    exported = export_gathering(given, {edition.id: edition}).decode()

    assert ("Le jardin" in exported, json.loads(exported)["blind"]) == (False, True)
    assert [each["name"] for each in json.loads(exported)["projects"]] == ["", ""]
    assert json.loads(exported)["projects"][0]["answers"]["project"] == {"answers": {"BES1": 3, "SOL1": 2}}


@pytest.mark.parametrize(
    ("values", "blind"),
    [((), False), ((BLIND,), True), ((BLIND, SEEN), False), ((SEEN, BLIND), True), ((BLIND, None), False)],
)
def test_the_last_word_says_whether_it_is_read_blind(values: tuple[Any, ...], blind: bool):
    assert is_blind([said(None, "note"), *(said(value) for value in values), said(None, "note")]) == blind
