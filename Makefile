# make run   compares a sample case; make app   opens the app; make test   runs every test. Both set everything up by themselves.

VENV := .venv
BIN := $(VENV)/bin
UV_VERSION := 0.13.8
SAMPLE := data/samples/prostate.yaml
# On this machine only, no news from outside, no word of a cell kept in a history.
LAB := --ip=127.0.0.1 --LabApp.news_url= --LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate \
       $(if $(filter 0,$(shell id -u)),--allow-root)

.PHONY: setup run app lab notebooks test lint bench docs lock browser clean

setup: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml requirements.lock scripts/make_venv.sh
	@sh scripts/make_venv.sh $(VENV) $(UV_VERSION)
	@touch $@

run: setup
	@$(BIN)/opinions compare $(SAMPLE)
	@$(BIN)/opinions report $(SAMPLE) -o prostate.html
	@$(BIN)/opinions report $(SAMPLE) -o prostate.pdf --kind visit
	@echo "prostate.pdf is one page for the visit, prostate.html everything for the kitchen table."
	@echo "Open it in any browser: its sliders work there too. To enter a case of your own: make app"

app: setup
	@$(BIN)/opinions app

lab: setup
	@IPYTHONDIR=$(CURDIR)/$(VENV)/ipython $(BIN)/jupyter lab $(LAB) notebooks/01_first_look.ipynb

notebooks: setup
	@$(BIN)/python scripts/notebooks.py

test: setup browser lint
	@$(BIN)/python -m pytest -q --numprocesses auto --dist loadfile --cov --cov-report=term:skip-covered tests src/compare
	@$(BIN)/python -m pytest notebooks

browser: setup
	@sh scripts/get_browser.sh $(BIN)/python

lint: setup
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: setup browser
	@$(BIN)/python benchmarks/run.py
	@$(BIN)/python benchmarks/robustness.py
	@$(BIN)/python benchmarks/cohort.py
	@$(BIN)/python benchmarks/slider.py
	@$(BIN)/python benchmarks/app.py

docs: setup
	@$(BIN)/mkdocs build --strict --quiet --site-dir build/docs

lock: setup
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --all-extras pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
