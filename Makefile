# Chapter and Verse: everything is done in this folder's own .venv; nothing outside of the folder is changed.
# Works with GNU make 3.81 and newer. Variables can be set as in: make setup PYTHON=/usr/bin/python3.12

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input

# The interpreter that .venv is made with; without it, the first of these that runs and is new enough.
PYTHON ?=
CANDIDATES := $(if $(strip $(PYTHON)),$(PYTHON),python3.13 python3.12 python3.11 python3)
FITS := import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))

# Where the CPU build of torch comes from, beside the index that pip is configured with. When it is set to nothing, torch and the
# libraries it asks for come from pip's index alone: on Linux that is the CUDA build of several GB.
TORCH_VERSION := 2.13.0
TORCH_INDEX ?= https://download.pytorch.org/whl/cpu
ifneq ($(strip $(TORCH_INDEX)),)
TORCH := --extra-index-url $(TORCH_INDEX) --retries 1 --timeout 15 \
	'torch==$(TORCH_VERSION)+cpu; sys_platform == "linux"' 'torch==$(TORCH_VERSION); sys_platform != "linux"'
else
TORCH := torch==$(TORCH_VERSION)
endif

# Where make serve looks for an index; one that holds other documents than the samples is served as it is.
INDEX := $(if $(QA_INDEX),$(QA_INDEX),var/index)

# What make fit fits on. Never eval/questions: nothing is fitted or tuned on the set that is shipped.
DATA := ../shared/data
TRAINING_SETS := $(addprefix $(DATA)/,ofsted_read minutes_read guidance_read handbook_read \
	herefordshire squad2_cs224n_dev covidqa_200423 chroma_chunking)
# The set made of templates: what is fitted is put to it, and no weight is learnt from it.
CHECKED_SET := $(DATA)/ofsted
# People's own questions, by which make calibrate tells how confident answers may be.
PEOPLES_SETS := $(addprefix eval/people/,parish town foundation trust district) \
	$(addprefix $(DATA)/,minutes_read guidance_read handbook_read)
# Questions for lists alone, by which it tells how much it says for one that what stands above it is asked.
LISTS_SETS := $(addprefix eval/lists/,parish town foundation trust district)
CALIBRATION_RUNS := var/runs/calibration
# What make train trains on.
TRAINING := ../shared/training

# More arguments for pytest, as in: make test ARGS="-k models -x"
ARGS ?=

COMPILE = UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --upgrade --system-certs --universal --generate-hashes \
	--python-version 3.11 --no-emit-package torch
PEER_LIMITS = --constraints $(VENV)/torch.txt --constraints requirements/run.txt

# More arguments for the comparison with peers go in ARGS too: make benchmark-peers ARGS="../shared/data/herefordshire"
PEERS := txtai haystack cairn

.PHONY: help setup serve test format lint types check mutants screenshots lock samples fit calibrate train benchmark-peers clean no-models
.DELETE_ON_ERROR:

help:  ## Show this list
	@awk -F ':.*##' '/^[a-z-]+:.*##/ {printf "make %-15s %s\n", $$1, $$2}' Makefile

setup: $(VENV)/.models  ## Make .venv, install the pinned packages, fetch and check the model

serve: setup  ## Serve the web form, over the sample documents until you build an index of your own
	@if [ ! -e $(INDEX)/live ] || cmp -s $(INDEX)/live $(INDEX)/samples; then \
		$(BIN)/qa build corpus/samples && cp $(INDEX)/live $(INDEX)/samples; \
	else echo "The index in $(INDEX) holds documents of your own and stays as it is."; fi
	$(BIN)/qa serve

test: setup $(VENV)/.dev  ## Run the tests; ARGS="..." goes to pytest
	$(BIN)/python -m pytest $(ARGS)

format: $(VENV)/.dev  ## Format the code with ruff
	$(BIN)/ruff format

lint: $(VENV)/.dev  ## Check style, format and likely mistakes with ruff
	$(BIN)/ruff check
	$(BIN)/ruff format --check

mutants: setup $(VENV)/.dev  ## Put faults into the code and print which ones the tests do not notice; ARGS="--minutes 10"
	$(BIN)/python -m benchmarks.mutants $(ARGS)

types: $(VENV)/.dev  ## Check types with mypy
	$(BIN)/mypy

check: lint types test  ## Lint, types and tests

screenshots: setup $(VENV)/.dev  ## Take a picture of every state of the pages into var/screenshots, and those of the README; ARGS="--only answer"
	$(BIN)/python -m tests.screenshots --docs $(ARGS)

samples: $(VENV)/.dev  ## Make the sample .docx and .pdf again
	$(BIN)/python -m corpus.make_samples

lock: $(VENV)/.dev  ## Choose the newest versions that pyproject.toml allows and pin them in requirements/
	echo "torch==$(TORCH_VERSION)" > $(VENV)/torch.txt
	$(COMPILE) --extra dev --constraints $(VENV)/torch.txt --output-file requirements/dev.txt pyproject.toml
	$(COMPILE) --constraints $(VENV)/torch.txt --constraints requirements/dev.txt --output-file requirements/run.txt pyproject.toml
	printf 'txtai\n' | $(COMPILE) $(PEER_LIMITS) --output-file benchmarks/peers/txtai.txt -
	printf 'haystack-ai\nsentence-transformers-haystack\n' | $(COMPILE) $(PEER_LIMITS) --output-file benchmarks/peers/haystack.txt -
	printf 'cairn-assistant\n' | $(COMPILE) $(PEER_LIMITS) --output-file benchmarks/peers/cairn.txt -
	printf 'pip\nhatchling\n' | $(COMPILE) --constraints requirements/dev.txt --output-file requirements/setup.txt -

fit: setup  ## Fit ranker, answer extractor and answer model anew on the training sets, and print how well they do
	$(BIN)/python -m eval.training.answer_extractor $(TRAINING_SETS) --out qa/extraction/answer_extractor.json \
		--results benchmarks/results/answer_extractor.md
	$(BIN)/python -m eval.training.answer_model $(TRAINING_SETS) --checked $(CHECKED_SET) \
		--ranker qa/ranking/ranker.json --out qa/choosing/answer_model.json \
		--results benchmarks/results/answer_model.md
	$(BIN)/python -m eval.training.fact_answers $(CHECKED_SET) --out qa/judged/confidence.json \
		--results benchmarks/results/fact_answers.md

calibrate: setup  ## Ask people's own questions and fit by them how confident answers are; after make fit
	for set in $(PEOPLES_SETS); do \
		QA_ANSWER_CONFIDENCE=0 $(BIN)/qa eval $$set --system full --system fast --save $(CALIBRATION_RUNS)/$$(basename $$set) || exit 1; \
	done
	$(BIN)/python -m eval.training.answer_calibration $(PEOPLES_SETS) --runs $(CALIBRATION_RUNS) \
		--out qa/choosing/calibration.json --results benchmarks/results/answer_calibration.md
	$(BIN)/python -m eval.training.asked_lists $(LISTS_SETS) --out qa/choosing/answer_model.json \
		--results benchmarks/results/asked_lists.md

train: setup $(VENV)/.dev  ## Train the reader anew on ../shared/training; it goes on where it was cut off
	$(BIN)/python -m eval.training.reader $(TRAINING) $(ARGS)

benchmark-peers: setup $(PEERS:%=var/peers/%/.installed)  ## Measure other open-source retrievers beside ours (var/peers/)
	$(BIN)/python -m benchmarks.peers $(ARGS)

clean:  ## Remove .venv and caches; var/ with its models and indexes stays
	rm -rf $(VENV) $(VENV).making build dist mutants *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Two at once would install into one .venv: the second stops. $(VENV).making names the process of the make that is at work.
ALONE = other=$$(cat $(VENV).making 2>/dev/null); \
	if [ -n "$$other" ] && [ "$$other" != "$$PPID" ] && kill -0 "$$other" 2>/dev/null; then \
		echo "Another make (process $$other) is making $(VENV): run this again when it is done." >&2; exit 1; \
	fi; echo "$$PPID" > $(VENV).making

# A stamp is touched last, so what was cut off is done again. pip can leave a half-written package behind when it is killed:
# .unfinished tells of that, and .venv is then made afresh.
$(VENV)/.run: Makefile pyproject.toml requirements/setup.txt requirements/run.txt
	@$(ALONE)
	@if [ -e $(VENV)/.unfinished ]; then echo "The last setup was cut off; making $(VENV) afresh."; rm -rf $(VENV); fi
	@if $(BIN)/python -c '$(FITS)' 2>/dev/null; then touch $(VENV)/.unfinished; else \
		for python in $(CANDIDATES); do \
			if "$$python" -c '$(FITS)' 2>/dev/null; then found=$$python; break; fi; \
		done; \
		if [ -z "$$found" ]; then \
			echo "Python 3.11 or newer with its venv module is needed, and none of these is that: $(CANDIDATES)." >&2; \
			echo "Install one (Debian, Ubuntu: apt install python3-venv; macOS: brew install python), or name one: make setup PYTHON=/path/to/python3" >&2; \
			exit 1; \
		fi; \
		echo "Making $(VENV) with $$("$$found" --version)."; \
		rm -rf $(VENV) && mkdir $(VENV) && touch $(VENV)/.unfinished && "$$found" -m venv $(VENV); \
	fi
	@echo "Installing the pinned packages: about 390 MB to download the first time, torch half of it."
	@$(PIP) install --quiet --require-hashes --no-deps -r requirements/setup.txt
	@$(PIP) install --no-deps $(TORCH) || { \
		echo "torch $(TORCH_VERSION) could not be installed. Its CPU build is looked for at TORCH_INDEX ($(TORCH_INDEX)) and in pip's own indexes:" >&2; \
		echo "make one of them reachable, name another with make setup TORCH_INDEX=https://..., or take the CUDA build of several GB with TORCH_INDEX= (nothing)." >&2; \
		exit 1; }
	@$(PIP) install --quiet --require-hashes --no-deps -r requirements/run.txt
	@$(if $(strip $(TORCH_INDEX)),,$(PIP) install $(TORCH))
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@$(PIP) check
	@rm $(VENV)/.unfinished $(VENV).making
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	@$(ALONE)
	@touch $(VENV)/.unfinished
	@echo "Installing what tests and checks need: about 110 MB to download the first time."
	@$(PIP) install --quiet --require-hashes --no-deps -r requirements/dev.txt
	@rm $(VENV)/.unfinished $(VENV).making
	@touch $@

$(VENV)/.models: index/models/pins.toml $(VENV)/.run $(if $(wildcard var/models/*/.verified.json),,no-models)
	$(BIN)/qa models pull
	@touch $@

# An environment for each peer. One that cannot be made stops nothing: the table says why it is left out.
var/peers/cairn/.installed: TORCH :=
var/peers/%/.installed: benchmarks/peers/%.txt | $(VENV)/.run
	@echo "Making var/peers/$*: up to 350 MB to download."
	@rm -rf $(@D) && mkdir -p $(@D) && $(BIN)/python -m venv --without-pip $(@D)
	@{ $(if $(strip $(TORCH)),$(PIP) --python $(@D)/bin/python install $(if $(strip $(TORCH_INDEX)),--no-deps) $(TORCH) &&) \
		$(PIP) --python $(@D)/bin/python install --require-hashes --no-deps -r $<; } > $(@D)/install.log 2>&1 \
		&& touch $@ || echo "var/peers/$* could not be made: $$(tail -n 1 $(@D)/install.log)"
