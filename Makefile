# `make run` and `make test` do everything on a fresh Debian/Ubuntu machine with Python 3.11+.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := resources/samples/wanderer.png
OUTPUT := output/wanderer.psd

.PHONY: run test test-interop setup lint bench picture clean desktop

run: setup
	mkdir -p $(dir $(OUTPUT))
	$(BIN)/unflatten decompose $(SAMPLE) -o $(OUTPUT) --as illustration
	$(BIN)/unflatten check $(OUTPUT) $(SAMPLE)
	$(BIN)/unflatten info $(OUTPUT)
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then $(BIN)/unflatten $(OUTPUT); \
	else echo "No display here: open $(OUTPUT) with '$(BIN)/unflatten $(OUTPUT)' on a desktop."; fi

test: setup lint
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest

# Our files in other programs, which this installs.
test-interop: setup
	packaging/install-system-packages packaging/interop-packages.txt
	command -v npm >/dev/null || echo npm | packaging/install-system-packages -
	npm install --prefix build/interop --no-fund --no-audit ag-psd@31.0.2
	$(BIN)/python -m pip install --quiet --disable-pip-version-check psdparse==0.13.0
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest tests/interop -m interop -s

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest tests/bench --benchmark-only -s

picture: setup
	xvfb-run -a -s '-screen 0 1600x1000x24' $(BIN)/python -m app $(SAMPLE) --decompose \
		--screenshot packaging/window.png --size 1600x1000 --theme dark

setup: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml packaging/constraints.txt packaging/system-packages.txt
	packaging/install-system-packages
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Unflatten needs Python 3.11 or newer; try make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c packaging/constraints.txt -e '.[dev]'
	$(BIN)/python -m engine.warm_up
	touch $@

desktop: setup
	install -Dm644 packaging/linux/unflatten.desktop $(HOME)/.local/share/applications/unflatten.desktop
	sed -i 's|^Exec=unflatten|Exec=$(abspath $(BIN)/unflatten)|' $(HOME)/.local/share/applications/unflatten.desktop
	install -Dm644 packaging/linux/unflatten.svg $(HOME)/.local/share/icons/hicolor/scalable/apps/unflatten.svg
	install -Dm644 packaging/linux/unflatten-mime.xml $(HOME)/.local/share/mime/packages/unflatten-mime.xml
	-update-mime-database $(HOME)/.local/share/mime
	-update-desktop-database $(HOME)/.local/share/applications

clean:
	rm -rf $(VENV) output .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
