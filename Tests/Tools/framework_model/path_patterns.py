# Which paths a list of patterns chooses, as gitwildmatch of PyPI's pathspec 0.12 and 1.x does.
# Knows nothing of the file system. Checked against that package itself where it is installed.
import functools
import re

try:
    import pathspec
except ImportError:
    pathspec = None


def matches(patterns, path):
    """The last pattern that speaks of the path decides."""
    chosen = False
    for expression, includes in compiled(tuple(patterns)):
        if expression.match(path):
            chosen = includes
    return chosen


def original(patterns, path):
    """What the package itself says; only where `pathspec` is not None."""
    return pathspec.PathSpec.from_lines("gitwildmatch", patterns).match_file(path)


@functools.lru_cache(maxsize=None)
def compiled(patterns):
    return [made for made in map(translated, patterns) if made]


def translated(pattern):
    """An expression for the whole path and whether it includes; nothing for a comment or a blank."""
    if pattern.startswith("#"):
        return None
    pattern = pattern[:-1] if pattern.endswith("\\ ") else pattern.rstrip()
    if not pattern or pattern == "/":
        return None
    includes = not pattern.startswith("!")
    segments = (pattern if includes else pattern[1:]).split("/")
    return re.compile(expression(anchored(segments))), includes


def anchored(segments):
    if not segments[0]:
        segments = segments[1:]
    elif len(segments) == 1 or (len(segments) == 2 and not segments[1]):
        segments = segments if segments[0] == "**" else ["**", *segments]
    if not segments[-1]:
        segments = [*segments[:-1], "**"]
    return [s for i, s in enumerate(segments) if not (i and s == "**" == segments[i - 1])]


def expression(segments):
    out, last, slash = "^", len(segments) - 1, False
    for index, segment in enumerate(segments):
        if segment == "**":
            if index == 0 == last:
                out += "[^/]+(?:/.*)?"
            elif index == 0:
                out += "(?:.+/)?"
                slash = False
            elif index == last:
                out += "/.*"
            else:
                out += "(?:/.+)?"
                slash = True
            continue
        out += ("/" if slash else "") + glob(segment)
        slash = True
        if index == last:
            out += "(?:/.*)?"
    return out + "$"


def glob(segment):
    out, index = "", 0
    while index < len(segment):
        char = segment[index]
        index += 1
        if char == "\\" and index < len(segment):
            out += re.escape(segment[index])
            index += 1
        elif char == "*":
            out += "[^/]*"
        elif char == "?":
            out += "[^/]"
        else:
            out += re.escape(char)
    return out
