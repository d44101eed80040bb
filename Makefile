# Each target is a few visible commands. `make test` is everything; `make check` is what to run before a commit.
PYTHON ?= python3
BIN := .venv/bin

DEMO := compare examples/paediatrician-2026.yaml --on 2026-11-20 --html build/demo/notebook.html
CATALOGUES := $(wildcard src/vyrai/words/locale/*/LC_MESSAGES/vyrai.po)

.PHONY: demo setup check test deep golden docs bench locks clean

demo: .venv/demo.stamp
	$(PYTHON) tools/demo.py $(DEMO)

setup: .venv/dev.stamp

# A stamp is newer than its lock when the lock is installed: pip, and the network, are then left alone.
.venv/demo.stamp: requirements/run.lock pyproject.toml $(CATALOGUES)
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.venv/dev.stamp: requirements/dev.lock pyproject.toml $(CATALOGUES)
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@ .venv/demo.stamp
