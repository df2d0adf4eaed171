# The two commands of the README, and what the developers use.  Needs git, make and Python 3.11 with venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: briefing test lint types check sample clean

briefing: .venv/run  ## build the briefings in source/ and say where they are
	@$(BIN)/yubei-pub build

test: .venv/dev  ## run every test
	@$(BIN)/python -m pytest -q

lint: .venv/dev
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: .venv/dev
	@$(BIN)/mypy

check: lint types test

sample: .venv/dev  ## build docs/sample anew (wants LibreOffice and poppler)
	@$(BIN)/python tools/sample.py

clean:
	rm -rf .venv

.venv/pip:
	@echo "Setting up .venv (once) ..."
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/run: .venv/pip pyproject.toml constraints.txt
	@$(BIN)/pip install -q --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/dev: .venv/run pyproject.toml constraints.txt
	@$(BIN)/pip install -q --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@
