# Two commands do everything: make run, make test. A third measures: make bench.
VENV := .venv
PYTHON ?= python3
PORT ?= 8501
INSTALL := $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: run test bench

run: $(VENV)/run.stamp
	$(VENV)/bin/jalons serve --port $(PORT)

test: $(VENV)/test.stamp
	@./tests/debian.sh
	$(VENV)/bin/ruff check assessment bench tests streamlit_app.py
	$(VENV)/bin/jalons check
	$(VENV)/bin/python -m pytest

bench: $(VENV)/bench.stamp
	@./tests/debian.sh
	$(VENV)/bin/python -m bench

$(VENV)/run.stamp: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) --editable .
	touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp
	$(INSTALL) --editable '.[test]'
	touch $@

$(VENV)/bench.stamp: $(VENV)/test.stamp
	$(INSTALL) --editable '.[bench]'
	touch $@
