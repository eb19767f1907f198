"""A dossier and an invitation in, exactly what would be shared out; with consent, the deposit, dated, to withdraw."""

import streamlit as st

from assessment.engine.answers import PARTS, Answers
from assessment.engine.assess import assess
from assessment.engine.reading import read_answers
from assessment.errors import Problem, StorageError
from assessment.pages import changes, keeping, paths, problems, returning, state
from assessment.pages import wording_of_taking_part as wording
from assessment.pages.content import opened
from assessment.pages.escaped import markdown, markup
from assessment.pages.lines import drawn_reason
from assessment.pages.saved import clock_time, local, today
from assessment.report.sections import tell
from assessment.report.typography import french
from assessment.report.wording import told_day
from assessment.storage.gathered import Invitation, Share, Terms
from assessment.storage.kept import Deposit, Dossier, Kind
from assessment.storage.opening import the_gatherings, the_store
from assessment.storage.principals import Holder
from assessment.storage.snapshot import NOTES, snapshot

#: What of a dossier is in every deposit; its name is too, and stands in a field above the button.
ANSWERED: tuple[Kind, ...] = ("answer", "shown", "parts")


def show_deposited(invitation: Invitation) -> bool:
    """Say when this dossier was deposited, and offer to withdraw it; whether it was."""
    holder, deposit = keeping.holder(), last_deposit(invitation)
    if holder is None or deposit is None:
        return False
    at, dossier = local(deposit.at), the_store().read(holder, holder.dossier)
    when = wording.DEPOSITED_AT.format(day=told_day(at.date()), time=clock_time(at), title=invitation.terms.title)
    changed = wording.CHANGED if _last(dossier, *_given(invitation.terms.shares)) > deposit.seq else wording.SAME
    with st.container(key="deposited", border=True):
        st.html(
            f'<div role="status"><h2>{markup(wording.DEPOSITED)}</h2><p>{markup(when)}</p></div>'
            f"<p>{markup(wording.DEPOSITED_TEXT)} {markup(changed)}</p>"
        )
        with st.container(horizontal=True):
            if st.button(markdown(wording.SEE_RESULT), key="result_of_deposit"):
                returning.go(paths.RESULT)
            with st.popover(markdown(wording.WITHDRAW), type="tertiary", key="withdraw_deposit"):
                st.html(f"<p>{markup(wording.WITHDRAW_SURE)}</p>")
                now = markdown(wording.WITHDRAW_NOW)
                st.button(now, key="withdraw_now", on_click=_withdraw, args=(holder, deposit.id))
    return True


def tell_withdrawn() -> None:
    """Say, once, that a deposit was withdrawn, or why it was not."""
    if st.session_state.pop("deposit_withdrawn", False):
        st.html(f'<p class="aside" role="status">{markup(wording.WITHDRAWN)}</p>')
    if error := st.session_state.pop("not_withdrawn", None):
        problems.show(error, wording.NOT_DEPOSITED)


def ask(invitation: Invitation) -> None:
    """What would be shared now, then the consent and the button; nothing is given without them."""
    holder = keeping.holder()
    dossier = the_store().read(holder, holder.dossier)
    if not _says_something(dossier, invitation):
        st.html(f"<p>{markup(wording.NOTHING_YET)}</p>")
        return
    before = last_deposit(invitation)
    if before and _last(dossier, *_given(invitation.terms.shares)) <= before.seq:
        return
    st.header(markdown(wording.SHARED), anchor=False)
    _ask_name()
    shares = _choose_shares(invitation.terms)
    _show_shared(_answers(dossier, invitation, shares), shares)
    with st.form("deposit_form", border=False):
        st.checkbox(markdown(_sentence(invitation.terms, shares)), key="deposit_agreed", width="stretch")
        st.form_submit_button(
            french(wording.DEPOSIT_AGAIN if before else wording.DEPOSIT),
            type="primary",
            on_click=_deposit_now,
            args=(holder, invitation, shares, _last(dossier, *_shown(shares))),
        )
    if error := st.session_state.pop("not_deposited", None):
        problems.show(error, wording.NOT_DEPOSITED)


def _answers(dossier: Dossier, invitation: Invitation, shares: tuple[Share, ...]) -> Answers:
    """What the deposit would hold, read as the gathering will read it; raises StorageError when that is nothing."""
    return read_answers(snapshot(dossier, invitation.terms, shares), opened())


def _says_something(dossier: Dossier, invitation: Invitation) -> bool:
    """Whether something of what is asked is answered."""
    try:
        return bool(_answers(dossier, invitation, ()))
    except StorageError:
        return False


def _shown(shares: tuple[Share, ...]) -> tuple[Kind, ...]:
    """What of a deposit is only shown on this page."""
    return (*ANSWERED, "note") if NOTES in shares else ANSWERED


def _given(shares: tuple[Share, ...]) -> tuple[Kind, ...]:
    """What of a dossier is in a deposit."""
    return *_shown(shares), "name"


def _ask_name() -> None:
    widget = state.widget("name_shared")
    st.text_input(
        markdown(wording.SHARED_NAME),
        value=st.session_state["name"],
        max_chars=200,
        key=widget,
        on_change=changes.rename,
        args=(widget,),
        autocomplete="off",
        live="500ms",  # saved while it is typed, so that whoever deposits next deposits it
    )
    st.html(f'<p class="note">{markup(wording.SHARED_NAME_HELP)}</p>')


def can_choose(terms: Terms) -> bool:
    """Whether each person decides how much is shown, down to the result alone: in a group, where nobody competes."""
    return terms.purpose == "groupe" and len(terms.shares) > 1


def _choose_shares(terms: Terms) -> tuple[Share, ...]:
    """How much of what is asked is shown."""
    if not can_choose(terms):
        return terms.shares
    choices = [terms.shares[: place + 1] for place in range(len(terms.shares))]
    return st.radio(
        markdown(wording.CHOOSE_SHARES),
        choices,
        index=len(choices) - 1,
        format_func=lambda each: markdown(wording.SHARES[each]),
        key="deposit_shares",
        on_change=_disagree,
        width="stretch",
    )


def _disagree() -> None:
    """What was agreed to before was another sentence."""
    st.session_state["deposit_agreed"] = False


def _show_shared(shared: Answers, shares: tuple[Share, ...]) -> None:
    edition = opened()
    report = tell(assess(shared, edition), today())
    parts = ", ".join(f"« {edition.questionnaire(part).title} »" for part in PARTS if part in shared.parts)
    st.html(
        f"<p>{markup(wording.SHARED_PARTS.format(parts=parts))}</p>"
        f"<p><strong>{markup(wording.SHARED_RESULT)}</strong><br>{markup(report.headline)}<br>"
        f'<span class="note">{markup(wording.SHARED_RESULT_TEXT)}</span></p>'
    )
    count = len(report.answers)
    if "answers" in shares:
        label = wording.SHARED_ANSWERS_ONE if count == 1 else wording.SHARED_ANSWERS.format(count=count)
        with st.expander(markdown(label), key="shared_answers"):
            st.html("".join(drawn_reason(reason) for reason in report.answers))
    else:
        st.html(f"<p>{markup(wording.NOT_SHARED_ANSWERS)}</p>")
    notes = _notes_told(shared, asked=NOTES in shares)
    st.html(f'{notes}<p class="note">{markup(wording.NEVER_SHARED)}</p>')


def _notes_told(shared: Answers, *, asked: bool) -> str:
    """Each note that is shared, with its question; that there are some which are not."""
    if not asked:
        return f"<p>{markup(wording.NOT_SHARED_NOTES)}</p>" if st.session_state["notes"] else ""
    if not shared.notes:
        return f"<p>{markup(wording.NO_NOTES)}</p>"
    questions = opened().questions
    told = "".join(
        f'<li><span class="note">{markup(question.text)}</span><br>{markup(f"« {shared.notes[name]} »")}</li>'
        for name, question in questions.items()
        if name in shared.notes
    )
    title = wording.SHARED_NOTES_ONE if len(shared.notes) == 1 else wording.SHARED_NOTES.format(count=len(shared.notes))
    return f'<div class="shared_notes"><p><strong>{markup(title)}</strong></p><ul>{told}</ul></div>'


def _sentence(terms: Terms, shares: tuple[Share, ...]) -> str:
    """What is agreed to; the deposit keeps this very sentence."""
    return wording.CONSENT[shares].format(title=terms.title)


def _deposit_now(holder: Holder, invitation: Invitation, shares: tuple[Share, ...], seen: int) -> None:
    """Deposit what was shown, once it was agreed to; what changed meanwhile is shown first."""
    state = st.session_state
    try:
        if not state["deposit_agreed"]:
            raise StorageError([Problem("not-agreed", wording.CONSENT_WHERE, *wording.CONSENT_NEEDED)])
        keeping.flush()
        if _last(the_store().read(holder, holder.dossier), *_shown(shares)) > seen:
            raise StorageError([Problem("changed", wording.CONSENT_WHERE, *wording.CHANGED_MEANWHILE)])
        sentence = french(_sentence(invitation.terms, shares))
        the_gatherings().deposit(holder, holder.dossier, invitation, shares, sentence)
    except StorageError as error:
        state["not_deposited"] = error
        return
    state["deposit_agreed"] = False


def _withdraw(holder: Holder, deposit: str) -> None:
    try:
        the_store().withdraw(holder, holder.dossier, deposit)
    except StorageError as error:
        st.session_state["not_withdrawn"] = error
        return
    st.session_state["deposit_withdrawn"] = True


def last_deposit(invitation: Invitation) -> Deposit | None:
    """What this dossier deposited last in this gathering; None when there is nothing."""
    holder = keeping.holder()
    if holder is None or st.session_state["right"] == "read":
        return None
    given = the_store().deposits(holder, holder.dossier)
    mine = [each for each in given if each.gathering == invitation.gathering and each.replaced is None]
    return mine[-1] if mine else None


def _last(dossier: Dossier, *kinds: Kind) -> int:
    """The seq of the last entry of these kinds."""
    return max((each.seq for each in dossier.entries if each.kind in kinds), default=0)
