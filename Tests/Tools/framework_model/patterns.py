# Where the patterns of a rule match: literals between boundaries, and regular expressions as they stand.
# Knows nothing of findings.
import functools
import re

ASCII_WORD = "[a-zA-Z0-9]"


@functools.lru_cache(maxsize=None)
def literal(pattern):
    return re.compile(f"(?<!{ASCII_WORD}){re.escape(pattern)}(?!{ASCII_WORD})", re.IGNORECASE)


@functools.lru_cache(maxsize=None)
def value(pattern):
    return re.compile(pattern, re.IGNORECASE)


def spans(expression, text):
    return [match.span() for match in expression.finditer(text)]


def places(spans, threshold, limit):
    """One representative of each place; a match more than `threshold` after all before it opens a place."""
    found, furthest = [], None
    for start, end in spans:
        if furthest is None or start > furthest + threshold:
            found.append((start, end))
        furthest = end if furthest is None else max(furthest, end)
    return found[:limit]
