"""Bank accounts, bank identifiers and payment cards, made up: ISO 13616, ISO 9362, ISO/IEC 7812."""

from .check_digits import luhn, mod_97_10
from .national_numbers import LETTERS, digits

# ISO 13616 registry: the national part, n digits, a capital letters, c either.
_STRUCTURES = {
    "GB": "a4 n14", "DE": "n18", "FR": "n10 c11 n2", "ES": "n20", "IT": "a1 n10 c12", "NL": "a4 n10", "PL": "n24",
    "SE": "n20", "AT": "n16", "BE": "n12", "CH": "n5 c12", "DK": "n14", "FI": "n14", "IE": "a4 n14", "PT": "n21",
    "CZ": "n20", "LU": "n3 c13", "GR": "n7 c16", "RO": "a4 c16",
}


def _remainder_97(text):
    """The digit pair that makes a number divisible by 97."""
    return f"{97 - int(text + '00') % 97:02d}"


def _french(account):
    """The key of a relevé d'identité bancaire; letters count 1 to 9, again from J, and from S 2 to 9."""
    digits_only = account[:-2].translate(str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "12345678912345678923456789"))
    return account[:-2] + _remainder_97(digits_only)


_ITALIAN_ODD = (1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23)


def _italian(account):
    """The control letter in front of bank, branch and account (CIN)."""
    values = [int(c) if c.isdigit() else ord(c) - 65 for c in account[1:]]
    total = sum(_ITALIAN_ODD[value] if place % 2 == 0 else value for place, value in enumerate(values))
    return LETTERS[total % 26] + account[1:]


def _spanish(account):
    """The two control digits of a código cuenta cliente, over bank and branch, and over the account."""
    def digit(text):
        check = 11 - sum(int(c) * weight for c, weight in zip(text, (1, 2, 4, 8, 5, 10, 9, 7, 3, 6), strict=True)) % 11
        return "0" if check == 11 else "1" if check == 10 else str(check)
    return account[:8] + digit("00" + account[:8]) + digit(account[10:]) + account[10:]


def _belgian(account):
    return account[:10] + f"{int(account[:10]) % 97 or 97:02d}"


def _portuguese(account):
    return account[:19] + f"{98 - int(account[:19] + '00') % 97:02d}"


_NATIONAL = {"FR": _french, "IT": _italian, "ES": _spanish, "BE": _belgian, "PT": _portuguese}


def iban_compact(dice, country):
    national = ""
    for part in _STRUCTURES[country].split():
        alphabet = {"n": "0123456789", "a": LETTERS, "c": "0123456789" * 2 + LETTERS}[part[0]]
        national += "".join(dice.choice(alphabet) for _ in range(int(part[1:])))
    national = _NATIONAL.get(country, lambda account: account)(national)
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
