"""A page's heading, where the eye and the keyboard arrive when a page or a screen changes.

A screen that comes is shown from its top, or from the question asked for; on a narrow screen, the menu closes.
"""

import streamlit as st

from assessment.pages.escaped import markdown
from assessment.report.typography import french

_SCRIPT = """
export default function ({ data }) {
  const before = window.jalonsPlace;
  window.jalonsPlace = data.place;
  if (before === undefined || before === data.place) return;
  document.querySelector('[data-testid=stSidebar][data-collapsed=false] [data-testid=stSidebarCollapseButton] button')
    ?.click();
  const started = performance.now();
  const arrive = () => {
    const heading = document.querySelector('[data-testid=stMain] h1');
    const target = data.target ? document.querySelector(`.st-key-${data.target} h2`) : heading;
    const ready = target && heading && heading.textContent.trim() === data.heading;
    if (!ready && performance.now() - started < 3000) { requestAnimationFrame(arrive); return; }
    if (!target) return;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    if (data.target) target.scrollIntoView({ block: 'center' });
    else document.querySelector('[data-testid=stMain]').scrollTo({ top: 0 });
  };
  arrive();
}
"""
_component = st.components.v2.component("jalons_heading", js=_SCRIPT)


def head(text: str, *, place: str, target: str | None = None) -> None:
    """The heading of a page; *place* names the screen, *target* the key of a container below to go to instead."""
    st.title(markdown(text), anchor=False)
    with st.container(key="unseen_heading"):
        _component(data={"place": place, "heading": french(text), "target": target}, key="heading")
