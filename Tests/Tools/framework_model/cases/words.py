# Random words and the texts they stand in, rich in what is easily got wrong at a boundary.
# Knows nothing of rules.

WORDS = ["email", "ssn", "kind", "mass", "first_name", "e-mail", "id", "Straße", "größe", "naïve",
         "$_POST[", "user id", "KELVIN", "a.b", "c++", "#tag", "日本", "😀smile", "k", "s", "i", "@",
         "sık", "İd", "fluß", "ſee", "ᾳx", "ŉame", "μm", "Ωhm", "åse", "ǆep", "σίγμας", "ﬁnd", "ß",
         "İ", "x\u0301", "first name", "tab\there", "_x_", "__", "1st", "42", "a\u00a0b", "café",
         "ПАРОЛЬ", "ё", "Ⅷ", "ﬀ", "ǰ", "ΐ", "ﬅ", "ẞ", "θ", "ϑ", "ꙋ", "ᲀ", "ſt", "Å", "й", "\u2028x"]
FOLDS = {"k": "kKK", "s": "sSſ", "i": "iIİı", "ß": "ßẞ", "μ": "μµΜ", "ω": "ωΩΩ", "å": "åÅÅ",
         "σ": "σςΣ", "θ": "θϑϴΘ", "ǆ": "ǆǅǄ", "e": "eE", "a": "aAª", "ſ": "ſsS", "ı": "ıiI", "İ": "İi",
         "ﬅ": "ﬅﬆ", "в": "вВᲀ", "ς": "ςσ", "ᾳ": "ᾳᾼ", "ΐ": "ΐΐ", "й": "йЙ", "ꙋ": "ꙋꙊᲈ"}
BOUNDARIES = ["", "", " ", " ", "\n", "_", "-", ".", ",", "ſ", "K", "ı", "İ", "é", "1", "٣", "x", "Z",
              "\t", "\x00", "\x0b", "\x0c", "\x1c", "\x1f", "\x85", "\xa0", "\u1680", "\u2003",
              "\u2028", "\u2029", "\u200b", "\ufeff", "😀", "\u0301", "ß", "Ⅷ", "²", "\r\n", "\r", "=",
              "'", "\U0001d7d8", "ⓐ", "ａ", "中"]
SPACES = ["", " ", "\n", "\t \n", "\x1c\x1d\x1e\x1f", "\x85", "\xa0\u2003", "\u2028\u2029", "\u200b",
          "\ufeff", "\u3000", "\x00", "\u180e", "\x0b\x0c"]
FILLERS = ["lorem ipsum dolor ", "x", "0", "é", "\n", " ", "😀", "=", "ab\n", "the quick brown fox\n",
           "value;", "\u2003", "a b c d e f g h i j "]


def word(random):
    made = random.choice(WORDS)
    return made + random.choice(["", "", "", "_id", " no", "2"])


def variant(random, word):
    """The word as it might be written: other cases, and characters that fold to the same."""
    style = random.randrange(6)
    if style == 0:
        return word
    if style == 1:
        return word.upper()
    if style == 2:
        return word.lower()
    return "".join(random.choice(FOLDS.get(c.lower(), c + c.swapcase()) if random.random() < 0.5
                                 else c) for c in word)


def text(random, words):
    """A text in which the words stand near and far from each other, at all kinds of boundary."""
    if random.random() < 0.06:
        return random.choice(SPACES) + random.choice(SPACES)
    parts = [random.choice(SPACES)] if random.random() < 0.3 else []
    for _ in range(random.choice([1, 2, 5, 12, 30])):
        parts.append(random.choice(BOUNDARIES))
        parts.append(variant(random, random.choice(words)) if random.random() < 0.8 else number(random))
        parts.append(random.choice(BOUNDARIES))
        if random.random() < 0.4:
            parts.append(filler(random))
    if random.random() < 0.3:
        parts.append(random.choice(SPACES))
    return "".join(parts)


def filler(random):
    return random.choice(FILLERS) * random.choice([1, 2, 3, 7, 24, 25, 49, 50, 51, 99, 100, 101, 199, 200,
                                                   201, 202, 400])


def number(random):
    return "".join(random.choice("0123456789-. +") for _ in range(random.randrange(1, 12)))
