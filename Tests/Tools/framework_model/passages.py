# What a passage of evidence looks like: windows of code points and numbered lines.
# Knows Python's own notions of a line and of white space, and nothing of rules.

WINDOWS = {"small": 50, "medium": 100, "large": 200, "full": None}
LINES = {"small": 3, "medium": 15, "large": 50, "full": None}


def snippet(text, start, end, size):
    """The characters around a match, stripped, with dots where the text goes on."""
    width = WINDOWS[size]
    if width is None:
        return text.strip()
    first, last = max(0, start - width), min(len(text), end + width)
    passage = text[first:last].strip()
    return ("..." if first > 0 else "") + passage + ("..." if last < len(text) else "")


def numbered(lines, index, size):
    """The lines around the one at `index` (from 0), each with its number."""
    width = LINES[size]
    first = 0 if width is None else max(0, index - width)
    last = len(lines) if width is None else min(len(lines), index + width + 1)
    return "\n".join(f"{n + 1:4d}  {lines[n].rstrip()}" for n in range(first, last))
