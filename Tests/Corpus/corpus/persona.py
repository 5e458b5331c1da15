"""One invented person of a locale: who they are, where they live, and the numbers that belong to them."""

import datetime

from . import devices, documents_of_identity, money, national_numbers, vat_numbers

_FOLDS = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e", "è": "e", "ê": "e", "ë": "e", "ï": "i", "ı": "i", "í": "i", "á": "a",
    "à": "a", "ó": "o", "ò": "o", "ú": "u", "ñ": "n", "ç": "c", "å": "a", "ø": "o", "ł": "l", "ą": "a", "ę": "e", "ś": "s",
    "ć": "c", "ń": "n", "ż": "z", "ź": "z", "ô": "o", "î": "i", "û": "u", "ý": "y"})


def plain(name):
    """A name as it stands in a mail address."""
    return "".join(c for c in name.lower().translate(_FOLDS) if c.isascii() and c.isalnum())


def fill(dice, form):
    """# becomes a digit, @ a capital letter that postcodes use."""
    return "".join(dice.choice("0123456789") if c == "#" else dice.choice("ABDEFGHJLNPRSTUWXYZ") if c == "@" else c for c in form)


class Persona:
    def __init__(self, dice, locale, locales):
        self.dice, self.locale = dice, locale
        names = locale if dice.random() < 0.88 else dice.choice(locales)
        self.first, self.last = dice.choice(names.first), dice.choice(names.last)
        self.born = datetime.date(1941, 1, 1) + datetime.timedelta(days=dice.randrange(23_700))
        self.street, self.number = dice.choice(locale.streets), str(dice.randrange(1, 190)) + dice.choice(("", "", "", "a"))
        if locale.country == "US":
            self.number = str(dice.randrange(100, 9900))
        form, self.city = dice.choice(locale.places)
        self.postcode = fill(dice, form)

    @property
    def name(self):
        return f"{self.first} {self.last}"

    @property
    def address(self):
        return self.locale.address.format(street=self.street, number=self.number, postcode=self.postcode, city=self.city)

    @property
    def address_lines(self):
        street, rest = self.address.split(", ", 1) if self.locale.country != "ES" else self.address.rsplit(", ", 1)
        return f"{street}\n{rest}"

    @property
    def email(self):
        first, last = plain(self.first), plain(self.last)
        local = self.dice.choice((f"{first}.{last}", f"{first[0]}.{last}", f"{first}_{last}", f"{last}{self.born:%y}",
                                  f"{first}{self.dice.randrange(10, 99)}", f"{first}.{last}+shop", f"{first[0]}{last}"))
        return f"{local}@{self.dice.choice(self.locale.domains)}"

    @property
    def phone(self):
        return fill(self.dice, self.dice.choice(self.locale.phones))

    def date(self, day=None):
        return (day or self.born).strftime(self.locale.date)

    @property
    def national_id(self):
        make = self.dice.choice(national_numbers.BY_COUNTRY[self.locale.country])[1]
        if make is national_numbers.italy:
            return make(self.dice, self.born, self.last, self.first)
        return make(self.dice, self.born)

    @property
    def iban_country(self):
        return self.locale.country if self.locale.country != "US" else self.dice.choice(("GB", "DE", "IE"))

    @property
    def iban(self):
        return money.iban(self.dice, self.iban_country)

    @property
    def bic(self):
        return money.bic(self.dice, self.locale.country)

    @property
    def vat(self):
        country = self.locale.country
        return vat_numbers.make(self.dice, country if country != "US" else self.dice.choice(("IE", "GB", "NL")))

    @property
    def passport(self):
        return documents_of_identity.passport(self.dice, self.locale.country)

    @property
    def licence(self):
        return documents_of_identity.driving_licence(
            self.dice, self.locale.country, self.last, self.first, self.born)

    @property
    def zone(self):
        return documents_of_identity.machine_readable_zone(
            self.dice, self.locale.state, self.last, self.first, self.passport, self.born)

    @property
    def plate(self):
        return devices.plate(self.dice, self.locale.country)

    @property
    def imsi(self):
        return devices.imsi(self.dice, self.locale.network)
