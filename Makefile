# make run    set everything up and open the desk on the demonstration centre
# make test   set everything up and run all tests
# make check  style, types, layers
# make translations   bring the Chinese texts of the windows up to date, name what is missing
# make papers  one page of every paper, docs/papers.pdf
# make ux     count keys and measure how long the windows let a person wait, write docs/ux-figures.md

PYTHON ?= python3
UV := .boot/bin/uv
# uv does not read pip's settings; where only those name an index, hand it on
ifdef PIP_INDEX_URL
export UV_DEFAULT_INDEX ?= $(PIP_INDEX_URL)
endif

.PHONY: run test check format pictures papers translations ux clean

run: .venv/.ready
	.venv/bin/desk --demo

test: .venv/.ready
	QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest -n 2 --dist worksteal

check: .venv/.ready
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

format: .venv/.ready
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

pictures: .venv/.ready
	QT_QPA_PLATFORM=offscreen .venv/bin/desk screenshots --out docs/pictures

papers: .venv/.ready
	.venv/bin/desk layout all --out docs/papers.pdf

translations: .venv/.ready
	.venv/bin/python -m desk.windows.translations.refresh

ux: .venv/.ready
	QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.bench.ux --out docs/ux-figures.md

.boot/bin/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; name it with make PYTHON=python3.11"; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null \
		|| { echo "The package python3-venv is missing: apt-get install python3-venv"; exit 2; }
	$(PYTHON) -m venv .boot
	.boot/bin/pip install --quiet --disable-pip-version-check uv

.venv/.ready: pyproject.toml uv.lock .boot/bin/uv
	$(UV) sync --quiet --locked --python $(PYTHON)
	@touch $@

clean:
	rm -rf .venv .boot out .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
