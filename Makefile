# `make play` and `make test` do all the set-up they need, once, in .venv; nothing else on the machine changes.
# With a Python of your choice: make play PYTHON=python3.13

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# One more than there are cores: many tests wait for a terminal.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) + 1)')
UV_LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet pyproject.toml

.PHONY: play test check format lint types floors decks bench lock clean torture

play: .venv/ready
	@$(BIN)/turn-toward

test: .venv/ready-dev
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

check: format lint types floors decks test

format: .venv/ready-dev
	$(BIN)/ruff format --check .

lint: .venv/ready-dev
	$(BIN)/ruff check .

types: .venv/ready-dev
	$(BIN)/mypy

floors: .venv/ready-dev
	$(BIN)/lint-imports --no-logo

# What an editor says of our decks, by the schema that their #:schema line names. Nothing is fetched for it.
decks: .venv/ready-dev
	XDG_CACHE_HOME=.venv/cache $(BIN)/tombi lint --offline --no-cache --error-on-warnings decks

# Prints ratios measured side by side, what 10,000 evenings light, how decks grow, and the editor with them.
bench: .venv/ready-dev
	$(BIN)/python bench/speed.py
	$(BIN)/python bench/sealing.py
	$(BIN)/python bench/evenings.py
	$(BIN)/python bench/decks.py
	$(BIN)/python bench/writing.py

# Holds every promise about an evening against what could break it, some forty minutes long, and sums up at the end.
# A run that is broken off goes on where it was, for as long as the code is the same.
torture: .venv/ready-dev
	$(BIN)/python -m pytest -m torture -n 2 -q tests/torture

# Writes both locks anew from pyproject.toml; the one command here that needs uv.
lock:
	$(UV_LOCK) --upgrade --group build --output-file requirements.txt
	$(UV_LOCK) --upgrade --group dev --extra private --constraint requirements.txt --output-file requirements-dev.txt

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .torture
	find game tests -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Turn Toward needs Python 3.11 or newer.")'
	@echo "Setting the table. This happens once and takes less than a minute."
	@$(PYTHON) -m venv --clear .venv || { rm -rf .venv; exit 1; }

.venv/ready: requirements.txt pyproject.toml .venv/bin/python
	@$(PIP) install --require-hashes --requirement requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q game
	@touch $@

.venv/ready-dev: requirements-dev.txt .venv/ready
	@$(PIP) install --require-hashes --requirement requirements-dev.txt
	@touch $@
