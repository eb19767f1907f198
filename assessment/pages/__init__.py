"""9. Showing: thin Streamlit pages that read the state, call one function and show."""
