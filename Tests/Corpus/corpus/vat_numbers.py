"""VAT identification numbers of the EU member states and the United Kingdom, made up, with their check digits.

The algorithms are those that the member states publish and VIES applies to the form of a number.
"""

from .check_digits import luhn, mod_11_10, weighted
from .national_numbers import croatia, cyprus, digits, netherlands, until


def _remainder(base, weights, modulus=11):
    check = weighted(base, weights) % modulus
    return None if check == 10 else base + str(check)


def _complement(base, weights, ten="0"):
    check = 11 - weighted(base, weights) % 11
    if check == 10 and ten is None:
        return None
    return base + (ten if check == 10 else "0" if check == 11 else str(check))


def austria(dice):
    base = digits(dice, 7)
    total = sum(sum(divmod(int(digit) * weight, 10)) for digit, weight in zip(base, (1, 2, 1, 2, 1, 2, 1), strict=True))
    return f"U{base}{(6 - total) % 10}"


def belgium(dice):
    base = "0" + dice.choice("4567") + digits(dice, 6)
    return f"{base}{97 - int(base) % 97:02d}"


def bulgaria(dice):
    base = digits(dice, 8)
    check = weighted(base, range(1, 9)) % 11
    return base + str(weighted(base, range(3, 11)) % 11 % 10 if check == 10 else check)


def czechia(dice):
    base = dice.choice("12345678") + digits(dice, 6)
    check = (11 - weighted(base, range(8, 1, -1)) % 11) % 10
    return base + str(check or (0 if (11 - weighted(base, range(8, 1, -1)) % 11) == 10 else 1))


def germany(dice):
    base = dice.choice("123") + digits(dice, 7)
    return base + mod_11_10(base)


def denmark(dice):
    def make():
        base = dice.choice("123") + digits(dice, 6)
        check = -weighted(base, (2, 7, 6, 5, 4, 3, 2)) % 11
        return None if check == 10 else base + str(check)
    return until(make)


def estonia(dice):
    base = "10" + digits(dice, 6)
    return base + str(-weighted(base, (3, 7, 1, 3, 7, 1, 3, 7)) % 10)


def greece(dice):
    base = dice.choice("09") + digits(dice, 7)
    return base + str(weighted(base, (256, 128, 64, 32, 16, 8, 4, 2)) % 11 % 10)


def spain_company(dice):
    base = digits(dice, 7)
    return dice.choice("AB") + base + luhn(base)


def finland(dice):
    return until(lambda: _complement(digits(dice, 7), (7, 9, 10, 5, 8, 4, 2), ten=None))


def france(dice):
    base = dice.choice("345") + digits(dice, 7)
    siren = base + luhn(base)
    return f"{(12 + 3 * (int(siren) % 97)) % 97:02d}{siren}"


def hungary(dice):
    base = dice.choice("12") + digits(dice, 6)
    return base + str(-weighted(base, (9, 7, 3, 1, 9, 7, 3)) % 10)


def italy(dice):
    base = "0" + digits(dice, 6) + dice.choice(("001", "015", "048", "063"))
    return base + luhn(base)


def lithuania(dice):
    base = digits(dice, 7) + "1"
    check = weighted(base, range(1, 9)) % 11
    return base + str(weighted(base, (3, 4, 5, 6, 7, 8, 9, 1)) % 11 % 10 if check == 10 else check)


def luxembourg(dice):
    base = dice.choice("12") + digits(dice, 5)
    return f"{base}{int(base) % 89:02d}"


def latvia(dice):
    def make():
        base = "4" + digits(dice, 9)
        total = 3 - weighted(base, (9, 1, 4, 8, 3, 10, 2, 5, 7, 6)) % 11
        return None if total == -1 else base + str(total if total >= 0 else total + 11)
    return until(make)


def malta(dice):
    base = dice.choice("12") + digits(dice, 5)
    return f"{base}{37 - weighted(base, (3, 4, 6, 7, 8, 9)) % 37:02d}"


def poland(dice):
    return until(lambda: _remainder(dice.choice("56789") + digits(dice, 8), (6, 5, 7, 2, 3, 4, 5, 6, 7)))


def romania(dice):
    base = dice.choice("123") + digits(dice, 7)
    return base + str(weighted(base, (5, 3, 2, 1, 7, 5, 3, 2)) * 10 % 11 % 10)


def sweden(dice):
    base = "55" + digits(dice, 1) + dice.choice("6789") + digits(dice, 5)
    return base + luhn(base) + "01"


def slovenia(dice):
    def make():
        base = dice.choice("123456789") + digits(dice, 6)
        check = 11 - weighted(base, range(8, 1, -1)) % 11
        return None if check == 11 else base + str(check % 10)
    return until(make)


def slovakia(dice):
    def make():
        base = "20" + dice.choice("234789") + digits(dice, 6)
        check = -int(base + "0") % 11
        return None if check == 10 else base + str(check)
    return until(make)


def united_kingdom(dice):
    base = dice.choice("123456789") + digits(dice, 6)
    return f"{base}{97 - weighted(base, range(8, 1, -1)) % 97:02d}"


def ireland_company(dice):
    base = digits(dice, 7)
    return base + "WABCDEFGHIJKLMNOPQRSTUV"[weighted(base, range(8, 1, -1)) % 23]


def portugal_company(dice):
    """The eight digits after the leading 5 of a company."""
    base = "5" + digits(dice, 7)
    check = 11 - weighted(base, (9, 8, 7, 6, 5, 4, 3, 2)) % 11
    return base[1:] + str(check if check < 10 else 0)


BY_COUNTRY = {
    "AT": austria, "BE": belgium, "BG": bulgaria, "CY": lambda dice: cyprus(dice, None), "CZ": czechia,
    "DE": germany, "DK": denmark, "EE": estonia, "EL": greece, "ES": spain_company, "FI": finland, "FR": france,
    "GB": united_kingdom, "HR": lambda dice: croatia(dice, None), "HU": hungary,
    "IE": ireland_company, "IT": italy, "LT": lithuania, "LU": luxembourg, "LV": latvia,
    "MT": malta, "NL": lambda dice: f"{netherlands(dice, None)}B{dice.randrange(1, 99):02d}", "PL": poland,
    "PT": lambda dice: "5" + portugal_company(dice), "RO": romania, "SE": sweden, "SI": slovenia, "SK": slovakia,
}


def make(dice, country):
    return country + BY_COUNTRY[country](dice)
