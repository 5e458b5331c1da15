# Random trees of files and random patterns for their paths.
# Knows nothing of what the files hold.

SEGMENTS = ["a", "b", "ab", "a.txt", "b.php", "keep.txt", ".git", ".hidden", "A.TXT", "x y", "[a]", "a*",
            "é", "node_modules", "a.b.c", "!a", "#a", "\\a", "a ", "deep"]
PARTS = ["*", "**", "?", "a", "b", "*.txt", "*.php", "a*", "*a", "[ab]", "[!a]", "[^a]", "[a-c]*", "keep.txt",
         ".*", "*.*", "\\[a\\]", "a\\*", "x y", "x\\ y", "node_modules", "é", "A*", "[]a]", "[", "[a", "deep",
         "***", "a**", "**b", "\\!a", "\\#a", "\\\\a", "a\\ ", "[[]a]", "[!]a]", "[\\]a]", "[a\\-c]", "a?",
         "[.]git", "?*", "[z-a]", "{a,b}", "[[:alpha:]]", "a\\", "!a", "[!!]a", "[*]", "[?]", "(a)", "a+", "$"]


def tree(random):
    """Some paths, none of which is a directory of another."""
    found = set()
    for _ in range(40):
        path = tuple(random.choice(SEGMENTS) for _ in range(random.choice([1, 1, 2, 3])))
        clashes = any(path[:len(p)] == p or p[:len(path)] == path for p in found)
        if not clashes:
            found.add(path)
    return sorted("/".join(path) for path in found)


def pattern(random):
    made = "/".join(random.choice(PARTS) for _ in range(random.choice([1, 1, 1, 2, 3])))
    if random.random() < 0.2:
        made = "/" + made
    if random.random() < 0.2:
        made += "/"
    if random.random() < 0.25:
        made = "!" + made
    if random.random() < 0.05:
        made += random.choice([" ", "  ", "\\ ", "\t"])
    return random.choice([made] * 30 + ["", "#x", "/", "!", " ", "//", "**/", "/**", "**/**", "\\"])


def patterns(random):
    return [pattern(random) for _ in range(random.choice([1, 1, 2, 3, 5]))]
