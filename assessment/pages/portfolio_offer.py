"""The owner's own offer in, told and asked on the page out: what it covers is counted in the charts above."""

from collections.abc import Iterator, Mapping
from typing import Any

import streamlit as st

from assessment.errors import StorageError
from assessment.pages import wording_of_portfolio as wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.portfolio_opened import OpenPortfolio, opened_portfolio
from assessment.pages.project_saying import note_what_is_seen, say
from assessment.pages.thousands import grouped
from assessment.portfolio.offer import LARGEST, MOST_LINES, Offered, offer_data, read_offer, unsuited
from assessment.report.citation import cite
from assessment.report.typography import french

Draft = dict[str, Any]
#: Where the offer is said from.
PLACE = "offer"


def lines(opened: OpenPortfolio) -> tuple[Offered, ...]:
    """The lines of the offer as it was kept last."""
    kept = next((each.value for each in reversed(opened.journal) if each.kind == "offer"), None)
    return read_offer(kept, opened.edition)


def show(opened: OpenPortfolio, offered: tuple[Offered, ...]) -> None:
    """Tell the offer, what suits a phase badly, and let its owner change it."""
    with st.container(key="offer"):
        st.header(markdown(wording.OFFER), anchor="offre")
        st.html(f'<p class="prose">{markup(_lead(opened, offered))}</p>{_told(opened, offered)}')
        if st.session_state.pop("offer_kept", False):
            st.html(f'<p class="aside" role="status">{markup(wording.OFFER_KEPT)}</p>')
        if not opened.gathering.looks_only:
            note_what_is_seen(opened, PLACE)
            with st.expander(markdown(wording.OFFER_CHANGE if offered else wording.OFFER_BEGIN), key="offer_changing"):
                _change()


def _lead(opened: OpenPortfolio, offered: tuple[Offered, ...]) -> str:
    if offered:
        return wording.OFFER_TOLD
    return wording.OFFER_NONE if opened.gathering.looks_only else wording.OFFER_TEXT


def _told(opened: OpenPortfolio, offered: tuple[Offered, ...]) -> str:
    if not offered:
        return ""
    edition = opened.edition
    stages = {stage.id: stage.label for stage in edition.placement.stages}
    told = "".join(
        f"<li><strong>{markup(_kinds(opened)[_what(each)])}</strong> "
        f"{markup(wording.AND.join(stages[name] for name in each.stages))}{markup(_amounts(each))}</li>"
        for each in offered
    )
    warned = "".join(
        f"<li>{markup(wording.UNSUITED.format(kind=each.support.label, stages=_joined(stages, each.stages)))} "
        f"{markup(each.support.caution or '')} "
        f"<small>{markup(wording.SOURCE.format(source=cite(each.support.source, edition.catalogue)))}</small></li>"
        for each in unsuited(offered, edition)
    )
    caution = f'<div class="aside"><h2>{markup(wording.UNSUITED_TITLE)}</h2><ul>{warned}</ul></div>' if warned else ""
    return f'<ul class="offered">{told}</ul>{caution}'


def _joined(stages: Mapping[str, str], names: tuple[str, ...]) -> str:
    return wording.AND.join(stages[name].lower() for name in names)


def _amounts(line: Offered) -> str:
    least, most = (None if each is None else grouped(each) for each in (line.least, line.most))
    if least is None and most is None:
        return ""
    told = wording.BETWEEN if least and most else wording.FROM if least else wording.UP_TO
    return told.format(least=least, most=most)


def _what(line: Offered) -> str:
    return f"{line.lever}.{line.kind}"


def _kinds(opened: OpenPortfolio) -> Mapping[str, str]:
    """Every lever with every kind of support for it."""
    edition = opened.edition
    return {
        f"{lever.id}.{support.id}": wording.KIND.format(lever=lever.title, kind=support.label)
        for lever in edition.levers.levers
        for support in edition.funding.supports
        if lever.id in support.levers
    }


@st.fragment
def _change() -> None:
    """One box for each line; nothing is kept until it is asked, and what is typed stays."""
    try:
        opened = opened_portfolio()
    except StorageError:  # the whole page says why
        st.rerun()
    if opened is None:
        return
    drafts = _drafts(opened)
    for draft in drafts:
        _ask(opened, draft)
    st.html(f'<p class="note">{markup(wording.OFFER_AMOUNTS)}</p>')
    with st.container(horizontal=True):
        st.button(
            markdown(wording.OFFER_ADD),
            key="offer_add",
            on_click=lambda: drafts.append(_new()),
            disabled=len(drafts) >= MOST_LINES,
        )
        asked = st.button(markdown(wording.OFFER_KEEP), key="offer_keep", type="primary")
    if not asked:
        return
    wrong = list(_wrong(drafts))
    if wrong:
        told = "".join(f"<li>{markup(each)}</li>" for each in wrong)
        st.html(f'<div class="problems" role="alert"><h2>{markup(wording.OFFER_WRONG)}</h2><ul>{told}</ul></div>')
        return
    if say(opened, PLACE, ("", "offer", "", offer_data(_read(draft) for draft in drafts))):
        st.session_state["offer_drafts"].pop(opened.gathering.id, None)
        st.session_state["offer_kept"] = True
        st.rerun()
    note_what_is_seen(opened, PLACE)  # what others said meanwhile is told: asked again, it is kept


def _drafts(opened: OpenPortfolio) -> list[Draft]:
    """What is being written: at first, what was kept, or one empty line."""
    held = st.session_state.setdefault("offer_drafts", {})
    if opened.gathering.id not in held:
        kept = [
            {**_new(), "what": _what(each), "stages": list(each.stages), "least": each.least, "most": each.most}
            for each in lines(opened)
        ]
        held[opened.gathering.id] = kept or [_new()]
    return held[opened.gathering.id]


def _new() -> Draft:
    number = st.session_state["offer_number"] = st.session_state.get("offer_number", 0) + 1
    return {"number": number, "what": None, "stages": [], "least": None, "most": None}


def _ask(opened: OpenPortfolio, draft: Draft) -> None:
    """Ask one line; what is answered is held in *draft*."""
    kinds, number = _kinds(opened), draft["number"]
    stages = {stage.id: stage.label for stage in opened.edition.placement.stages}
    with st.container(key=f"offer_line_{number}", border=True):
        names = list(kinds)
        draft["what"] = st.selectbox(
            markdown(wording.OFFER_WHAT),
            names,
            index=names.index(draft["what"]) if draft["what"] in names else None,
            format_func=lambda name: french(kinds[name]),
            key=f"offer_what_{number}",
            placeholder=french(wording.OFFER_CHOOSE),
        )
        st.html(f'<p class="asked">{markup(wording.OFFER_STAGES)}</p>')
        with st.container(horizontal=True, key=f"ticks_offer_{number}"):
            draft["stages"] = [
                name
                for name, label in stages.items()
                if st.checkbox(markdown(label), value=name in draft["stages"], key=f"offer_at_{number}_{name}")
            ]
        with st.container(horizontal=True, vertical_alignment="bottom"):
            for side, label in (("least", wording.OFFER_LEAST), ("most", wording.OFFER_MOST)):
                draft[side] = st.number_input(
                    markdown(label), 0, LARGEST, draft[side], 1_000, key=f"offer_{side}_{number}", format="%d"
                )
            drafts = _drafts(opened)
            st.button(
                markdown(wording.OFFER_REMOVE.format(number=drafts.index(draft) + 1)),
                key=f"offer_remove_{number}",
                type="tertiary",
                on_click=drafts.remove,
                args=(draft,),
            )


def _wrong(drafts: list[Draft]) -> Iterator[str]:
    """All that keeps the lines from being kept; a line that says nothing is no line."""
    for place, draft in enumerate(drafts, start=1):
        if not draft["what"]:
            yield wording.OFFER_NO_KIND.format(number=place)
        if not draft["stages"]:
            yield wording.OFFER_NO_STAGE.format(number=place)
        if draft["least"] is not None and draft["most"] is not None and draft["least"] > draft["most"]:
            yield wording.OFFER_UPSIDE_DOWN.format(number=place)


def _read(draft: Draft) -> Offered:
    lever, _, kind = draft["what"].partition(".")
    return Offered(lever, tuple(draft["stages"]), kind, draft["least"], draft["most"])
