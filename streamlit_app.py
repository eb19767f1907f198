"""The web tool, for any server: `jalons serve`, `streamlit run streamlit_app.py`, `uvicorn streamlit_app:app`."""

from streamlit.starlette import App

from assessment.serving.app import ENTRY, surroundings

# `streamlit run` reads this line: without a call of App, it would serve this file as a page, without protection.
app = App(ENTRY, **surroundings())
