"""The peer of `wct check`: ryl, a YAML style linter, from the Python package index."""

import os
import subprocess
import sys

#: The rules of yamllint's default preset, without the one that every file here breaks: both programs are silent.
CONFIGURATION = "extends: default\nrules: {document-start: disable, line-length: disable}\n"
CACHE = os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "wct-bench")


def command(directory):
    """The words that begin a call of ryl; None where it can't be had. Installed once, in an environment of its own."""
    program = os.path.join(CACHE, "ryl", "bin", "ryl")
    if not os.path.exists(program) and not install(os.path.join(CACHE, "ryl")):
        print("ryl can't be installed with pip: its rows are left out", file=sys.stderr)
        return None
    configuration = os.path.join(directory, "ryl.yaml")
    with open(configuration, "w", encoding="utf-8") as file:
        file.write(CONFIGURATION)
    return [program, "check", "--config-file", configuration]


def install(place):
    steps = [
        [sys.executable, "-m", "venv", place],
        [os.path.join(place, "bin", "pip"), "install", "--quiet", "--disable-pip-version-check", "ryl"]]
    try:
        return all(subprocess.run(step, capture_output=True, timeout=300).returncode == 0 for step in steps)
    except (OSError, subprocess.TimeoutExpired):
        return False
