# Every verb of the project; `make help` lists them. Each recipe names its interpreter by path.
SHELL := /bin/bash
.DEFAULT_GOAL := help

UV_VERSION := 0.13.9
UV := $(shell command -v uv || echo .tools/bin/uv)
RASA := .venv/bin/python
CHAT := .venv-chat/bin/python
export OPASTIN_VAR ?= $(CURDIR)/var
export PYTHONPATH := $(CURDIR)
export RASA_TELEMETRY_ENABLED := false
export PYTHONWARNINGS ?= ignore
# Written byte code makes a start of Rasa three times as fast.
export PYTHONDONTWRITEBYTECODE :=
say = @printf '\n== %s\n'

# The practice lines that belong to what the bot covers; all of them.
PRACTICE := tests/practice/fi.yml tests/practice/sv.yml

.PHONY: help run test test-core test-rasa test-chat test-browser lint train check diff publish status preview practice pictures bench bench-nlu bench-mutations bench-desk confusions \
        explain requirements environments clean

help: ## list the verbs
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 26

run: environments models/opastin.tar.gz ## build, train if needed, start everything and print the address
	$(say) "Starting Rasa, actions and chat (Ctrl-C stops all)"
	@$(CHAT) -m bot.cli run

test: environments .venv/.dev lint test-core models/opastin.tar.gz ## run all tests
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target test-rasa test-chat
	@$(MAKE) --no-print-directory test-browser
	$(say) "All tests passed"

lint: .venv-chat/.dev ## ruff and mypy
	$(say) "Style and types"
	@.venv-chat/bin/ruff check .
	@.venv-chat/bin/ruff format --check .
	@.venv-chat/bin/mypy

test-core: .venv-chat/.dev ## the pure core, the content, and the guides step by step
	$(say) "The core and the content (Python 3.11)"
	@$(CHAT) -m pytest -q tests/unit tests/content tests/guides tests/test_architecture.py

test-rasa: .venv/.dev models/opastin.tar.gz ## the same on Rasa's Python, components and journeys, with branch coverage
	$(say) "The core, the components and the journeys (Python 3.10, Rasa)"
	@$(RASA) -m pytest -q tests/unit tests/content tests/test_architecture.py tests/nlu tests/journeys --cov

test-chat: .venv-chat/.dev models/opastin.tar.gz ## chat: gateway, streams, privacy, and what dies in mid-conversation
	$(say) "Chat"
	@$(CHAT) -m pytest -q tests/integration

test-browser: .venv-chat/.dev models/opastin.tar.gz ## the bubble in a real browser, alone and on the whole product
	$(say) "The bubble in headless Chromium"
	@command -v chromium >/dev/null || { echo "Chromium is missing. Fix: apt-get install chromium"; exit 1; }
	@$(CHAT) -m pytest -q tests/e2e

train: .venv/.ready ## make a release from data/ and content/
	$(say) "Training (unchanged parts are kept)"
	@mkdir -p var
	@$(RASA) -m bot.cli train > var/train.log 2>&1 || { tail -n 30 var/train.log; exit 1; }
	@tail -n 1 var/train.log

check: .venv-chat/.ready ## say everything that is wrong with the content
	@$(CHAT) -m bot.cli check

diff: .venv-chat/.ready ## say what the edited content changes in what residents are told
	@$(CHAT) -m bot.cli diff

publish: environments ## check, train, practise, and let the running bot take the edited content
	@$(CHAT) -m bot.cli publish

status: .venv-chat/.ready ## which content runs where, and what to do where it differs
	@$(CHAT) -m bot.cli status

preview: environments ## the whole product on the edited content, beside the running one
	@$(CHAT) -m bot.cli preview

practice: environments models/opastin.tar.gz ## play the practice residents and print the table
	$(say) "Practice residents"
	@$(CHAT) -m tests.practice.play $(PRACTICE)

pictures: .venv-chat/.dev models/opastin.tar.gz ## take the pictures in docs/images anew
	@OPASTIN_IMAGES=docs/images $(CHAT) -m pytest -q tests/e2e/test_whole_way.py tests/e2e/desk/test_desk_axe.py

bench: environments models/opastin.tar.gz ## milliseconds per stage and end to end
	$(say) "Benchmark (on an idle machine)"
	@$(CHAT) -m benchmarks.latency

bench-nlu: .venv/.dev models/opastin.tar.gz ## understanding against Rasa's default, on the public sets in DATA=…; hours, may be stopped
	$(say) "Benchmark of understanding (what is finished is kept in var/bench)"
	@test -d "$(DATA)" || { echo "DATA names no folder. Fix: make bench-nlu DATA=/path/to/sets (docs/developers/understanding.md)."; exit 1; }
	@OMP_NUM_THREADS=1 $(RASA) -m benchmarks.nlu "$(DATA)" $(ARGS) 2> var/bench-nlu.log || { tail -n 5 var/bench-nlu.log; exit 1; }

bench-mutations: .venv/.dev models/opastin.tar.gz ## share of lines understood as before when written otherwise, by kind and language
	$(say) "Writing lines otherwise (about twenty minutes on one core)"
	@OMP_NUM_THREADS=1 $(RASA) -m benchmarks.mutations $(ARGS) 2> var/bench-mutations.log || { tail -n 5 var/bench-mutations.log; exit 1; }

confusions: .venv/.ready ## which topics are taken for each other, with the sentences; one alone with TOPIC=…
	$(say) "Hiding every sentence in turn (a few minutes the first time)"
	@mkdir -p var
	@OMP_NUM_THREADS=1 $(RASA) -m bot.cli confusions $(TOPIC) 2> var/confusions.log || { tail -n 5 var/confusions.log; exit 1; }

bench-desk: .venv-chat/.dev ## how long a message is on its way between resident and professional
	$(say) "Benchmark of the desk, 50 live conversations (on an idle machine)"
	@$(CHAT) -m benchmarks.desk $(DATABASES)

explain: .venv/.ready models/opastin.tar.gz ## show each step for TEXT="…"
	@$(RASA) -m bot.cli explain "$(TEXT)"

requirements: .tools/ready ## compile the hashed requirement files from pyproject.toml
	$(say) "Compiling requirement files"
	@$(UV) pip compile -q --python-version 3.10 --extra rasa --extra run --generate-hashes --no-header --no-emit-index-url pyproject.toml -o requirements/rasa.txt
	@$(UV) pip compile -q --python-version 3.10 --extra rasa --extra run --extra dev --generate-hashes --no-header --no-emit-index-url pyproject.toml -o requirements/rasa-dev.txt
	@$(UV) pip compile -q --python-version 3.11 --extra chat --extra run --generate-hashes --no-header --no-emit-index-url pyproject.toml -o requirements/chat.txt
	@$(UV) pip compile -q --python-version 3.11 --extra chat --extra run --extra dev --generate-hashes --no-header --no-emit-index-url pyproject.toml -o requirements/chat-dev.txt

clean: ## remove what was built, but not var/ with its databases
	rm -rf .venv .venv-chat .tools models .rasa

environments: .venv/.ready .venv-chat/.ready

# A release is as old as the newest thing it was made from; only what has changed is trained.
models/opastin.tar.gz: .venv/.ready domain.yml config.yml $(shell find content data bot/content bot/nlu bot/language bot/navigation -name '*.yml' -o -name '*.py')
	$(say) "Training the model (a few minutes the first time)"
	@mkdir -p var
	@$(RASA) -m bot.cli train > var/train.log 2>&1 || { tail -n 30 var/train.log; exit 1; }
	@tail -n 1 var/train.log
	@touch $@

# Run needs only what runs; the .dev marks add the test tools to the same environments.
.venv/.ready: requirements/rasa.txt | .tools/ready
	$(say) "Building .venv (Python 3.10, Rasa): about 1.5 GB, a minute or more"
	@$(UV) venv -q --allow-existing --python 3.10 .venv || { echo "Python 3.10 is missing. Fix: install it (pyenv install 3.10, or your system's python3.10) and try again."; exit 1; }
	@$(UV) pip sync -q --compile-bytecode --python $(RASA) --require-hashes requirements/rasa.txt
	@mkdir -p var && $(RASA) -m bot.language.build
	@rm -f .venv/.dev && touch $@

.venv-chat/.ready: requirements/chat.txt | .tools/ready
	$(say) "Building .venv-chat (Python 3.11 or newer, Django)"
	@$(UV) venv -q --allow-existing --python '>=3.11' .venv-chat || { echo "Python 3.11 or newer is missing. Fix: install it (pyenv install 3.11, or your system's python3.11) and try again."; exit 1; }
	@$(UV) pip sync -q --compile-bytecode --python $(CHAT) --require-hashes requirements/chat.txt
	@rm -f .venv-chat/.dev && touch $@

.venv/.dev: requirements/rasa-dev.txt .venv/.ready
	$(say) "Adding the test tools to .venv"
	@$(UV) pip sync -q --python $(RASA) --require-hashes requirements/rasa-dev.txt
	@touch $@

.venv-chat/.dev: requirements/chat-dev.txt .venv-chat/.ready
	$(say) "Adding the test tools to .venv-chat"
	@$(UV) pip sync -q --python $(CHAT) --require-hashes requirements/chat-dev.txt
	@touch $@

.tools/ready:
	@command -v uv >/dev/null || { printf '\n== %s\n' "Fetching uv $(UV_VERSION)"; python3 -m venv .tools && .tools/bin/python -m pip install -q --disable-pip-version-check uv==$(UV_VERSION); }
	@mkdir -p .tools && touch $@
