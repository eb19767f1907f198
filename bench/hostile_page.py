"""?of=…&at=…&control=… in, a page of hostile texts out, as pages write a name: the script of bench/hostile.py."""

import streamlit as st

from assessment.engine.answers import clean
from assessment.pages.escaped import markdown, markup
from assessment.pages.heading import head
from bench.hostile import ON_A_PAGE, SHOWN
from bench.hostile_texts import hostile_texts


def show() -> None:
    """Every text as HTML, as Markdown, and all as options."""
    at, count = int(st.query_params["at"]), int(st.query_params["of"])
    names = [clean(text) for text in hostile_texts(count)[at : at + ON_A_PAGE]]
    names = [name for name in names if name]
    said, written = (str, str) if st.query_params["control"] == "1" else (markdown, markup)
    head(names[0], place="hostile")
    for name in names:
        st.html(f'<p class="eyebrow">{written(name)}</p>')
        st.markdown(said(name))
    st.radio(said(names[-1]), range(len(names)), format_func=lambda number: said(names[number]))
    st.text(SHOWN)


if __name__ == "__main__":
    show()
