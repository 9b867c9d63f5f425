# Diurna: the commands of the project. Each makes .venv from requirements.lock when it is absent or
# stale, so that nothing but Python 3.11 and make is needed.

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO_DB ?= demo/diurna.duckdb
# Two workers: each loads the language model and the place index once.
WORKERS ?= 2

export PREFECT_SERVER_ANALYTICS_ENABLED := false
export DO_NOT_TRACK := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help install demo test test-all lint format docs check-docs bench ratchet lock clean

help:  ## what there is
	@grep -hE '^[a-z-]+:.*  ## ' $(MAKEFILE_LIST) | sed -E 's/:.*  ## /\t/' | expand -t 12

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || { \
	  echo "The lock is for Python 3.11: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@echo "Installing into $(VENV): a minute or two"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	$(BIN)/python -m pip check --quiet
	@touch $@

install: $(READY)  ## .venv with everything of requirements.lock

demo: $(READY)  ## code the sample articles and query them
	@rm -rf demo && mkdir demo
	$(BIN)/diurna ingest seeds/documents --db $(DEMO_DB)
	@printf '\nThe events:\n'
	@$(BIN)/diurna sql --db $(DEMO_DB) "$$(cat docs/demo/events.sql)"
	@printf '\nTheir tolls, as each source claims them:\n'
	@$(BIN)/diurna sql --db $(DEMO_DB) "$$(cat docs/demo/tolls.sql)"
	@printf '\nA view, mart_deaths_by_country_month:\n'
	@$(BIN)/diurna sql --db $(DEMO_DB) "$$(cat docs/demo/deaths.sql)"
	@printf '\nNext: $(BIN)/diurna sql --db $(DEMO_DB) "select * from mart_events limit 3"\n'

test: $(READY)  ## tests but the slow ones
	$(BIN)/python -m pytest -q -n $(WORKERS) -m "not slow"

test-all: test  ## every test: those of make test, then the slow ones
	$(BIN)/python -m pytest -q -n $(WORKERS) -m slow

lint: $(READY)  ## ruff, mypy, import-linter, sqlfluff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/sqlfluff lint --disable-progress-bar sql

format: $(READY)  ## what ruff and sqlfluff mend by themselves
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .
	$(BIN)/sqlfluff fix --disable-progress-bar sql

docs: $(READY)  ## the generated documents, and the output in the README
	$(BIN)/python -m etl.views.dictionary
	$(BIN)/python -m etl.evaluate.accuracy
	$(BIN)/python -m tests.spec.render
	$(BIN)/python .ci/console_blocks.py README.md

check-docs: $(READY)  ## whether they are stale
	$(BIN)/python -m etl.views.dictionary --check
	$(BIN)/python -m etl.evaluate.accuracy --check
	$(BIN)/python -m tests.spec.render --check
	$(BIN)/python .ci/console_blocks.py --check README.md

bench: $(READY)  ## time the commands into docs/performance.md (two minutes)
	$(BIN)/python .ci/bench.py

ratchet: $(READY)  ## measure the golden sets and keep what is better
	$(BIN)/python -m tests.golden.ratchet

lock: $(READY)  ## requirements.lock from pyproject.toml (keeps what still fits)
	CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe \
	  --no-strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
	  --extra dev --output-file requirements.lock pyproject.toml
	$(BIN)/python .ci/complete_lock.py requirements.lock

clean:  ## remove .venv, caches and builds
	rm -rf $(VENV) build dist .pytest_cache .ruff_cache .mypy_cache .hypothesis .import_linter_cache
