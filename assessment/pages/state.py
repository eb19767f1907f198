"""What this visit keeps, and the answer file it makes: the same file that the command line reads.

Values never live in widgets only: those are forgotten when the page changes. Answers are kept flat, question id ->
option number, list of numbers or "x"; what the file leaves out (parts not chosen, questions no longer asked) stays
here, so that changing one's mind loses nothing.
"""

import datetime
import secrets
from typing import Any

import streamlit as st

from assessment.content.edition import Edition
from assessment.content.questionnaire import UNKNOWN, PartId
from assessment.engine.answers import PARTS, SHORT, Answers, Value
from assessment.engine.reading import read_answers
from assessment.pages.asking import Step, steps

Json = dict[str, Any]
#: What a person may choose to answer -> parts; the doors come last, but for the short version.
CHOICES: dict[str, tuple[PartId, ...]] = {
    "project": ("project", "doors"),
    "short": SHORT,
    "organisation": ("organisation", "doors"),
    "both": PARTS,
}


def begin() -> None:
    """Make room for what is kept, on the first run of a visit."""
    if "answers" not in st.session_state:
        st.session_state.update(nothing_yet())


def nothing_yet() -> dict[str, Any]:
    """What is kept at first.

    *notes*: which document or outside look could be shown; *actions*, *done*: what is to be done next and what was, as
    `storage.kept` has them; *screen*: where the person is;
    *target*: the question to arrive at; *came_from*: the line of the result that sent there; *reread*: the pairs of
    answers shown on the last screen; *left*: those that stay as they are, with their answers; *seed*: the order of
    shuffled options; *supposed*: answers tried in « Et si … ? », which never are answers; *searched*: what long
    searches found; *redrawn*: a new word each time answers came from elsewhere, so that widgets show them; *resumed*:
    the answers came from the file that was dropped in.
    """
    return {
        "edition": None,
        "answers": {},
        "shown": {},
        "notes": {},
        "actions": {},
        "done": {},
        "undo": None,
        "name": "",
        "parts": ("project", "doors"),
        "screen": None,
        "target": None,
        "came_from": None,
        "reread": (),
        "left": {},
        "seed": secrets.randbits(32),
        "supposed": {},
        "searched": {},
        "redrawn": "",
        "result_seen": False,
        "resumed": False,
    }


def choice_made() -> str:
    """The choice that stands for the parts being answered; the first one when only the doors are."""
    chosen = st.session_state["parts"]
    return next((name for name, parts in CHOICES.items() if parts == chosen), next(iter(CHOICES)))


def is_short() -> bool:
    """Whether this visit answers the short version."""
    return st.session_state["parts"] == SHORT


def parts_of(found: Answers) -> tuple[PartId, ...]:
    """What is answered by whoever takes up answers of a file: its parts, and the doors at the end."""
    return SHORT if found.short else tuple(part for part in PARTS if part in {*found.parts, "doors"})


def widget(name: str) -> str:
    """The key of a widget: a new one once answers came from elsewhere, or it would go on showing its own."""
    redrawn = st.session_state["redrawn"]
    return f"{name}_{redrawn}" if redrawn else name


def values() -> dict[str, Value]:
    """Every answer kept, as the engine takes them."""
    kept = st.session_state["answers"]
    return {name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()}


def current_steps(edition: Edition) -> tuple[Step, ...]:
    """The screens of this visit."""
    return steps(edition, values(), st.session_state["parts"])


def answer_data(edition: Edition, day: datetime.date) -> Json:
    """The answer file's data (contract, version 1) of this visit."""
    kept, shown, notes = (st.session_state[each] for each in ("answers", "shown", "notes"))
    asked = [(step.part.part, question.id) for step in current_steps(edition) for question in step.questions]
    data: Json = {"version": 1, "edition": edition.id, "subject": {"date": day.isoformat()}}
    if st.session_state["name"]:
        data["subject"]["name"] = st.session_state["name"]
    if is_short() and any(name in kept for _, name in asked):
        data["short"] = True
    for part, name in asked:
        if name in kept:
            data.setdefault(part, {"answers": {}})["answers"][name] = kept[name]
    for part, name in asked:
        if name in shown and can_be_shown(edition, name):
            data[part].setdefault("shown", {})[name] = shown[name]
            if name in notes and shown[name] != "no":
                data[part].setdefault("notes", {})[name] = notes[name]
    if st.session_state["actions"]:
        data["actions"] = [action for _, action in sorted(st.session_state["actions"].items())]
    return data


def answers(edition: Edition, day: datetime.date) -> Answers | None:
    """The answers of this visit as the command line would read them; None when there is none yet."""
    data = answer_data(edition, day)
    return read_answers(data, edition) if any(part in data for part in PARTS) else None


def can_be_shown(edition: Edition, name: str) -> bool:
    """Whether one click asks what could be shown for this answer: key questions, from a level on."""
    question, value = edition.questions[name], st.session_state["answers"].get(name, UNKNOWN)
    evidence = edition.questionnaire(edition.part_of[name]).evidence
    if evidence is None or name not in edition.key_questions or not isinstance(value, int):
        return False
    return (question.level(value) or 0) >= evidence.from_level
