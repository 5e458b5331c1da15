"""How soon and in how much memory `wct check` refuses what passes a limit."""

import os
import subprocess
import time
from statistics import median

from .table import Row
from .timing import Sample

TARGET_MILLISECONDS, TARGET_MEMORY = 100, 64
MIB = 1 << 20
#: Ten thousand uses of a child are allowed, and made, before one too many is refused.
ALLOWED_FIRST = {"children, 2 uses, 40 levels", "children, 1,000 uses, 4 levels", "children, 10,001 uses"}
FIRST_USE = ["--limit", "child-uses=1", "--limit", "child-expansion=1"]
HEAD = "name: n\ndescription: d\ncontact: c\n"
ROOT = HEAD + "config: {max_child_depth: 1000}\nartifacts:\n  t: {source: {type: filesystem, properties: {path: x}}}\n"
CHILD = HEAD + "inputs: {t: {input_schema: standard_input}}\noutputs: {o: {artifact: a0}}\nartifacts:\n"


def measure(programs, quick):
    rows, peaks = [], []
    for name, write in INPUTS.items():
        directory = programs.path("limit-" + name.replace(" ", "-").replace(",", ""))
        os.makedirs(directory)
        path = os.path.join(directory, "r0.yaml")
        write(path)
        samples = [refuse([programs.wct, "check", "--cache", "off", path]) for _ in range(3 if quick else 9)]
        peaks.append((median(sample.memory for sample in samples) / MIB, name))
        allowed_first = name in ALLOWED_FIRST
        rows.append(row(f"refused: {name}", samples, None if allowed_first else TARGET_MILLISECONDS))
        if allowed_first:
            # The same files, refused at the first use: all that is left is start-up, reading, and what comes after.
            samples = [refuse([programs.wct, "check", "--cache", "off", *FIRST_USE, path]) for _ in range(3 if quick else 9)]
            rows.append(row("refused: the same, from the limit on, at most", samples, TARGET_MILLISECONDS))
    largest, name = max(peaks)
    return rows + [Row("refused: peak memory, the largest", largest, "MiB", name, TARGET_MEMORY, digits=0)]


def row(name, samples, target):
    milliseconds = [sample.wall * 1e3 for sample in samples]
    peak = median(sample.memory for sample in samples) / MIB
    return Row(name, median(milliseconds), "ms",
               f"least {min(milliseconds):.1f} ms, peak {peak:.0f} MiB; the whole process, by the clock", target, digits=1)


def refuse(command):
    """Runs a check that has to end with the report of a limit."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    if process.returncode != 1 or b"WCT1007" not in output:
        raise RuntimeError(f"{' '.join(command)}: not refused: {output[-500:].decode(errors='replace')}")
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


# MARK: - What is refused


def text_file(text):
    def write(path):
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    return write


def endless(start, size):
    """A text that goes on for `size` bytes; a sparse file takes no time to write."""
    def write(path):
        with open(path, "w", encoding="utf-8") as file:
            file.write(start)
            # In pieces: a child's peak memory counts what its parent had when it was started.
            for _ in range(size // 4096 if size <= 32 * MIB else 0):
                file.write("a" * 4096)
            file.truncate(size)
    return write


def alias_bomb():
    return "x0: &x0 [y]\n" + "".join(f"x{n + 1}: &x{n + 1} [*x{n}, *x{n}]\n" for n in range(40))


def use(name, path):
    return f"  {name}: {{inputs: t, child_runbook: {{path: {path}, input_mapping: {{t: t}}, output: o}}}}\n"


def children(levels, uses):
    """Files each of which uses the next one several times."""
    def write(path):
        for level in range(levels):
            head = ROOT if level == 0 else CHILD
            is_last = level == levels - 1
            body = "".join(
                f"  a{n}: {{inputs: t}}\n" if is_last else use(f"a{n}", f"r{level + 1}.yaml") for n in range(uses))
            with open(os.path.join(os.path.dirname(path), f"r{level}.yaml"), "w", encoding="utf-8") as file:
                file.write(head + body)
    return write


INPUTS = {
    "alias bomb": text_file(alias_bomb()),
    "100,000 brackets": text_file("[" * 100_000),
    "100,000 nested lists": text_file("- " * 100_000),
    "100,000 nested braces": text_file("{a: " * 100_000),
    "endless plain text": endless("name: ", 32 * MIB),
    "endless quoted text": endless("name: \"", 32 * MIB),
    "endless comment": endless("# ", 32 * MIB),
    "file of 65 MiB": endless("name: ", 65 * MIB),
    "60,000 syntax errors": text_file("k: @\n" * 60_000),
    "children, 2 uses, 40 levels": children(40, 2),
    "children, 1,000 uses, 4 levels": children(4, 1_000),
    "children, 10,001 uses": children(2, 10_001),
}
