"""Numbers of passports and driving licences in the forms of the issuing states, and machine-readable zones. Made up."""

from .check_digits import icao
from .national_numbers import LETTERS, digits

_GERMAN = "CFGHJKLMNPRTVWXYZ0123456789"


def _some(dice, count, alphabet=LETTERS):
    return "".join(dice.choice(alphabet) for _ in range(count))


def passport(dice, country):
    return {
        "GB": lambda: dice.choice("51") + digits(dice, 8),
        "US": lambda: dice.choice((_some(dice, 1, "ABCDE") + digits(dice, 8), dice.choice("456") + digits(dice, 8))),
        "DE": lambda: dice.choice("CFGHJK") + _some(dice, 8, _GERMAN),
        "FR": lambda: digits(dice, 2) + _some(dice, 2, "ABCDEFHIKLPRTV") + digits(dice, 5),
        "ES": lambda: _some(dice, 3, "ABCPX") + digits(dice, 6),
        "IT": lambda: "Y" + _some(dice, 1, "ABC") + digits(dice, 7),
        "NL": lambda: _some(dice, 2, "BCDFHNSX") + _some(dice, 6, "BCDFHJKLMNPRTVWXZ0123456789") + digits(dice, 1),
        "PL": lambda: _some(dice, 2, "ABEFZ") + digits(dice, 7),
        "SE": lambda: dice.choice((digits(dice, 8), _some(dice, 2, "AB") + digits(dice, 6))),
    }[country]()


def driving_licence(dice, country, surname, first, born):
    def british():
        plain = "".join(c for c in surname.upper() if c in LETTERS)[:5].ljust(5, "9")
        date = born.strftime("%y")[0] + f"{born.month + dice.choice((0, 50)):02d}{born.day:02d}" + born.strftime("%y")[1]
        initial = "".join(c for c in first.upper() if c in LETTERS)[:1] or "9"
        return f"{plain}{date}{initial}{dice.choice('9ABJ')}9{_some(dice, 2, 'ABCDEFGHJKLMNPRSTUVWXYZ')}"
    return {
        "GB": british,
        "US": lambda: _some(dice, 1) + digits(dice, 7),
        "DE": lambda: _some(dice, 1) + f"{dice.randrange(1, 999):03d}" + _some(dice, 6, "ABCEFHIKLMNORS0123456789") + digits(dice, 1),
        "FR": lambda: f"{dice.randrange(80, 99)}{dice.randrange(1, 12):02d}{dice.randrange(10, 95)}{digits(dice, 6)}",
        "ES": lambda: digits(dice, 8) + "-" + dice.choice("TRWAGMYFPDXBNJZSQVHLCKE"),
        "IT": lambda: _some(dice, 2, "ABCDFGHLMNPRTU") + digits(dice, 7) + _some(dice, 1),
        "NL": lambda: dice.choice("345") + digits(dice, 9),
        "PL": lambda: f"{digits(dice, 5)}/{dice.randrange(5, 24):02d}/{digits(dice, 4)}",
        "SE": lambda: f"{born:%y%m%d}-{digits(dice, 4)}",
    }[country]()


def machine_readable_zone(dice, state, surname, first, number, born):
    """The two lines of a passport, ICAO Doc 9303 part 4 (TD3)."""
    def plain(name):
        folds = str.maketrans({"Ä": "AE", "Ö": "OE", "Ü": "UE", "ß": "SS", "É": "E", "È": "E", "Ł": "L", "Ś": "S", "Ó": "O",
                               "Ż": "Z", "Ñ": "N", "Á": "A", "Í": "I", "Å": "AA", "Ç": "C", "Ë": "E", "Ą": "A", "Ń": "N"})
        return "".join(c if c in LETTERS else "<" for c in name.upper().translate(folds))
    upper = f"P<{state}{plain(surname)}<<{plain(first)}"[:44].ljust(44, "<")
    number = number.replace(" ", "").ljust(9, "<")[:9]
    birth, expiry = born.strftime("%y%m%d"), f"{dice.randrange(27, 34)}{dice.randrange(1, 13):02d}{dice.randrange(1, 29):02d}"
    personal = "<" * 14
    body = f"{number}{icao(number)}{state}{birth}{icao(birth)}{dice.choice('FM')}{expiry}{icao(expiry)}{personal}0"
    checked = body[:10] + body[13:20] + body[21:43]
    return f"{upper}\n{body}{icao(checked)}"
