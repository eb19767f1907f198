"""An Assessment in; for an item of the catalogue, why it is proposed, or what keeps it out and would bring it in."""

from collections.abc import Iterable

import streamlit as st

from assessment.content.catalogue import Item
from assessment.content.edition import Edition
from assessment.engine.assess import Assessment
from assessment.engine.obstacles import kept_out
from assessment.engine.reasons import reasons
from assessment.engine.recommendations import Recommendation
from assessment.pages import wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.lines import drawn_reason
from assessment.pages.would_do import offer_search
from assessment.report import explained
from assessment.report.reasons import reason
from assessment.report.typography import french
from assessment.report.wording import capital, others

#: Questions named where a condition is not known yet.
MOST_NAMED = 3


def show(assessment: Assessment) -> None:
    """Ask for an item, and explain it."""
    with st.container(key="section_why_not"):
        st.header(markdown(wording.WHY_NOT), anchor=False)
        st.html(f"<p>{markup(wording.WHY_NOT_TEXT)}</p>")
        item = _chosen(assessment.edition)
        if item is None:
            return
        shown = next((each for each in assessment.advice.recommendations if each.item.id == item.id), None)
        with st.container(key="explained"):
            if shown is not None:
                _show_reasons(shown, assessment)
            else:
                _show_obstacles(item, assessment)
                offer_search(item, assessment)


def _chosen(edition: Edition) -> Item | None:
    """An item, those of one kind together."""
    kinds = {kind.id: capital(kind.label) for kind in edition.catalogue.kinds}
    order = list(kinds)
    items = sorted(edition.items.values(), key=lambda item: order.index(item.kind))
    name = st.selectbox(
        markdown(wording.WHY_NOT_ITEM),
        [item.id for item in items],
        index=None,
        format_func=lambda each: french(
            wording.ITEM.format(kind=kinds[edition.items[each].kind], title=edition.items[each].title)
        ),
        placeholder=wording.WHY_NOT_PLACEHOLDER,
        filter_mode="contains",
        key="why_not_item",
    )
    return edition.items.get(name)


def _show_reasons(shown: Recommendation, assessment: Assessment) -> None:
    found = reasons(assessment, shown)
    proposed = f"<p><strong>{markup(explained.proposed(shown, coded=False))}</strong></p>"
    answers = "".join(drawn_reason(reason(assessment, name)) for name in found.needed)
    st.html(f"{proposed}<p>{markup(explained.FROM_ANSWERS)}</p>{answers}{_origin([shown.rule.id])}")
    if found.aside:
        said = _quoted(found.aside, assessment.edition)
        st.html(f'<p class="note">{markup(wording.SAYS_THE_SAME.format(questions=said))}</p>')


def _show_obstacles(item: Item, assessment: Assessment) -> None:
    told = explained.obstacles(kept_out(assessment, item), assessment.edition, coded=False)
    rails = "".join(f"<p>{markup(rail)}</p>" for rail in told.rails) + _origin(told.ids)
    rules = "".join(f"<li>{_obstacle(each, assessment.edition)}</li>" for each in told.rules)
    st.html(f"<p><strong>{markup(explained.NOT_PROPOSED)}</strong></p>{rails}<p>{markup(told.intro)}</p>")
    st.html(f'<ul class="obstacles">{rules}</ul>')


def _obstacle(each: explained.Obstacle, edition: Edition) -> str:
    wanted = "".join(
        f"<p>{markup(intro)}</p><ul>{''.join(_condition(one, edition) for one in conditions)}</ul>"
        for intro, conditions in each.wanted
    )
    notes = "".join(f"<p>{markup(note)}</p>" for note in each.notes)
    return f"<p>{markup(each.rule)}</p>{wanted}{notes}{_origin(each.ids)}"


def _origin(rules: Iterable[str]) -> str:
    """The small line of which rules this tells."""
    return "".join(f'<p class="origin">{markup(wording.RULE.format(rule=each))}</p>' for each in rules)


def _condition(wanted: explained.Wanted, edition: Edition) -> str:
    unsaid = tuple(name for name in wanted.told_by if edition.questions[name].text not in wanted.text)
    told = f'<br><span class="note">{markup(wording.WOULD_TELL.format(questions=_quoted(unsaid, edition)))}</span>'
    return f"<li>{markup(wanted.text)}{told if unsaid else ''}</li>"


def _quoted(names: tuple[str, ...], edition: Edition) -> str:
    quoted = [f"« {edition.questions[name].text} »" for name in names[:MOST_NAMED]]
    left = len(names) - len(quoted)
    return ", ".join(quoted) + (f" {others(left)}" if left else "")
