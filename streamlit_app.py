"""The entry of the web tool: the look, the pages, and the one that was asked for."""

import streamlit as st

from assessment.pages import content, french_labels, look, paths, problems, wording

look.wear()
french_labels.speak_french()
page = st.navigation(
    [
        st.Page(paths.HOME, title=wording.HOME, default=True),
        st.Page(paths.ANSWER, title=wording.ANSWER),
        st.Page(paths.RESULT, title=wording.RESULT),
        st.Page(paths.EXPLORE, title=wording.EXPLORE),
        st.Page(paths.ABOUT, title=wording.ABOUT),
    ],
    position="top",
)
st.set_page_config(page_title=wording.WINDOW.format(page=page.title), page_icon=look.MARK, layout="centered")
if content.in_preview():
    from assessment.pages import preview  # a visitor never needs the proofs

    preview.follow()
with problems.told():
    page.run()
