"""An answer in, one line out: the smallest page that answers."""

import streamlit as st

answer = st.radio("Question", [1, 2, 3, 4, 5, 6], index=None, key="answer")
st.write(f"Answer {answer}")
