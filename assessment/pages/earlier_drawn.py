"""What was and what is in, the same side by side out."""

from collections.abc import Collection, Iterable, Mapping

import streamlit as st

from assessment.pages import changes, paths, returning
from assessment.pages import wording_of_earlier as wording
from assessment.pages.escaped import markdown, markup
from assessment.report.earlier_told import Asked, ResultMoved
from assessment.report.moves_told import Moved

#: What two columns are called.
Columns = tuple[str, str]
#: More answers than these are folded.
MOST = 6
LOOK = """<style>
.sides { display: flex; flex-direction: column; }
.sides > div { border-top: 1px solid var(--rule); padding: .6rem 0 .5rem; display: grid; gap: .35rem 1.4rem;
  grid-template-columns: 1fr 1fr; }
.sides dt { grid-column: 1 / -1; font-weight: 650; line-height: 1.45; }
.sides dd { border-left: 3px solid var(--rule); padding-left: .8rem; overflow-wrap: anywhere; }
.sides dd.now { border-color: var(--blue); }
.sides .when { display: block; color: var(--soft); font-size: .88rem; }
[class*="st-key-asked_"] { gap: 0; padding-bottom: .3rem; }
[class*="st-key-asked_"] .sides > div { padding-bottom: 0; }
@media (max-width: 480px) { .sides > div { grid-template-columns: 1fr; } }
</style>"""


def drawn(moves: Iterable[Moved], columns: Columns) -> str:
    """Each thing with what it was and what it is."""
    then, now = (f'<span class="when">{markup(each)}</span>' for each in columns)
    lines = (
        f"<div><dt>{markup(each.label)}</dt><dd>{then}{markup(each.before)}</dd>"
        f'<dd class="now">{now}<strong>{markup(each.after)}</strong></dd></div>'
        for each in moves
    )
    return f'<dl class="sides">{"".join(lines)}</dl>'


def listed(lines: Iterable[str]) -> str:
    """A list."""
    return f"<ul>{''.join(f'<li>{markup(line)}</li>' for line in lines)}</ul>"


def show_asked(title: str, asked: Collection[Asked], columns: Columns, screens: Mapping[str, str], key: str) -> None:
    """Answers under a title, each with the way back to its question when *screens* has one; folded when many."""
    if not asked:
        return
    st.subheader(markdown(title), anchor=False)
    if len(asked) > MOST:
        with st.expander(markdown(wording.MORE.format(count=len(asked)))):
            _show_each(asked, columns, screens, key)
    else:
        _show_each(asked, columns, screens, key)


def show_moves(title: str, moves: Collection[Moved], columns: Columns) -> None:
    """What moved under a title."""
    if moves:
        st.subheader(markdown(title), anchor=False)
        st.html(drawn(moves, columns))


def show_result(result: ResultMoved, columns: Columns, lead: str | None, same: str) -> None:
    """What moves in a result; *lead* tells of the stage instead of its line, *same* that nothing moves."""
    if result.stays:
        st.html(f"<p>{markup(same)}</p>")
        return
    if lead:
        st.html(f'<p class="lead">{markup(lead)}</p>')
    stage = (result.stage,) if result.stage and not lead else ()
    if stage or result.standing:
        st.html(drawn((*stage, *result.standing), columns))
    for title, lines in result.advice:
        st.subheader(markdown(title), anchor=False)
        st.html(listed(lines))


def _show_each(asked: Iterable[Asked], columns: Columns, screens: Mapping[str, str], key: str) -> None:
    for name, moved in asked:
        with st.container(key=f"asked_{key}_{name}"):
            st.html(drawn([moved], columns))
            if name in screens and st.button(markdown(wording.REVIEW), key=f"review_{key}_{name}", type="tertiary"):
                changes.go(screens[name], name)
                returning.go(paths.ANSWER)
