"""All that is kept of a dossier in, two files for its holder out: JSON for programs, CSV for a spreadsheet. Pure.

A cell that a spreadsheet would take for a formula begins with an apostrophe, which `written_in` takes away again.
Source: OWASP ASVS 5.0, 1.2.10.
"""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from assessment.cells import neutral
from assessment.content.edition import Edition
from assessment.content.questionnaire import UNKNOWN
from assessment.engine.actions import Action, actions_of
from assessment.engine.answers import PARTS, SHORT, Answers, Shown, Subject, organisation_type
from assessment.engine.changes import is_asked
from assessment.engine.contract import answer_file
from assessment.engine.facts import Fact, Facts
from assessment.storage.kept import OWN, Dossier, Entry, Everything

Json = dict[str, Any]
FORMAT, VERSION = "jalons-dossier", 1
COLUMNS = ("moment (UTC)", "question", "texte de la question", "réponse", "valeur", "actuelle", "lien")
ABOUT = {
    "name": "Le nom du projet",
    "parts": "Ce à quoi vous répondez",
    "result": "Le résultat a été vu",
    "action": "Une prochaine action",
    "done": "Une action faite",
}
TAKEN_BACK, ACTION_TAKEN_BACK, YES, NO, JOINED = "réponse retirée", "action retirée de la liste", "oui", "non", " · "
FIRST_LINK, GONE_LINK = "le lien du dossier", "un lien effacé depuis"


def export_json(everything: Everything, edition: Edition) -> bytes:
    """UTF-8 JSON: *dossier* with its dates, *answers* (an answer file, None without an answer), *journal*, *links*
    without their hashes, *deposits*.
    """
    data = {
        "format": FORMAT,
        "version": VERSION,
        "dossier": {name: value for name, value in plain(everything.dossier).items() if name != "entries"},
        "answers": _answer_file(everything.dossier, edition),
        "journal": [plain(each) for each in everything.journal],
        "links": [plain(each) for each in everything.links],
        "deposits": [
            {**plain(each), "content": [plain(change) for change in each.content]} for each in everything.deposits
        ],
    }
    return as_json(data, indent=1).encode()


def export_csv(everything: Everything, edition: Edition) -> bytes:
    """UTF-8 CSV with `;`: one row for each entry of the journal, in order; columns as COLUMNS."""
    labels = {link.id: link.label or FIRST_LINK for link in everything.links}
    now = {each.seq for each in everything.dossier.entries}
    file = io.StringIO(newline="")
    rows = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL)
    rows.writerow(COLUMNS)
    for each in everything.journal:
        row = (
            f"{each.at:%Y-%m-%d %H:%M:%S}",
            each.key,
            _text(each, edition),
            _words(each, edition),
            as_json(each.value),
            YES if each.seq in now else NO,
            labels.get(each.link, GONE_LINK),
        )
        rows.writerow([neutral(cell) for cell in row])
    return file.getvalue().encode("utf-8-sig", "replace")


def answers_of(dossier: Dossier, edition: Edition) -> Answers:
    """What the person answers now, without the parts and the questions that are no longer asked of them."""
    given = dossier.values("answer")
    values = {
        name: tuple(given[name]) if isinstance(given[name], list) else given[name]
        for name in edition.questions
        if name in given
    }
    chosen = frozenset(dossier.values("parts").get("", PARTS))
    short = chosen == frozenset(SHORT)
    values = {name: value for name, value in values.items() if edition.part_of[name] in chosen}
    kind, told_by = organisation_type(values, edition)
    facts = Facts(
        edition=edition,
        answers=Answers(edition.id, chosen, values, short=short),
        type=Fact(kind, frozenset({told_by})) if told_by else Fact(),
    )
    asked = {name: value for name, value in values.items() if is_asked(edition.questions[name], facts)}
    subject = Subject(dossier.values("name").get("") or None, dossier.active.date())
    parts = frozenset(edition.part_of[name] for name in asked)
    found = Answers(edition.id, parts, asked, {}, subject, _actions(dossier))
    shown = _shown(dossier, found, edition)
    return replace(found, shown=shown, notes=_notes(dossier, shown), short=short and bool(parts))


def _actions(dossier: Dossier) -> tuple[Action, ...]:
    """What is to be done next, in the order of its keys."""
    return actions_of([value for _, value in sorted(dossier.values("action").items())])


def _shown(dossier: Dossier, answers: Answers, edition: Edition) -> Mapping[str, Shown]:
    """What could be shown, for the answers that are high enough to be asked it."""
    evidence = edition.project.evidence
    return {
        name: word
        for name, word in dossier.values("shown").items()
        if evidence is not None
        and name in edition.key_questions
        and (answers.level(edition.questions[name]) or 0) >= evidence.from_level
    }


def _notes(dossier: Dossier, shown: Mapping[str, Shown]) -> Mapping[str, str]:
    """Which document or outside look that is; a text whose answer no longer has any stays in the dossier, unused."""
    return {name: text for name, text in dossier.values("note").items() if shown.get(name, "no") != "no"}


def _answer_file(dossier: Dossier, edition: Edition) -> Json | None:
    answers = answers_of(dossier, edition)
    return answer_file(answers, edition) if answers.parts else None


def _text(entry: Entry, edition: Edition) -> str:
    question = edition.questions.get(entry.key)
    if entry.kind == "answer":
        return question.text if question else ""
    evidence = edition.project.evidence
    if entry.kind == "shown":
        return evidence.question if evidence else ""
    if entry.kind == "note":
        return evidence.note.label if evidence and evidence.note else ""
    return ABOUT[entry.kind]


def _words(entry: Entry, edition: Edition) -> str:
    if entry.value is None:
        return ACTION_TAKEN_BACK if entry.kind in OWN else TAKEN_BACK
    match entry.kind:
        case "action" | "done":
            return JOINED.join(entry.value[name] for name in ("what", "who", "by") if name in entry.value)
        case "answer":
            return JOINED.join(_labels(entry, edition))
        case "shown":
            evidence = edition.project.evidence
            return evidence.choices.get(entry.value, "") if evidence else ""
        case "parts":
            return JOINED.join(each.title for each in edition.questionnaires if each.part in entry.value)
        case "result":
            return YES if entry.value else NO
    return str(entry.value)


def _labels(entry: Entry, edition: Edition) -> Iterator[str]:
    question = edition.questions.get(entry.key)
    if question is None:
        return
    if entry.value == UNKNOWN:
        yield edition.questionnaire(edition.part_of[entry.key]).unknown_label
        return
    for number in entry.value if isinstance(entry.value, list) else [entry.value]:
        if isinstance(number, int) and 0 < number <= len(question.choices):
            yield question.choices[number - 1].label


def plain(shape: object) -> Json:
    """The fields of one of the store's shapes; moments and days as ISO 8601."""
    found = {each.name: getattr(shape, each.name) for each in fields(shape)}
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in found.items()}


def as_json(value: object, indent: int | None = None) -> str:
    """JSON that people can read, and that is UTF-8 even when a text holds half a sign."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", text)
