"""Runs commands one after the other and measures them. Does not know what they do."""

import os
import subprocess
import time
from dataclasses import dataclass
from statistics import median


@dataclass
class Sample:
    """One run of a command: seconds by the clock, seconds of processor time, bytes of peak memory."""

    wall: float
    cpu: float
    memory: int


def run_once(command, directory=None):
    """Runs a command to its end without output; anything but exit code 0 is an error."""
    forget_own_peak()
    with open(os.devnull, "r+b") as nowhere:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=directory, stdin=nowhere, stdout=nowhere, stderr=subprocess.PIPE)
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode != 0:
        text = errors.decode(errors="replace").strip()[-2000:]
        raise RuntimeError(f"{' '.join(command)}: exit code {process.returncode}\n{text}")
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def forget_own_peak():
    """Sets this process's peak memory to what it uses now: a child begins with its parent's (proc(5), clear_refs)."""
    try:
        with open("/proc/self/clear_refs", "w", encoding="ascii") as file:
            file.write("5")
    except OSError:
        pass


def interleaved(runs, *actions):
    """Calls the actions in turn, `runs` times: A B A B…, so that all of them meet the same disturbances.

    The first round is thrown away. Gives the median sample of each action.
    """
    samples = [[] for _ in actions]
    for round_number in range(runs + 1):
        for index, action in enumerate(actions):
            sample = action()
            if round_number > 0:
                samples[index].append(sample)
    return [median_sample(list_) for list_ in samples]


def median_sample(samples):
    return Sample(
        median(sample.wall for sample in samples), median(sample.cpu for sample in samples),
        int(median(sample.memory for sample in samples)))
