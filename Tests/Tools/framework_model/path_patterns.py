# Which paths a list of patterns chooses: gitwildmatch of PyPI's pathspec, which is asked itself where it is installed.
# Without it only the few forms that the random runbooks use are understood.
# Knows nothing of the file system.
import fnmatch
import re
import warnings

try:
    import pathspec
except ImportError:
    pathspec = None


def matches(patterns, path):
    """The last pattern that speaks of the path decides."""
    if pathspec:
        return compiled(patterns).match_file(path)
    chosen = False
    for pattern in patterns:
        if plain(pattern.lstrip("!"), path):
            chosen = not pattern.startswith("!")
    return chosen


def compiled(patterns):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pathspec.PathSpec.from_lines("gitwildmatch", patterns)


def valid(patterns):
    """Whether the package takes the patterns; what it takes for no pattern at all is left out too."""
    try:
        return all(pattern.regex or not text.strip() or text[0] in "#/"
                   for text, pattern in zip(patterns, compiled(patterns).patterns))
    except (ValueError, re.error):
        return False


def plain(pattern, path):
    """`*.php`, `**/*.php`, `folder/` and `f*`: a name at any depth, or a folder above it."""
    names = path.split("/")
    if pattern.endswith("/"):
        return any(fnmatch.fnmatchcase(name, pattern[:-1]) for name in names[:-1])
    pattern = pattern.removeprefix("**/")
    return any(fnmatch.fnmatchcase(name, pattern) for name in names)
