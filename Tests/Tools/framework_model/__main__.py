# Compares the built program with the model on random runbooks.
# Usage: python3 -m framework_model WCT SEED CASES
# Prints each difference, and the number of artifacts; leaves with 1 where there is any difference.
import random
import sys
import tempfile
from pathlib import Path

from . import path_patterns, program
from .cases import expressions, paths, runbooks
from .workshop import Workshop


def main():
    wct, seed, count = str(Path(sys.argv[1]).resolve()), int(sys.argv[2]), int(sys.argv[3])
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as directory:
        found = [*refusals(wct, f"{directory}/refused", dice, count),
                 *runs(wct, f"{directory}/run", dice, count),
                 *choices(wct, f"{directory}/paths", dice, count)]
    for line in found:
        print(line)
    sys.exit(1 if found else 0)


def refusals(wct, directory, dice, count):
    """What Python's `re` does not take, the program must not take either."""
    wrong = list(dict.fromkeys(expressions.wrong(dice) for _ in range(2 * count)))
    refused, _ = program.refused(wct, Workshop(directory), wrong)
    return [f"taken as an expression: {one!r}" for one in wrong if one not in refused]


def runs(wct, directory, dice, count):
    taken = list(dict.fromkeys(expressions.right(dice) for _ in range(count)))
    refused, _ = program.refused(wct, Workshop(directory + "-pool"), taken)
    workshop = Workshop(directory)
    for number in range(count):
        runbooks.add(dice, workshop, number, [one for one in taken if one not in refused])
    return compared(wct, workshop)


def choices(wct, directory, dice, count):
    """Patterns of paths, where the package that defines them is installed."""
    if not path_patterns.pathspec:
        return []
    workshop = Workshop(directory)
    for path in paths.tree(dice):
        workshop.file(f"tree/{path}", "x")
    for _ in range(count):
        include, exclude = paths.patterns(dice), paths.patterns(dice)
        if path_patterns.valid(include) and path_patterns.valid(exclude):
            workshop.files(path="tree", include_patterns=include, exclude_patterns=exclude)
    return compared(wct, workshop)


def compared(wct, workshop):
    found, done = program.results(wct, workshop)
    if found is None:
        return [f"no results, exit {done.returncode}", done.stderr]
    differences = list(program.differences(found, workshop, program.given_up(done)))
    print(f"{len(workshop.artifacts)} artifacts, {len(differences)} differences")
    return [f"{place}\n  expected {expected!r}\n  found    {other!r}"
            for place, expected, other in differences]


if __name__ == "__main__":
    main()
