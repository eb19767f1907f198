"""The hello world as the server takes it when nothing else is imported."""

import streamlit as st

app = st.App("question.py")
