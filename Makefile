# Two commands do everything: make run, make test.
VENV := .venv
PYTHON ?= python3
PORT ?= 8501
INSTALL := $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: run test

run: $(VENV)/run.stamp
	$(VENV)/bin/jalons serve --port $(PORT)

test: $(VENV)/test.stamp
	@./tests/chromium.sh
	$(VENV)/bin/ruff check assessment tests streamlit_app.py
	$(VENV)/bin/jalons check
	$(VENV)/bin/python -m pytest

$(VENV)/run.stamp: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) --editable .
	touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp
	$(INSTALL) --editable '.[test]'
	touch $@
