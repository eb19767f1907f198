"""The hello world, with every library that Jalons has in memory once its pages were opened."""

import pandas  # noqa: F401
import pydantic  # noqa: F401
import reportlab.platypus  # noqa: F401
import segno  # noqa: F401
import sqlalchemy  # noqa: F401
import streamlit as st

app = st.App("question.py")
