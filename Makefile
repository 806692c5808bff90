# `make` lists what can be done. All of it runs in .venv, which .ci/bootstrap keeps in step with requirements.lock.

BIN := .venv/bin
# What to give to check, serve or pytest: make test ARGS=tests/test_source.py
ARGS ?=
# How many processes share the tests.
WORKERS ?= 2

# How long to fuzz, and an input to repeat.
SECONDS := 600
INPUT ?=

MAKEFLAGS += --no-builtin-rules --no-print-directory
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: accessibility editor trust faults fuzz fonts wanted gettext help site serve check test lint bench lock sbom clean ready browser

help: ## List what can be done
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

site: check fonts wanted ## Check the curriculum and build the site into site/
	$(BIN)/curriculum build
	@echo "The site stands in site/. To read it in a browser: make serve"

serve: ready ## Show the site in a browser while you edit
	$(BIN)/curriculum serve $(ARGS)

check: ready ## Say everything that is wrong in the curriculum
	$(BIN)/curriculum check $(ARGS)

test: lint browser ## Everything a change must pass: lint, tests, curriculum
# The files of the curriculum are tests for pytest, too; here the check at the end says the same of them.
ifeq ($(ARGS),)
	$(BIN)/curriculum build --quiet
	CURRICULUM_SITE=site $(BIN)/pytest -q -n $(WORKERS) tests --ignore=tests/test_browser
	CURRICULUM_SITE=site $(BIN)/pytest -q -n $(WORKERS) --dist worksteal tests/test_browser
else
	$(BIN)/pytest -q $(ARGS)
endif
	$(BIN)/curriculum check

lint: ready ## Style, types and layers of the builder's code
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

faults: ready ## Kill publishers 200 times, fill the disk 50 times, let eight publish at once 20 times
	CURRICULUM_TRUST=1 $(BIN)/pytest -q tests/test_editions_faults.py

trust: ready browser ## Prove every promise at full length and write docs/promises.md (an hour and a quarter, two on a slow machine)
	$(BIN)/curriculum build --quiet
	CURRICULUM_SITE=site CURRICULUM_TRUST=1 $(BIN)/pytest -q -n $(WORKERS) --dist worksteal \
		-m promise --promises --promises-page docs/promises.md

fuzz: ready ## Try any bytes on what reads words, for SECONDS=600; INPUT=FILE repeats one
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes --only-binary :all: -r tests/fuzz/requirements.lock || true
	PYTHONPATH=tests $(BIN)/python -m fuzz $(if $(INPUT),--repeat $(INPUT),$(SECONDS))

bench: ready ## Compare with Material and with Hugo on 250 generated documents in 12 languages
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r tests/bench/requirements.lock
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python tests/bench/bench.py

accessibility: ready browser ## Look at every kind of page with axe in every language, palette and width (an hour)
	$(BIN)/curriculum build --quiet
	CURRICULUM_SITE=site CURRICULUM_TRUST=1 $(BIN)/pytest -q -n $(WORKERS) --dist worksteal tests/test_browser/test_accessibility.py

editor: ready browser ## Edit the curriculum in a real browser with Decap CMS and decap-server (needs Node)
	@.ci/bootstrap editor
	@.ci/bootstrap server
	$(BIN)/pytest -q -m editor tests/test_browser/test_editor.py

gettext: ready ## Let gettext's own msgfmt read every PO file (needs Debian's package gettext)
	$(BIN)/pytest -q -m gettext tests/test_translations.py
	find curriculum/translations -name "*.po" -print0 | xargs -0 -n 1 msgfmt --check-format -o /dev/null

lock: ## Make every requirements.lock anew from pyproject.toml (UPGRADE=1: newest versions)
	@.ci/bootstrap lock
	@$(MAKE) sbom

sbom: ready ## Write what the project stands on: docs/sbom.json and docs/licences.md
	$(BIN)/python .ci/sbom.py docs

clean: ## Remove what was built and every cache; .venv stays
	rm -rf site .site-* .cache .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find builder tests -name __pycache__ -type d -prune -exec rm -rf {} +

fonts:
	@.ci/bootstrap fonts

wanted:
	@.ci/bootstrap wanted

ready:
	@.ci/bootstrap venv

browser:
	@.ci/bootstrap browser
