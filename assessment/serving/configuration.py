"""Streamlit's configuration, read from the repository whatever the current folder is."""

from pathlib import Path

from streamlit import config

ROOT = Path(__file__).resolve().parents[2]
#: What `streamlit run` and `uvicorn` are given.
LAUNCHER = ROOT / "streamlit_app.py"
#: The script behind every page.
ENTRY = ROOT / "assessment" / "pages" / "entry.py"


def load() -> None:
    """Read .streamlit/config.toml beside the launcher, over the current folder's and the user's own.

    `streamlit run` has done so already, with its flags and variables. Other servers leave it to the app, which would
    look beside the script of the pages: this is what `streamlit run` sets itself, Streamlit has no public name for it.
    """
    if config._main_script_path is None:
        config._main_script_path = str(LAUNCHER)
        config.get_config_options(force_reparse=True)
