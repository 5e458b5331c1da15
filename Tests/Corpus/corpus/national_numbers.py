"""National identification numbers of the EU member states and the United Kingdom, made up, with their check digits.

Every function takes a source of chance and a birthday and gives a number as people write it. The algorithms are those
that the issuing authorities publish; numbers without a check digit are left out, save the British National Insurance
number, whose format is fixed, and the social security number of the United States.
"""

from .check_digits import luhn, mod_11_10, verhoeff, weighted

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def digits(dice, count):
    return "".join(dice.choice("0123456789") for _ in range(count))


def until(make):
    """The first thing that `make` gives which is not None: numbers without a check digit are never issued."""
    while (made := make()) is None:
        pass
    return made


def austria(dice, born):
    def make():
        serial, date = str(dice.randrange(100, 1000)), born.strftime("%d%m%y")
        check = weighted(serial + date, (3, 7, 9, 5, 8, 4, 2, 1, 6)) % 11
        return None if check == 10 else f"{serial}{check} {date}"
    return until(make)


def belgium(dice, born):
    serial = f"{dice.randrange(1, 998):03d}"
    base = born.strftime("%y%m%d") + serial
    check = 97 - int(("2" if born.year >= 2000 else "") + base) % 97
    return f"{born:%y.%m.%d}-{serial}.{check:02d}"


def bulgaria(dice, born):
    month = born.month + (40 if born.year >= 2000 else 0)
    base = f"{born:%y}{month:02d}{born:%d}{digits(dice, 3)}"
    return base + str(weighted(base, (2, 4, 8, 5, 10, 9, 7, 3, 6)) % 11 % 10)


def cyprus(dice, born):
    base = "0" + digits(dice, 7)
    odd = {"0": 1, "1": 0, "2": 5, "3": 7, "4": 9, "5": 13, "6": 15, "7": 17, "8": 19, "9": 21}
    total = sum(odd[digit] for digit in base[::2]) + sum(int(digit) for digit in base[1::2])
    return base + LETTERS[total % 26]


def czechia(dice, born):
    def make():
        month = born.month + dice.choice((0, 50))
        base = f"{born:%y}{month:02d}{born:%d}{digits(dice, 3)}"
        check = int(base) % 11
        return None if check == 10 else f"{base[:6]}/{base[6:]}{check}"
    return until(make)


def germany(dice, born):
    def make():
        base = str(dice.randrange(1, 10)) + digits(dice, 9)
        counts = sorted(base.count(digit) for digit in set(base))
        fits = counts == [1] * 8 + [2] and not any(base[i] == base[i + 1] for i in range(9))
        return base + mod_11_10(base) if fits else None
    whole = until(make)
    return dice.choice((whole, f"{whole[:2]} {whole[2:5]} {whole[5:8]} {whole[8:]}"))


def germany_pension(dice, born):
    base = f"{dice.choice((2, 10, 12, 15, 53, 65)):02d}{born:%d%m%y}{dice.choice(LETTERS)}{digits(dice, 2)}"
    spelt = base[:8] + f"{LETTERS.index(base[8]) + 1:02d}" + base[9:]
    total = sum(sum(divmod(int(digit) * weight, 10))
                for digit, weight in zip(spelt, (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1), strict=True))
    whole = base + str(total % 10)
    return dice.choice((whole, f"{whole[:2]} {whole[2:8]} {whole[8]} {whole[9:]}"))


def denmark(dice, born):
    def make():
        serial = (dice.choice("4567") if born.year >= 2000 else dice.choice("0123")) + digits(dice, 2)
        base = born.strftime("%d%m%y") + serial
        check = -weighted(base, (4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11
        return None if check == 10 else f"{born:%d%m%y}-{serial}{check}"
    return until(make)


def _baltic(base):
    check = weighted(base, (1, 2, 3, 4, 5, 6, 7, 8, 9, 1)) % 11
    if check == 10:
        check = weighted(base, (3, 4, 5, 6, 7, 8, 9, 1, 2, 3)) % 11 % 10
    return base + str(check)


def estonia(dice, born):
    century = dice.choice((5, 6) if born.year >= 2000 else (3, 4))
    return _baltic(f"{century}{born:%y%m%d}{digits(dice, 3)}")


lithuania = estonia


def spain(dice, born):
    number = dice.randrange(10_000_000, 99_999_999)
    letter = "TRWAGMYFPDXBNJZSQVHLCKE"[number % 23]
    return dice.choice((f"{number:08d}{letter}", f"{number:08d}-{letter}"))


def spain_foreigner(dice, born):
    first, number = dice.choice((0, 1, 2)), dice.randrange(1, 9_999_999)
    letter = "TRWAGMYFPDXBNJZSQVHLCKE"[(first * 10_000_000 + number) % 23]
    return f"{'XYZ'[first]}{number:07d}{letter}"


def finland(dice, born):
    serial = f"{dice.randrange(2, 900):03d}"
    check = "0123456789ABCDEFHJKLMNPRSTUVWXY"[int(born.strftime("%d%m%y") + serial) % 31]
    return f"{born:%d%m%y}{'A' if born.year >= 2000 else '-'}{serial}{check}"


def france(dice, born):
    base = (f"{dice.choice('12')}{born:%y%m}{dice.choice((13, 31, 33, 35, 44, 59, 67, 69, 75, 92)):02d}"
            f"{dice.randrange(1, 400):03d}{dice.randrange(1, 600):03d}")
    key = f"{97 - int(base) % 97:02d}"
    return dice.choice((
        base + key,
        f"{base[0]} {base[1:3]} {base[3:5]} {base[5:7]} {base[7:10]} {base[10:]} {key}"))


def greece(dice, born):
    base = born.strftime("%d%m%y") + digits(dice, 4)
    return base + luhn(base)


def croatia(dice, born):
    base = digits(dice, 10)
    return base + mod_11_10(base)


def hungary(dice, born):
    def make():
        base = "8" + digits(dice, 8)
        check = weighted(base, range(1, 10)) % 11
        return None if check == 10 else base + str(check)
    return until(make)


def hungary_social(dice, born):
    base = digits(dice, 8)
    whole = base + str(weighted(base, (3, 7, 3, 7, 3, 7, 3, 7)) % 10)
    return f"{whole[:3]} {whole[3:6]} {whole[6:]}"


def ireland(dice, born):
    base, second = digits(dice, 7), dice.choice(("", "A"))
    total = weighted(base, (8, 7, 6, 5, 4, 3, 2)) + (9 if second == "A" else 0)
    return base + "WABCDEFGHIJKLMNOPQRSTUV"[total % 23] + second


_ITALIAN_ODD = dict(zip(
    "0123456789" + LETTERS,
    (1, 0, 5, 7, 9, 13, 15, 17, 19, 21) * 2 +
    (2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23), strict=True))


def italy(dice, born, surname="", first=""):
    def letters(name, is_first):
        plain = [character for character in name.upper() if character in LETTERS]
        consonants = [character for character in plain if character not in "AEIOU"]
        if is_first and len(consonants) > 3:
            del consonants[1]
        vowels = [character for character in plain if character in "AEIOU"]
        return "".join((consonants + vowels + ["X"] * 3)[:3])
    place = dice.choice(("H501", "F205", "L219", "A944", "G273", "D612"))
    day = born.day + dice.choice((0, 40))
    base = (letters(surname, False) + letters(first, True) +
            f"{born:%y}{'ABCDEHLMPRST'[born.month - 1]}{day:02d}{place}")
    total = sum(_ITALIAN_ODD[character] for character in base[::2])
    total += sum(int(c) if c.isdigit() else LETTERS.index(c) for c in base[1::2])
    return base + LETTERS[total % 26]


def luxembourg(dice, born):
    base = born.strftime("%Y%m%d") + digits(dice, 3)
    return base + luhn(base) + verhoeff(base)


def latvia(dice, born):
    base = f"{born:%d%m%y}{2 if born.year >= 2000 else 1}{digits(dice, 3)}"
    def make():
        tail = digits(dice, 3)
        whole = base[:7] + tail
        check = (1101 - weighted(whole, (1, 6, 3, 7, 9, 10, 5, 8, 4, 2))) % 11
        return None if check == 10 else f"{whole[:6]}-{whole[6:]}{check}"
    return until(make)


def netherlands(dice, born):
    def make():
        base = dice.choice("123456789") + digits(dice, 7)
        check = weighted(base, (9, 8, 7, 6, 5, 4, 3, 2)) % 11
        return None if check == 10 else base + str(check)
    return until(make)


def poland(dice, born):
    month = born.month + (20 if born.year >= 2000 else 0)
    base = f"{born:%y}{month:02d}{born:%d}{digits(dice, 4)}"
    return base + str(-weighted(base, (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)) % 10)


def portugal(dice, born):
    base = dice.choice("123") + digits(dice, 7)
    check = 11 - weighted(base, (9, 8, 7, 6, 5, 4, 3, 2)) % 11
    return base + str(check if check < 10 else 0)


def romania(dice, born):
    sex = dice.choice("56" if born.year >= 2000 else "12")
    base = f"{sex}{born:%y%m%d}{dice.choice((1, 4, 12, 22, 35, 40)):02d}{dice.randrange(1, 999):03d}"
    check = weighted(base, (2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9)) % 11
    return base + str(1 if check == 10 else check)


def sweden(dice, born):
    base = born.strftime("%y%m%d") + digits(dice, 3)
    century = dice.choice(("", f"{born:%Y}"[:2]))
    return f"{century}{base[:6]}-{base[6:]}{luhn(base)}"


def slovenia(dice, born):
    def make():
        base = f"{born:%d%m}{born:%Y}"[:4] + f"{born:%Y}"[1:] + "50" + dice.choice("05") + digits(dice, 2)
        check = 11 - weighted(base, (7, 6, 5, 4, 3, 2) * 2) % 11
        return None if check == 10 else base + str(check % 11)
    return until(make)


def national_insurance(dice, born):
    first = dice.choice("ABCEGHJKLMNPRSTWXYZ") + dice.choice("ABCEGHJKLMNPRSTWXYZ")
    if first in ("BG", "GB", "NK", "KN", "TN", "NT", "ZZ"):
        first = "JG"
    number = digits(dice, 6)
    return dice.choice((
        f"{first}{number}{dice.choice('ABCD')}",
        f"{first} {number[:2]} {number[2:4]} {number[4:]} {dice.choice('ABCD')}"))


def national_health(dice, born):
    def make():
        base = dice.choice("4679") + digits(dice, 8)
        check = 11 - weighted(base, range(10, 1, -1)) % 11
        return None if check == 10 else base + str(check % 11)
    whole = until(make)
    return dice.choice((whole, f"{whole[:3]} {whole[3:6]} {whole[6:]}"))


def united_states(dice, born):
    return f"{dice.randrange(100, 600):03d}-{dice.randrange(10, 99)}-{dice.randrange(1000, 9999)}"


#: country: (how the number is called, the function) for the tables of all countries
BY_COUNTRY = {
    "AT": [("SV-Nummer", austria)], "BE": [("rijksregisternummer", belgium)], "BG": [("EGN", bulgaria)],
    "CY": [("TIC", cyprus)], "CZ": [("rodné číslo", czechia)],
    "DE": [("Steuer-ID", germany), ("Rentenversicherungsnummer", germany_pension)],
    "DK": [("CPR-nr.", denmark)], "EE": [("isikukood", estonia)],
    "ES": [("DNI", spain), ("NIE", spain_foreigner)], "FI": [("henkilötunnus", finland)],
    "FR": [("n° de sécurité sociale", france)], "GR": [("AMKA", greece)], "HR": [("OIB", croatia)],
    "HU": [("adóazonosító jel", hungary), ("TAJ szám", hungary_social)], "IE": [("PPS number", ireland)],
    "IT": [("codice fiscale", italy)], "LT": [("asmens kodas", lithuania)], "LU": [("matricule", luxembourg)],
    "LV": [("personas kods", latvia)], "NL": [("BSN", netherlands)], "PL": [("PESEL", poland)],
    "PT": [("NIF", portugal)], "RO": [("CNP", romania)], "SE": [("personnummer", sweden)],
    "SI": [("EMŠO", slovenia)], "SK": [("rodné číslo", czechia)],
    "GB": [("National Insurance number", national_insurance), ("NHS number", national_health)],
    "US": [("SSN", united_states)],
}
