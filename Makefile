# Everything starts here: `make run` shows Fullest at work, `make test` tests it. Debian with Python 3.11 and make is enough.

PYTHON ?= python3
WORKERS ?= 2
# What is handed on to pytest, as in: make test TESTS="tests/corpus -k dates"
TESTS ?=

bin := .venv/bin
shared := ../shared/data
compile := $(bin)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url $(UPGRADE)

export PYTHON
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help run serve check test docs data bench lock clean .run .dev

help: ## the verbs
	@echo "Fullest: what is forbidden, required, free and to be facilitated when an item moves between two States on a day"
	@echo
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

run: .run ## install what is needed and answer one real question
	@$(bin)/fullest assess examples/thiodiglycol.json
	@echo
	@echo "Go on with:"
	@echo "  .venv/bin/fullest --help                              the other verbs"
	@echo "  .venv/bin/fullest assess examples/thiodiglycol.json --format json"
	@echo "  make serve                                            the same in a browser"

serve: .run ## open the web site on this machine
	@$(bin)/fullest serve

check: .dev ## style, types, imports, and whether the corpus opens
	@$(bin)/ruff check .
	@$(bin)/ruff format --check .
	@$(bin)/mypy
	@$(bin)/lint-imports --no-logo
	@$(bin)/python -m fullest.corpus

test: .dev ## the tests; those that lack a browser, a PostgreSQL or the reference data say so
	@$(bin)/python -m pytest -n $(WORKERS) -rfEs $(TESTS)

docs: .dev ## the pages: their form, their links and the examples in them
	@$(bin)/python -m pytest tests/test_house.py $(wildcard tests/test_docs.py)

data: .dev ## open the corpus; compare it with the reference data where that lies beside the checkout
	@$(bin)/python -m fullest.corpus
	@if [ -d $(shared) ]; then $(bin)/python -m pytest -m shared tests/corpus; \
	else echo "No reference data at $(shared): the corpus was opened, and compared with nothing."; fi

bench: .dev ## every measurement in benchmarks/, one after the other
	@for script in benchmarks/*.py; do \
	    [ -f "$$script" ] || { echo "There is nothing in benchmarks/ yet."; break; }; \
	    echo "$$script"; $(bin)/python "$$script" || exit 1; done

lock: .dev ## write the lock files anew; with UPGRADE=--upgrade, to the newest releases
	@[ -x $(bin)/uv ] || $(bin)/python -m pip install --quiet --disable-pip-version-check uv
	@$(compile) pyproject.toml requirements/build.in --output-file requirements/run.lock
	@$(compile) pyproject.toml requirements/build.in --extra postgres --group dev \
	    --constraints requirements/run.lock --output-file requirements/dev.lock

clean: ## remove what was installed and what tools remember
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build src/*.egg-info

.run:
	@sh requirements/install run

.dev:
	@sh requirements/install dev
