# make run   compares a sample case; make test   runs every test. Both set everything up by themselves.

VENV := .venv
BIN := $(VENV)/bin
UV_VERSION := 0.13.8
SAMPLE := data/samples/prostate.yaml

.PHONY: setup run app notebooks test lint bench docs lock browser clean

setup: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml requirements.lock scripts/make_venv.sh
	@sh scripts/make_venv.sh $(VENV) $(UV_VERSION)
	@touch $@

run: setup
	@$(BIN)/opinions compare $(SAMPLE)
	@$(BIN)/opinions report $(SAMPLE) -o prostate.html
	@echo "Open prostate.html in any browser: it is the same comparison as a page to take along."
	@echo "With sliders: make app"

app: setup
	@$(BIN)/jupyter lab --LabApp.news_url= notebooks/01_first_look.ipynb

notebooks: setup
	@$(BIN)/python scripts/notebooks.py

test: setup browser lint
	@$(BIN)/python -m pytest --cov --cov-report=term:skip-covered

browser: setup
	@sh scripts/get_browser.sh $(BIN)/python

lint: setup
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: setup
	@$(BIN)/python benchmarks/run.py

docs: setup
	@$(BIN)/mkdocs build --strict --quiet --site-dir build/docs

lock: setup
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --all-extras pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
