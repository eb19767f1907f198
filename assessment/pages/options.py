"""Options in, one of them chosen out: radio buttons of the browser itself, and one component that hears all of them.

A short text beside them is a field of the browser, heard by the same component while it is typed.

Streamlit's own draw every option again at each run, which takes longer than all the rest of an answer; a component for
each question stays in the server's memory as long as the visit. The script of every page shows what is kept and when it
was saved, and tells an answer again until it is.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import streamlit as st

from assessment.content.edition import Edition
from assessment.content.questionnaire import UNKNOWN
from assessment.engine.answers import clean
from assessment.engine.evidence import LONGEST_NOTE
from assessment.pages import keeping, saved, wording
from assessment.pages.content import opened
from assessment.pages.escaped import markup
from assessment.report.typography import french

Option = int | str
#: What has its place on a screen, by name -> a title and a text.
Told = Mapping[str, tuple[str, str]]

#: What is heard of a question: its answer, whether that could be shown, and what that would be.
HEARD: tuple[keeping.Kind, ...] = ("answer", "shown", "note")
#: Kinds of answers that options give -> where this tab holds them.
_HELD = {kind: keeping.KEYED[kind] for kind in ("answer", "shown")}
#: Where this tab holds, by question, the mark of the last text that it heard.
_MARKS, _LONGEST_MARK = "marks", 9
_WIDGET = "unseen_hearing"
_SCRIPT = """
export default function ({ data, setTriggerValue }) {
  if (window.jalonsKept) {
    window.jalonsKept(data, (lines) => setTriggerValue('told', lines));
    return;
  }
  // The script of every page never came: what would be chosen here would go nowhere.
  const refuse = () => {
    for (const input of document.querySelectorAll('[data-asked] input')) input.disabled = true;
    const first = document.querySelector('[data-asked]');
    if (!first || document.querySelector('.unheard')) return;
    const said = document.createElement('p');
    said.className = 'unheard aside';
    said.setAttribute('role', 'alert');
    said.textContent = data.unheard;
    first.before(said);
  };
  window.jalonsUnheard ??= setInterval(refuse, 300);
}
"""
_component = st.components.v2.component("jalons_hearing", js=_SCRIPT)


def choose(kind: keeping.Kind, question: str, label: str, options: Mapping[Option, str]) -> None:
    """Show *options* (value -> label); `hear`, later in the same script, takes what is chosen."""
    with st.container(key=f"box_{kind}_{question}"):
        st.html(drawn(kind, question, label, options))


def drawn(kind: keeping.Kind, question: str, label: str, options: Mapping[Option, str]) -> str:
    """The same, as markup.

    What is chosen is no part of it: the browser keeps the same buttons, and the focus, from run to run.
    """
    about = markup(f"{kind} {question}")
    buttons = "".join(
        f'<label class="option"><input type="radio" name="{about}" value="{value}"><span>{markup(told)}</span></label>'
        for value, told in options.items()
    )
    return f'<div class="options" role="radiogroup" aria-label="{markup(label)}" data-asked="{about}">{buttons}</div>'


def drawn_text(kind: keeping.Kind, question: str, label: str, help_: str) -> str:
    """A field for a short text, as markup; what is written there is no part of it."""
    about, name = markup(f"{kind} {question}"), markup(f"{kind}_{question}")
    return (
        f'<div class="which" data-asked="{about}"><label for="{name}">{markup(label)}</label>'
        f'<input type="text" id="{name}" maxlength="{LONGEST_NOTE}" autocomplete="off" aria-describedby="{name}_help">'
        f'<p class="note" id="{name}_help">{markup(help_)}</p></div>'
    )


def hear(
    about: Iterable[tuple[keeping.Kind, str]],
    to_be_shown: Iterable[str] = (),
    told: Told = MappingProxyType({}),
) -> None:
    """Take what is chosen among the options around: it is saved before anything is drawn again.

    *about*: whose saving is told on this screen; *to_be_shown*: the questions whose answer could be; *told*: what else
    is told now.
    """
    # A flat text: Streamlit looks for tables in anything else, at each run.
    data = {
        "kept": "\n".join(_kept()),
        "saved": "\n".join(saved.lines(about)),
        "open": " ".join(to_be_shown),
        "said": "\n".join(f"{name}\t{french(title)}.\t{french(text)}" for name, (title, text) in told.items()),
        "unheard": french(wording.UNHEARD),
    }
    _component(data=data, key=_WIDGET, on_told_change=_take)


def _kept() -> Iterator[str]:
    """For the script, a line for each answer that this tab holds and has saved: what it is about, and its value.

    Of a text, the mark of the last one heard too, also once it is empty: what is kept is cleaned, so that it may not
    be what was written.
    """
    state = st.session_state
    held = ((kind, name, value) for kind, where in _HELD.items() for name, value in state[where].items())
    for kind, name, value in held:
        if not isinstance(value, list) and (kind, name) not in state["unsaved"]:
            yield f"{kind} {name}\t{value}"
    notes, marks = state["notes"], state.get(_MARKS, {})
    for name in {**notes, **marks}:
        if ("note", name) not in state["unsaved"]:
            yield f"note {name}\t{notes.get(name, '')}\t{marks.get(name, '')}"


def _take() -> None:
    """Save every answer told that this tab does not hold, or has not saved."""
    edition, state = opened(), st.session_state
    lines = str(state[_WIDGET].get("told") or "").split("\n")
    told = [(given, line) for line in lines if (given := answer_told(line, edition))]
    heard = {given[1]: line.rpartition("\t")[2][:_LONGEST_MARK] for given, line in told if given[0] == "note"}
    state[_MARKS] = state.get(_MARKS, {}) | heard
    unsaved, given = state["unsaved"], [each for each, _ in told]
    keeping.record(*(each for each in given if each[:2] in unsaved or keeping.held(*each[:2]) != each[2]))


def answer_told(line: str, edition: Edition) -> keeping.Given | None:
    """The answer that one line tells; None when it is none that may be given."""
    about, _, written = line.partition("\t")
    kind, _, name = about.partition(" ")
    question = edition.questions.get(name)
    if question is None or kind not in HEARD:
        return None
    if kind == "note":
        return _note_told(name, written, edition)
    if kind == "answer":
        options: list[Option] = [*range(1, len(question.choices) + 1), UNKNOWN] if question.kind == "one" else []
    else:
        evidence = edition.questionnaire(edition.part_of[name]).evidence
        options = [*evidence.choices] if evidence else []
    values = {str(value): value for value in options}
    return (kind, name, values[written]) if written in values else None


def _note_told(name: str, written: str, edition: Edition) -> keeping.Given | None:
    """The text beside a key question, its mark behind it left out; an empty one is taken back."""
    evidence = edition.questionnaire(edition.part_of[name]).evidence
    if evidence is None or evidence.note is None or name not in edition.key_questions:
        return None
    return "note", name, clean(written.partition("\t")[0], LONGEST_NOTE) or None
