"""The dossier of this visit in, the earlier days on which its result was seen out; and that it is seen now, kept."""

import datetime
from collections.abc import Mapping

import streamlit as st

from assessment.errors import StorageError
from assessment.pages import keeping, paths
from assessment.pages import wording_of_earlier as wording
from assessment.pages.escaped import markdown
from assessment.pages.saved import local, today
from assessment.report.wording import told_day
from assessment.storage.kept import Entry
from assessment.storage.opening import the_store
from assessment.storage.past import NO_PAST, Past

#: Where a tab keeps the dossier whose past it read, the last entry that it read of it, and that past.
READ = "past_read"


def note() -> None:
    """Keep that the result is seen, when it is another one than the last one seen; whoever only reads keeps nothing."""
    if keeping.holder() is None or st.session_state["right"] != "answer":
        return
    past = _past()
    if past is not None and past.is_to_keep:
        keeping.record(("result", "", True))


def offer() -> None:
    """A quiet link to what changed, when the result was already seen on another day."""
    days = known()
    if days:
        st.page_link(paths.EARLIER, label=markdown(wording.SINCE.format(day=told_day(max(days)))))


def known() -> Mapping[datetime.date, Entry]:
    """The days before today on which the result was seen, in order -> the last time."""
    past = _past()
    return past.days(lambda moment: local(moment).date(), today()) if past else {}


def _past() -> Past | None:
    """The past of this visit's dossier; None without one, or while it is away. Only what was saved since is read."""
    holder, state = keeping.holder(), st.session_state
    if holder is None:
        return None
    dossier, seen, past = state.get(READ, (None, 0, NO_PAST))
    if dossier != holder.dossier:
        seen, past = 0, NO_PAST
    if seen < state["seen"]:
        try:
            entries = the_store().news(holder, holder.dossier, seen)
        except StorageError:  # told on every page, and no reason to keep a result from its reader
            return None
        seen, past = max((each.seq for each in entries), default=seen), past.followed_by(entries)
        state[READ] = holder.dossier, seen, past
    return past
