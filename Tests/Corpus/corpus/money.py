"""Bank accounts, bank identifiers and payment cards, made up: ISO 13616, ISO 9362, ISO/IEC 7812."""

from .check_digits import luhn, mod_97_10
from .national_numbers import LETTERS, digits

# ISO 13616 registry: the national part, n digits, a capital letters, c either.
_STRUCTURES = {
    "GB": "a4 n14", "DE": "n18", "FR": "n10 c11 n2", "ES": "n20", "IT": "a1 n10 c12", "NL": "a4 n10", "PL": "n24",
    "SE": "n20", "AT": "n16", "BE": "n12", "CH": "n5 c12", "DK": "n14", "FI": "n14", "IE": "a4 n14", "PT": "n21",
    "NO": "n11", "CZ": "n20", "LU": "n3 c13", "GR": "n7 c16", "RO": "a4 c16",
}


def iban_compact(dice, country):
    national = ""
    for part in _STRUCTURES[country].split():
        alphabet = {"n": "0123456789", "a": LETTERS, "c": "0123456789" * 2 + LETTERS}[part[0]]
        national += "".join(dice.choice(alphabet) for _ in range(int(part[1:])))
    return country + mod_97_10(national + country) + national


def grouped(text, size=4, mark=" "):
    return mark.join(text[start:start + size] for start in range(0, len(text), size))


def iban(dice, country):
    compact = iban_compact(dice, country)
    return dice.choice((compact, grouped(compact), grouped(compact)))


def wrong_iban(dice, country):
    """Of the form of an IBAN, with check digits that do not fit."""
    compact = iban_compact(dice, country)
    wrong = f"{(int(compact[2:4]) + dice.randrange(3, 80)) % 97 + 2:02d}"
    if wrong == compact[2:4]:
        wrong = "99" if wrong != "99" else "03"
    return grouped(country + wrong + compact[4:])


def bic(dice, country):
    bank = "".join(dice.choice("BCDFGKLMNPRSTVW") + dice.choice("AEIOU") for _ in range(2))
    place = dice.choice(("2L", "FF", "PP", "2A", "21", "3M", "22"))
    return bank + country + place + dice.choice(("", "", "XXX", f"{dice.randrange(100, 999)}"))


_CARDS = (("4", 16), ("51", 16), ("53", 16), ("55", 16), ("2221", 16), ("2720", 16), ("34", 15), ("37", 15),
          ("6011", 16), ("3530", 16), ("4", 16), ("54", 16), ("36", 14))


def card_compact(dice):
    prefix, length = dice.choice(_CARDS)
    base = prefix + digits(dice, length - len(prefix) - 1)
    return base + luhn(base)


def _spaced(dice, compact):
    if len(compact) == 15:
        return dice.choice((compact, f"{compact[:4]} {compact[4:10]} {compact[10:]}"))
    if len(compact) == 14:
        return dice.choice((compact, f"{compact[:4]} {compact[4:10]} {compact[10:]}"))
    return dice.choice((compact, grouped(compact), grouped(compact), grouped(compact, mark="-")))


def card(dice):
    return _spaced(dice, card_compact(dice))


def wrong_card(dice):
    """Of the form of a card number, with a last digit that does not fit."""
    compact = card_compact(dice)
    return _spaced(dice, compact[:-1] + str((int(compact[-1]) + dice.randrange(1, 10)) % 10))
