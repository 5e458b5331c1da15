"""Finds the programs that are measured and builds the small ones that they are measured against."""

import os
import subprocess
import tempfile
from dataclasses import dataclass

BENCHMARKS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROJECT = os.path.dirname(os.path.dirname(BENCHMARKS))
SCRATCH = ".build-release"
SWIFT = os.environ.get("SWIFT", "swift")


@dataclass
class Programs:
    wct: str
    wct_exec: str
    probe: str
    yaml_event_loop: str
    journal_rows: str
    sqlite_steps: str
    #: A directory for inputs, deleted at the end.
    directory: str

    @staticmethod
    def prepare(directory):
        release = os.path.join(PROJECT, SCRATCH, "release")
        build_probe()
        programs = Programs(
            wct=os.path.join(release, "wct"), wct_exec=os.path.join(release, "wct-exec"),
            probe=os.path.join(release, "benchmark-probe"),
            yaml_event_loop=compile_c("yaml_event_loop", "-lyaml", directory),
            journal_rows=compile_c("journal_rows", "-lsqlite3", directory),
            sqlite_steps=compile_c("sqlite_steps", "-lsqlite3", directory),
            directory=directory)
        for path in (programs.wct, programs.wct_exec):
            if not os.path.exists(path):
                raise SystemExit(f"there is no {path}: run 'make bench'")
        return programs

    @property
    def memory_directory(self):
        """A directory of the same life whose files are in memory, where there is one: the disk is not measured."""
        if not hasattr(self, "_memory"):
            parent = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
            self._memory = tempfile.TemporaryDirectory(prefix="bench.", dir=parent)
        return self._memory.name

    def path(self, name):
        return os.path.join(self.directory, name)


def build_probe():
    """Builds what can only be measured inside a process; the same flags as `make release`."""
    command = [
        SWIFT, "build", "-c", "release", "--scratch-path", SCRATCH, "-Xswiftc", "-static-executable",
        "--product", "benchmark-probe"]
    result = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True)
    if result.returncode != 0:
        raise SystemExit(f"the probe does not build:\n{result.stdout}{result.stderr}")


def compile_c(name, library, directory):
    source = os.path.join(BENCHMARKS, f"{name}.c")
    target = os.path.join(directory, name)
    subprocess.run(["cc", "-O2", source, library, "-o", target], check=True)
    return target
