# `make check` before a commit, `make test` for everything, `make demo` to see it work.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
# Where the kernel lets us, the suite runs in a network of its own with nothing in it.
OFFLINE := $(shell for cut in "unshare --net" "unshare --map-root-user --net"; do \
	$$cut true 2>/dev/null && echo $$cut && break; done)
PYTEST := $(OFFLINE) $(BIN)/pytest
CATALOGUES := $(wildcard src/vyrai/words/locale/*/LC_MESSAGES/vyrai.po)

# The suite starts Python hundreds of times: what is compiled is kept.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo check test deep setup lint format types arrows quick rules engine unit whole long oracle docs golden picture words bench locks clean

demo: .venv/demo.stamp
	$(BIN)/python tools/demo.py compare examples/paediatrician-2026.yaml --on 2026-11-20 --html build/demo/notebook.html

check:
	$(PYTHON) tools/parts.py setup lint format types arrows quick

test:
	$(PYTHON) tools/parts.py --need chromium=chromium --need node=nodejs --need npm=npm \
		setup lint format types arrows docs rules engine unit whole

deep:
	$(PYTHON) tools/parts.py --need chromium=chromium --need node=nodejs --need npm=npm setup long oracle

# Setting up: a stamp is newer than its lock once the lock is installed, so a second run asks nobody for anything.
setup: .venv/dev.stamp

.venv/demo.stamp: requirements/run.lock pyproject.toml $(CATALOGUES)
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) install --require-hashes --requirement requirements/run.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

.venv/dev.stamp: requirements/dev.lock pyproject.toml $(CATALOGUES)
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) install --require-hashes --requirement requirements/dev.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@ .venv/demo.stamp

# The parts. A property takes 25 examples in `quick`, 60 in `engine` and `unit`; those of the rule language take 1,000
# in `rules` and 20,000 in `long`, because every verdict stands on them. Coverage is measured where it is promised.
ENGINE := $(addprefix tests/,family rules world law belong prove reach choose)
lint: setup
	$(BIN)/ruff check

format: setup
	$(BIN)/ruff format --check

types: setup
	$(BIN)/mypy

arrows: setup
	$(BIN)/lint-imports --no-logo

quick: setup
	VYRAI_PROFILE=check $(PYTEST) -m "not slow and not dear" -n 2

rules: setup
	VYRAI_PROFILE=test $(PYTEST) tests/rules -n 2

engine: setup
	VYRAI_PROFILE=some $(PYTEST) $(ENGINE) -m "not slow" -n 2 --cov

unit: setup
	VYRAI_PROFILE=some $(PYTEST) -m "not slow" $(addprefix --ignore ,$(ENGINE)) -n 2

PREPARED := build/wheels.stamp $(if $(shell command -v npm),build/pyodide.stamp)
whole: setup docs $(PREPARED)
	VYRAI_PROFILE=some $(PYTEST) -m slow -n 3 --dist loadfile

long: setup docs $(PREPARED)
	VYRAI_DEEP=1 VYRAI_PROFILE=deep $(PYTEST) tests/rules -n 2
	VYRAI_DEEP=1 VYRAI_PROFILE=test $(PYTEST) --ignore tests/rules -n 2

# Derive the stored fronts of plans anew with CP-SAT and say which differ; with `--record` the module writes them.
oracle: setup
	$(BIN)/python -m tests.reach.fronts

# What the tests of the whole install, fetched beforehand: the tests themselves are cut off from the network.
build/wheels.stamp: requirements/run.lock
	rm -rf build/wheels
	$(PIP) download --require-hashes --only-binary :all: --dest build/wheels --requirement requirements/run.lock
	touch $@

build/pyodide.stamp: requirements/run.lock requirements/pyodide/package-lock.json
	rm -rf build/pyodide
	mkdir -p build/pyodide
	cp requirements/pyodide/package*.json build/pyodide
	cd build/pyodide && npm ci --silent --no-audit --no-fund
	sed -n '/^msgspec==/,/[^\\]$$/p' requirements/run.lock > build/pyodide/msgspec.lock
	$(PIP) download --require-hashes --only-binary :all: --no-deps --dest build/pyodide/wheels \
		--platform pyemscripten_2026_0_wasm32 --implementation cp --python-version 3.14 --abi cp314 \
		--requirement build/pyodide/msgspec.lock
	touch $@

docs: setup
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

# Re-record every golden answer; the diff is then read by a person.
golden: setup
	VYRAI_RECORD=1 $(PYTEST) tests/golden
	git diff --stat -- tests/golden

# Take the pictures of README.md and docs/screens.md from the real pages; bring the catalogues up to date with the
# texts in the code.
picture: setup
	$(BIN)/python tools/picture.py
	$(BIN)/python tools/screens.py

words: setup
	$(BIN)/python tools/messages.py

bench: setup
	for bench in $(wildcard benchmarks/bench_*.py); do $(BIN)/python $$bench || exit 1; done

# Newest versions that fit pyproject.toml, with the hashes of every wheel, and no index address. Extras stay in: pip
# looks for the newest version of a name with an extra that the lock has only without, and finds no hash for it.
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --upgrade --generate-hashes \
	--no-emit-index-url --no-strip-extras --no-annotate --no-header --quiet --extra fast --extra app
locks:
	$(LOCK) --group dev --output-file requirements/dev.lock
	$(LOCK) --group build --constraint requirements/dev.lock --output-file requirements/run.lock

clean:
	rm -rf build .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage
