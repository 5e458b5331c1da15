# Random regular expressions as Python's `re` reads them, from parts that engines read differently.
# Knows nothing of rules or texts.
import re
import warnings

ATOMS = [r"\d", r"\D", r"\w", r"\W", r"\s", r"\S", ".", "a", "k", "s", "i", "ß", "é", "_", "-", "@", "0",
         "[a-z]", "[A-Z0-9]", "[^a-z]", r"[^\s]", r"[\w.+-]", r"[^\W\d_]", "[k-s]", "[aeiou]", "[İı]",
         "[^k]", r"[\s\d]", "[]x]", "[^]x]", "[a\\-z]", "[é-ü]", "[ſ]", "[K]", r"[\x1c-\x20]", r"\x41",
         r"\u00e9", r"\.", r"\-", r"\n", r"\t", "mail", "ssn", "id", "user", "[ -~]", r"[\b]", "ſ", "K",
         "İ", "ı", r"\U0001F600", r"\101", r"\07", r"[\]]", r"[\\]", r"\\", "[a-c-e]", r"\/", r"\@", r"\'",
         r"\é", r"\ ", r"\_", "[日-本]", "Σ", "ς", r"[\d-x]", "{", "}", "x{", "]", "{,", "a{b}", "ẞ", "µ"]
QUANTIFIERS = ["?", "*", "+", "{2}", "{1,3}", "{,3}", "{2,}", "??", "*?", "+?", "{1,3}?", "{,2}?", "{0}",
               "*+", "++", "?+", "{1,2}+", "{,}"]
# Without (?a:…): at the beginning of an expression CPython looks for it as if it were Unicode, and then matches ASCII.
FRAMES = ["(?:{})", "({})", "(?P<n>{})", "(?={})", "(?!{})", "(?<={})", "(?<!{})", "(?>{})", "(?i:{})",
          "(?-i:{})", "(?s:{})", "(?m:{})", "(?x: {} )", "(?#note){}", "(?s-i:{})", "(?:{}|)"]
EDGES = [r"\b", r"\B", "^", "$", r"\A", r"\Z", ""]
FLAGS = ["", "", "", "", "", "", "", "(?i)", "(?s)", "(?m)", "(?x)", "(?a)", "(?u)", "(?sm)", "(?ix)"]
FIXED = [r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}", r"\b\d{3}-\d{2}-\d{4}\b", r"\d{3}[-. ]?\d{4}",
         r"(\w)\1", r"(?P<q>['\"]).*?(?P=q)", r"(a)?b(?(1)c|d)", r"(k)\1", r"(ſ|s)\1", r"$", "^", r"\b",
         r"(?m)^", r"(?m)$", "", r"x*", r"(?=id)", r"(?<!\w)id(?!\w)", r"under.*years", r"third.country",
         r"\w+(?:\s+\w+)*", r"(?x) id # comment", r"(?<=k)i", r"[^\W_]+", r"a|b|", r"(?i)ID", r"\s+$",
         r"[[a]", r"[a&&b]", r"[a--b]", r"[[:alpha:]]", r"[\w-]", r"(?:)", r"()", r"a**", r"(?s).+",
         r"^.*$", r"(?m)^.*$", r"(.)\1", r"\d+(?=\D|$)", r"[^\x00-\x7f]+", r"\x{41}", r"(?<n>a)", r"\p{L}",
         r"\K", r"\h", r"\R", r"\z", r"\G", r"\Qa\E", r"\N", r"\X", r"\e", r"\cA", r"(?|a|b)", r"(?1)a",
         r"(?R)?", r"(?&n)", r"\g<1>", r"(?P>n)", r"(*UCP)a", r"\k<n>", r"(?'n'a)", r"a(?i)b", r"\8", r"\1",
         r"(a)\01", r"\0", r"\00", r"\08", r"(a)\11", r"(?<=a|bc)d", r"(?<=a+)b", r"(?<=(a))b", r"{2}", "+",
         "a{2}{3}", r"a{2,1}", "(?P<1>a)", "(?P<é>a)(?P=é)", r"[z-a]", r"[\w-z]", r"(?-u:a)", r"(?L)a",
         r"(?^i:a)", r"(?C1)a", r"a{99999}", r"\N{BULLET}", r"\u2028", r"\ud800", r"(?#a)b", r"(?", "(", ")"]


NOISE = ["(", ")", "[", "]", "{", "}", "?", "*", "+", "\\", "|", "<", ">", "P", ":", "=", "!", "-", "^", "i",
         "", "1", ",", "(?", "#", " "]


def right(random):
    """An expression that Python takes."""
    while not valid(made := expression(random)):
        pass
    return made


def wrong(random):
    """Nearly an expression: Python does not take it."""
    made = expression(random)
    while valid(made) or not made.strip():
        at = random.randrange(len(made) + 1)
        made = made[:at] + random.choice(NOISE) + made[at + random.randrange(2):]
    return made


def expression(random):
    """Something like an expression; Python's own reader decides whether it is one."""
    if random.random() < 0.25:
        return random.choice(FIXED)
    body = "".join(part(random, 2) for _ in range(random.randrange(1, 4)))
    if random.random() < 0.25:
        body = random.choice(EDGES) + body
    if random.random() < 0.25:
        body += random.choice(EDGES)
    if random.random() < 0.15:
        body += "|" + part(random, 1)
    return random.choice(FLAGS) + body


def part(random, depth):
    made = random.choice(ATOMS)
    if depth and random.random() < 0.35:
        made = random.choice(FRAMES).replace("{}", "".join(part(random, depth - 1)
                                                           for _ in range(random.randrange(1, 3))))
    if random.random() < 0.35:
        made += random.choice(QUANTIFIERS)
    return made


def valid(expression):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            re.compile(expression, re.IGNORECASE)
            return bool(expression.strip())
        except (re.error, OverflowError, RecursionError):
            return False
