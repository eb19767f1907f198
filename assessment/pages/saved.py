"""What is saved and what is not, told where answers are given; conflicts put to the person."""

import datetime
import zoneinfo
from collections.abc import Iterable, Iterator

import streamlit as st

from assessment.content.edition import Edition
from assessment.content.questionnaire import UNKNOWN
from assessment.engine.actions import actions_of
from assessment.pages import keeping, paths
from assessment.pages import wording_of_dossier as wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.wording_of_actions import told
from assessment.report.typography import french
from assessment.storage.kept import OWN, Entry, Kind

#: Where no time zone is told by the browser.
HERE = "Europe/Paris"


def tell(edition: Edition) -> None:
    """Say where the dossier is kept, or that none is; ask about conflicts; tell what came from elsewhere."""
    state = st.session_state
    if state.get("without_trace"):
        st.html(f'<p class="saved traceless" role="status">{markup(wording.WITHOUT_TRACE)}</p>')
    elif state["holder"] is not None:
        st.page_link(paths.DOSSIER, label=markdown(wording.LINK_HERE))
    ask_to_choose(edition)
    if state["news"]:
        st.html(f'<p class="aside" role="status">{markup(wording.NEWS)}</p>')
        state["news"] = ()


def ask_to_choose(edition: Edition, *kinds: Kind) -> None:
    """Ask about what was changed here and elsewhere: of some *kinds*, or of all."""
    for (kind, key), theirs in st.session_state["conflicts"].items():
        if not kinds or kind in kinds:
            _ask(kind, key, theirs, edition)


def slot(*about: tuple[Kind, str]) -> str:
    """Where to say when the last of these was saved, as markup.

    The script of every page fills it: the line stays the same element, so that a screen reader hears it change.
    """
    names = "|".join(f"{kind} {key}".strip() for kind, key in about)
    return f'<p class="saved" role="status" aria-live="polite" data-saved="{markup(names)}"></p>'


def lines(about: Iterable[tuple[Kind, str]]) -> Iterator[str]:
    """For that script, a line for each of these that the store gave back to this tab: what, its number, when.

    The number changes with every save, also within a minute, so that whatever waits for a save can see it.
    """
    for kind, key in about:
        if entry := last_saved((kind, key)):
            yield f"{kind} {key}".strip() + f"\t{entry.seq}\t{french(wording.SAVED.format(time=clock_time(entry.at)))}"


def last_saved(*about: tuple[Kind, str]) -> Entry | None:
    """The last save of these by this tab; None while something of them is still to be saved or chosen."""
    saved = st.session_state["saved"]
    found = [saved[each] for each in about if each in saved and not _is_open(each)]
    return max(found, key=lambda each: each.seq, default=None)


def _is_open(about: tuple[keeping.Kind, str]) -> bool:
    """Whether something is still to be saved, or to be chosen."""
    return about in st.session_state["unsaved"] or about in st.session_state["conflicts"]


def around() -> object:
    """What saving may change elsewhere on a screen."""
    state = st.session_state
    conflicts = tuple((each, repr(keeping.held(*each)), theirs.seq) for each, theirs in state["conflicts"].items())
    troubles = str(state["not_saved"]), str(state["closed"])
    return state["holder"], troubles, conflicts, state["news"], state["redrawn"]


def clock_time(moment: datetime.datetime) -> str:
    """Hours and minutes where the person is.

    >>> clock_time(datetime.datetime(2026, 11, 24, 13, 32, tzinfo=datetime.UTC))
    '14:32'
    """
    return local(moment).strftime("%H:%M")


def local(moment: datetime.datetime) -> datetime.datetime:
    """The moment where the person is."""
    try:
        zone = zoneinfo.ZoneInfo(st.context.timezone or HERE)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):  # a browser may say anything
        zone = zoneinfo.ZoneInfo(HERE)
    return moment.astimezone(zone)


def today() -> datetime.date:
    """The day where the person is."""
    return local(datetime.datetime.now(datetime.UTC)).date()


def tell_not_saved() -> None:
    """Say what is not saved and why, on every page, until it is."""
    state = st.session_state
    if state["not_saved"] is not None:
        problem = " ".join(f"{each.what} {each.remedy}" for each in state["not_saved"].problems)
        text = wording.NOT_SAVED_TEXT.format(problem=problem[:1].upper() + problem[1:])
        title = f"<strong>{markup(wording.NOT_SAVED)}.</strong>"
        st.html(f'<div class="problems" role="alert"><p>{title} {markup(text)}</p></div>')
        st.button(markdown(wording.TRY_AGAIN), key="save_again", on_click=keeping.flush)


def _ask(kind: keeping.Kind, key: str, theirs: Entry, edition: Edition) -> None:
    """Both values side by side, and a button for each."""
    mine = keeping.held(kind, key)
    about = edition.questions[key].text if key in edition.questions else wording.NEWS_OF.get(kind, "").format(key=key)
    title = wording.CONFLICTS.get(kind, wording.CONFLICT)
    there = wording.CONFLICT_THEIRS.format(time=clock_time(theirs.at), answer=_told(kind, key, theirs.value, edition))
    here = wording.CONFLICT_MINE.format(answer=_told(kind, key, mine, edition))
    with st.container(key=f"conflict_{kind}_{key}", border=True):
        st.html(
            f'<div role="alert"><p><strong>{markup(title)}.</strong> {markup(about)}</p>'
            f"<p>{markup(there)}</p><p>{markup(here)}</p></div>"
        )
        with st.container(horizontal=True):
            for mine_wins, label in ((False, wording.KEEP_THEIRS), (True, wording.KEEP_MINE)):
                st.button(
                    markdown(label),
                    key=f"settle_{kind}_{key}_{mine_wins}",
                    on_click=keeping.choose,
                    args=(kind, key),
                    kwargs={"mine": mine_wins},
                )


def _told(kind: str, key: str, value: object, edition: Edition) -> str:
    """A value as the person chose it."""
    if value is None or value == []:
        return wording.TAKEN_BACK_OF.get(kind, wording.TAKEN_BACK)
    if kind in OWN:
        return " · ".join(filter(None, told(*actions_of([value]))))
    if kind == "shown":
        evidence = edition.questionnaire(edition.part_of[key]).evidence
        return evidence.choices.get(value, str(value)) if evidence else str(value)
    if kind == "parts":
        return ", ".join(edition.questionnaire(part).title for part in value)
    if kind != "answer":
        return str(value)
    if value == UNKNOWN:
        return edition.questionnaire(edition.part_of[key]).unknown_label
    chosen = value if isinstance(value, list) else [value]
    return ", ".join(edition.questions[key].choices[number - 1].label for number in chosen)
