# The commands of the project; `make` alone lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCE ?= docs
OUT ?= build
SECONDS ?= 600

.PHONY: help handbook html pdf epub serve check test test-long gate fuzz test-books pictures hostile addresses false-alarms tampering reproduce bench bench-pdf clean lock

help:  ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

handbook: $(VENV)/installed  ## publish the handbook as HTML, PDF and ePub
	@$(BIN)/iomdocs build --source $(SOURCE) --out $(OUT)

html pdf epub: $(VENV)/installed
	@$(BIN)/iomdocs build $@ --source $(SOURCE) --out $(OUT)
html:  ## publish the HTML only
pdf:  ## publish the PDF only
epub:  ## publish the ePub only

serve: $(VENV)/installed  ## show the handbook in a browser while it is being written
	@$(BIN)/iomdocs serve --source $(SOURCE) --out $(OUT)

check: $(VENV)/installed-test  ## find everything wrong in the sources and in the code
	@$(BIN)/iomdocs check --read --source $(SOURCE) --out $(OUT)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/zizmor --offline --quiet .github

test: $(VENV)/installed-gates programs  ## run all tests
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder

test-long: $(VENV)/installed-gates programs  ## run the tests that take minutes: all pages, wide and narrow, light and dark
	$(BIN)/python -m pytest -m long --numprocesses 2 --dist load

gate: $(VENV)/installed-gates programs  ## run one check of finished pages: GATE=axe, epub, keyboard, links, pictures or vnu
	$(BIN)/python -m pytest -m "long or not long" tests/gates/test_$(GATE).py

tampering: $(VENV)/installed-test  ## change finished files in 400 ways, and print what finds each
	@$(BIN)/python -m tests.verify.tampering

fuzz: $(VENV)/installed-test  ## give the parser of pages and the loaders of facts any bytes: SECONDS=600, TARGET=page
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/fuzz/requirements.lock
	$(BIN)/python -m tests.fuzz $(TARGET) --seconds $(SECONDS)

.PHONY: programs
programs:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || \
	  { echo "The tests need Chromium; on Debian: apt-get install chromium"; exit 1; }
	@command -v git >/dev/null || { echo "The tests need git; on Debian: apt-get install git"; exit 1; }

false-alarms: $(VENV)/installed-test  ## what the rules about text find in the handbook, and how it was judged
	@$(BIN)/python -m tests.lint.false_alarms

pictures: $(VENV)/installed-test  ## make the pictures of the page on the PDF anew, and the card of the website
	$(BIN)/python -m tests.pictures
	$(BIN)/python -m tests.card

hostile: $(VENV)/installed-test  ## try hostile pages and files, and print what becomes of each
	$(BIN)/python -m tests.hostile

addresses: $(VENV)/installed-test  ## add new pages and headings to the list of published addresses
	$(BIN)/python -m tests.addresses

reproduce: $(VENV)/installed-test  ## build the handbook of the last commit twice, as differently as can be, and compare
	$(BIN)/python -m tests.reproduce

bench: $(VENV)/installed-test  ## measure builds and saves beside those of Sphinx alone; one row alone: ROW=cold
	$(BIN)/python -m tests.bench $(addprefix --row ,$(ROW))

bench-pdf: $(VENV)/installed-test  ## measure how long the PDF of a long book takes, ours and LaTeX's
	$(BIN)/python -m tests.bench.pdf

test-books: $(VENV)/installed-test  ## make PDFs of books of other projects (fetches them)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --upgrade \
	  --target $(VENV)/books/extensions -r tests/books/extensions.lock
	PYTHONPATH=$(abspath $(VENV))/books/extensions $(BIN)/python -m pip download --quiet --disable-pip-version-check \
	  --require-hashes --no-deps --no-build-isolation --no-binary :all: --dest $(VENV)/books -r tests/books/books.lock
	IOMDOCS_BOOKS=$(VENV)/books $(BIN)/python -m pytest tests/books --numprocesses 2 --dist loadscope

clean:  ## delete what was published and installed
	rm -rf $(OUT) .$(notdir $(OUT))-cache $(VENV)

lock:  ## write the lock files anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --no-annotate --group build --extra site pyproject.toml --output-file requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --no-annotate --group build --extra site --extra test --extra bench --extra check --constraints requirements.lock \
	  pyproject.toml --output-file requirements-test.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --no-annotate tests/fuzz/requirements.in --output-file tests/fuzz/requirements.lock


$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name it with: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "Python lacks its venv module; on Debian: apt-get install python3-venv"; exit 1; }
	@echo "Making $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing what requirements.lock names ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(VENV)/installed-test: requirements-test.lock $(VENV)/installed
	@echo "Installing what the tests need ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@

$(VENV)/installed-gates: tests/gates/package-lock.json $(VENV)/installed-test
	@echo "Installing what tests/gates/package-lock.json names ..."
	@$(BIN)/python -m tests.gates.tools
	@touch $@
