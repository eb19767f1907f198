"""The next actions of a person on the pages: chosen from lines of the result or in their own words, and found again."""

from collections.abc import Collection
from functools import partial

import streamlit as st

from assessment.pages import deciding, paths, problems, saved
from assessment.pages import wording_of_actions as wording
from assessment.pages import wording_of_dossier as told_of_dossier
from assessment.pages.action_cards import Card, fill_in, to_do
from assessment.pages.content import opened
from assessment.pages.escaped import markdown, markup
from assessment.report.document import Report
from assessment.report.typography import french
from assessment.report.wording import told_day
from assessment.storage.kept import ACTION_KEYS

#: Pages where an action may leave the list.
RESULT, HOME = "result", "home"


def choose(report: Report) -> None:
    """The section below its heading: cards to fill in; whoever only reads sees a list."""
    if not is_shown(report):
        return
    if st.session_state["right"] == "read":
        with st.container(key="section_actions"):
            _list()
        return
    st.session_state["around_actions"] = _around()
    _edit()


def is_shown(report: Report) -> bool:
    """Whether the section is on the page."""
    return bool(report.actions) or st.session_state["right"] != "read"


def remind() -> None:
    """What was to be done, on the first page: each action can be marked done there."""
    if not any(st.session_state[each] for each in ("actions", "done", "undo")):
        return
    with st.container(key="section_reminded"):
        st.header(markdown(wording.TITLE), anchor=False)
        if st.session_state["right"] == "read":
            _list()
            return
        saved.ask_to_choose(opened(), "action", "done")
        if st.session_state["actions"]:
            cards = [_card(key) for key in deciding.held()]
            to_do(cards, _redrawn(), arrive=_arriving(), finished=partial(deciding.finish, place=HOME))
        _tell_after(HOME)
        if st.session_state["actions"]:
            st.page_link(paths.RESULT, label=markdown(wording.CHANGE_THEM))


@st.fragment
def _edit() -> None:
    """The cards; writing in one draws them alone again, and the page when it changes what else is shown there."""
    with problems.told():
        if st.session_state["around_actions"] != _around():
            st.rerun()
        with st.container(key="before_cards"):  # what comes and goes there leaves the cards where they are
            _tell_news()
            saved.ask_to_choose(opened(), "action", "done")
        fresh = deciding.free()
        cards = [_card(key) for key in ACTION_KEYS if key in st.session_state["actions"] or key == fresh]
        said = fill_in(
            cards,
            _redrawn(),
            arrive=_arriving(),
            written=deciding.write,
            finished=partial(deciding.finish, place=RESULT),
            removed=partial(deciding.remove, place=RESULT),
        )
        st.session_state["trouble_of_action"] = None
        if fresh is None:
            st.html(f'<p class="note">{markup(wording.ENOUGH)}</p>')
        _tell_after(RESULT)
        if said:
            deciding.reconcile(*said)


def _around() -> object:
    """What a change of the actions changes elsewhere on the page."""
    lines = tuple((key, each.about) for key, each in deciding.held().items())
    return saved.around(), lines, tuple(st.session_state["done"])


def _card(key: str) -> Card:
    action, entry = deciding.held().get(key), saved.last_saved(("action", key))
    today, trouble = saved.today(), st.session_state.get("trouble_of_action")
    least = min(today, action.by) if action and action.by else today
    finish, remove = (wording.WHICH.format(verb=verb, key=key) for verb in (wording.DONE, wording.REMOVE))
    return Card(
        key,
        french(wording.ACTION.format(key=key)),
        french(finish),
        french(remove),
        least.isoformat(),
        what=action.what if action else "",
        who=(action.who or "") if action else "",
        by=action.by.isoformat() if action and action.by else "",
        day=french(told_day(action.by)) if action and action.by else "",
        told=french(action.what) if action else "",
        more=french(wording.told(action)[1]) if action else "",
        saved=french(told_of_dossier.SAVED.format(time=saved.clock_time(entry.at))) if entry else "",
        seq=str(entry.seq) if entry else "",
        trouble=french(trouble[1]) if trouble and trouble[0] == key else "",
        fresh=action is None,
    )


def _list() -> None:
    """The actions, for whoever only reads."""
    lines = []
    for action in deciding.held().values():
        what, more = wording.told(action)
        lines.append(f'<li><strong>{markup(what)}</strong><br><span class="note">{markup(more)}</span></li>')
    st.html(f"<ol>{''.join(lines)}</ol>")
    _tell_done(st.session_state["done"].values())


def _tell_after(place: str) -> None:
    """What came of the last action that left the list at this *place*, with a way back; and what was done so far."""
    done, _, left_at = st.session_state["undo"] or (None, None, None)
    if left_at == place:
        st.html(f'<p class="aside" role="status">{markup(wording.WAS_DONE if done else wording.WAS_REMOVED)}</p>')
        st.button(markdown(wording.UNDO), key="undo_action", type="tertiary", on_click=deciding.undo)
    _tell_done(st.session_state["done"].values())


def _tell_done(done: Collection[dict[str, str]]) -> None:
    if done:
        lines = "".join(f"<li>{markup(each['what'])}</li>" for each in done)
        st.html(f"<details><summary>{markup(wording.counted(len(done)))}</summary><ul>{lines}</ul></details>")


def _tell_news() -> None:
    """Say, once, that others changed the actions."""
    news = st.session_state["news"]
    others = tuple(each for each in news if each[0] not in ("action", "done"))
    if others != news:
        st.session_state["news"] = others
        st.html(f'<p class="aside" role="status">{markup(wording.NEWS)}</p>')


def _redrawn() -> str:
    """What changes when fields have to show what this tab holds, and no longer what is written in them."""
    return st.session_state["redrawn"]


def _arriving() -> bool:
    """Whether an action has just left the list by a button, which went with it."""
    return bool(st.session_state.pop("arrive_at_actions", False))
