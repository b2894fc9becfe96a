# The commands of this project; docs/operator.md says what they rely on.
.PHONY: run test check bench look lock
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadgroup

# Serves the site; HOST, PORT and the other variables come from the environment or from `make run PORT=8001`.
run:
	@deploy/install requirements.txt
	@exec $(BIN)/python manage.py start

# Everything that must hold.
test:
	@deploy/install requirements-dev.txt
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djhtml --check $$(git ls-files 'templates/*.html')
	$(BIN)/mypy
	$(PYTEST)

# The long checks that `test` samples.
check:
	@deploy/install requirements-dev.txt
	@tests/tools/install
	$(PYTEST) -m "hypothesis or long" --hypothesis-profile=long

# Figures as ratios of one run, in a table and in bench/results.json; ONLY="upload" takes what has that name.
bench:
	@deploy/install requirements-dev.txt
	$(BIN)/python -m bench $(ONLY)

# Pictures of every kind of page in var/look/, to look at; ONLY="home blog" takes the kinds that begin like that.
look:
	@deploy/install requirements-dev.txt
	$(BIN)/python -m tests.tools.contact_sheets $(ONLY)

# Compiles the locks from pyproject.toml.
lock:
	@deploy/install requirements-dev.txt
	$(BIN)/python -m pip install --quiet --only-binary :all: uv
	$(BIN)/uv pip compile $(LOCK) --output-file requirements.txt pyproject.toml
	$(BIN)/uv pip compile $(LOCK) --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml

LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url
