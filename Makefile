# The commands of this project. `make demo` and `make test` do all the set-up that they need.

PREFIX ?= /usr/local
BUILD := .build/debug
RELEASE := .build-release
SWIFT ?= swift

.PHONY: help bootstrap prerequisites build release demo demo-system test crash-test check layers format bench bench-quality corpus fuzz install clean

help:
	@echo "make demo         build, and find the personal data in Fixtures/webshop"
	@echo "make demo-system  the same in /usr/share/doc, which this project did not write"
	@echo "make test         build and run all tests"
	@echo "make crash-test   kill runs at every file operation and at hundreds of random instants (an hour)"
	@echo "make build        build both programs (debug)"
	@echo "make release      build both programs as static executables in $(RELEASE)/release"
	@echo "make check        check target dependencies, formatting and the sample runbooks"
	@echo "make bench        measure speed against peers on this machine"
	@echo "make bench-quality  measure how well the rules find what Fixtures/corpus labels"
	@echo "make corpus       make Fixtures/corpus anew from its templates"
	@echo "make fuzz         fuzz every reader of untrusted bytes, FUZZ_SECONDS each (default 60)"
	@echo "make install      install the release programs under PREFIX (default /usr/local)"
	@echo "make bootstrap    install the system libraries (Debian and Ubuntu)"

# Installs what is missing; says what to do where it can't.
bootstrap:
	@Tests/Tools/bootstrap.sh

# Fails early, with the reason, when something is missing.
prerequisites:
	@Tests/Tools/bootstrap.sh

build: prerequisites
	$(SWIFT) build

# Programs that need nothing but the kernel: they start fastest and can be copied anywhere.
release: prerequisites
	$(SWIFT) build -c release --scratch-path $(RELEASE) -Xswiftc -static-executable --product wct
	$(SWIFT) build -c release --scratch-path $(RELEASE) -Xswiftc -static-executable --product wct-exec

demo: build
	@echo "\$$ wct run runbooks/file_content_analysis.yaml"
	@$(BUILD)/wct run runbooks/file_content_analysis.yaml

demo-system: build
	@echo "\$$ wct run runbooks/system_documentation.yaml"
	@$(BUILD)/wct run runbooks/system_documentation.yaml

test: prerequisites
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

# Every file operation of a run, disturbed in five ways, and hundreds of runs killed at random instants.
crash-test: prerequisites
	$(SWIFT) build --build-tests
	RUNBOOK_CRASH_TESTS=all $(SWIFT) test --skip-build --filter 'CrashTests|RandomKillTests'

check: layers
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests
	$(SWIFT) build
	$(BUILD)/wct check runbooks/*.yaml

layers:
	@Tests/Tools/check-layers.py

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

bench: release
	@Tests/Benchmarks/run.py

bench-quality: build
	@Tests/Quality/run.py --wct $(BUILD)/wct $(QUALITY_FLAGS)

corpus:
	@Tests/Corpus/generate.py

# Each target runs for FUZZ_SECONDS from its corpus and the fixtures; a fault leaves its input in .build-fuzz.
FUZZ_SECONDS ?= 60
fuzz: prerequisites
	@Tests/Fuzzing/run.sh $(FUZZ_SECONDS) $(FUZZ_TARGETS)

install: release
	install -d $(DESTDIR)$(PREFIX)/bin
	install -s -m 755 $(RELEASE)/release/wct $(RELEASE)/release/wct-exec $(DESTDIR)$(PREFIX)/bin

clean:
	rm -rf .build $(RELEASE) .build-fuzz
