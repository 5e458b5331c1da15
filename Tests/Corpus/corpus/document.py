"""A text with its labels: templates filled in, every value's place kept. Offsets are code points, end exclusive."""

import datetime
import re

from . import devices, money, national_numbers, secrets_and_sessions as secrets, vat_numbers
from .persona import Persona

_ROWS = re.compile(r"^<<(?:rows (\d+)|countries)>>\n(.*?)^<<end>>\n", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"<<(?:(\d):)?([a-z_0-9]+)>>")

_DIAGNOSES = ("E11.9", "J45.0", "I10", "F32.1", "M54.5", "K21.9", "G43.1", "L20.8", "N39.0", "C50.9", "H40.1", "Z95.1",
              "S82.0", "J06.9", "E78.0", "F41.1", "I48.0", "D50.9")


class Document:
    """A template's marks: `<<kind>>` of the document's first person, `<<2:kind>>` of the second."""

    def __init__(self, dice, locale, locales):
        self.dice, self.locale, self.locales = dice, locale, locales
        self.text, self.labels, self.people, self.kept = "", [], {}, {}
        self.country, self.id_type = None, None

    def person(self, number=0):
        if number not in self.people:
            self.people[number] = Persona(self.dice, self.locale, self.locales)
        return self.people[number]

    def plain(self, text):
        self.text += text

    def label(self, kind, value, also=(), optional=False):
        """`also`: kinds that may be said of the same place without being wrong. `optional`: neither right nor wrong."""
        label = {"start": len(self.text), "end": len(self.text) + len(value), "kind": kind, "text": value}
        if also:
            label["also"] = sorted(also)
        if optional:
            label["optional"] = True
        self.labels.append(label)
        self.text += value

    def write(self, template):
        """Fills in a template; what stands between `<<rows N>>` and `<<end>>` comes N times, each time of
        new people; what stands between `<<countries>>` and `<<end>>`, once for each country of the tables."""
        position = 0
        for block in _ROWS.finditer(template):
            self.fill(template[position:block.start()])
            for country in range(int(block[1])) if block[1] else national_numbers.BY_COUNTRY:
                self.people, self.kept, self.country, self.id_type = {}, {}, country, None
                self.fill(block[2])
            position = block.end()
        self.fill(template[position:])
        return self

    def fill(self, template):
        position = 0
        for mark in _MARK.finditer(template):
            self.plain(template[position:mark.start()])
            self.put(int(mark[1] or 0), mark[2])
            position = mark.end()
        self.plain(template[position:])

    def put(self, number, key):
        if key in NOISE:
            self.plain(str(NOISE[key](self)))
            return
        kind, make, also, optional = VALUES[key]
        value = self.kept.get((number, key)) if key in _STABLE else None
        if value is None:
            value = make(self, self.person(number))
            self.kept[number, key] = value
        self.label(kind, value, also, optional)

    def choose_id_type(self):
        """Which of a country's numbers stands in a row, and how it is called."""
        if self.id_type is None:
            self.id_type = self.dice.choice(national_numbers.BY_COUNTRY[self.country])
        return self.id_type[0]

    def country_number(self, person):
        self.choose_id_type()
        make = self.id_type[1]
        extra = (person.last, person.first) if make is national_numbers.italy else ()
        return make(self.dice, person.born, *extra)

    @property
    def vat_country(self):
        return {"GR": "EL", "US": "MT"}.get(self.country, self.country)

    def moment(self):
        return datetime.datetime(2019, 1, 1) + datetime.timedelta(seconds=self.dice.randrange(200_000_000))


_STABLE = {"name", "first", "last", "email", "address", "address_lines", "dob", "nid", "mrn", "phone", "iban", "plate"}


def _medical_record(document, person):
    dice = document.dice
    return dice.choice((f"{dice.randrange(10**6, 10**7)}", f"{dice.randrange(1000, 9999)}-{dice.randrange(1000, 9999)}",
                        f"P{dice.randrange(10**5, 10**6)}", f"{dice.randrange(10**7, 10**8)}"))


def _isbn(dice):
    base = "978" + "".join(dice.choice("0123456789") for _ in range(9))
    check = -sum(int(d) * (1, 3)[place % 2] for place, d in enumerate(base)) % 10
    return f"{base[:3]}-{base[3:5]}-{base[5:9]}-{base[9:]}-{check}"


def _span_of_fields(document, person):
    latitude, longitude = devices.coordinates(document.dice, document.locale.centre)
    return f'{latitude:.6f}, "lng": {longitude:.6f}'


#: mark: (kind, how it is made, kinds that may be said too, optional)
VALUES = {
    "name": ("person_name", lambda d, p: p.name, (), False),
    "first": ("person_name", lambda d, p: p.first, (), False),
    "last": ("person_name", lambda d, p: p.last, (), False),
    "last_first": ("person_name", lambda d, p: f"{p.last}, {p.first}", (), False),
    "email": ("email", lambda d, p: p.email, (), False),
    "role_email": ("email", lambda d, p: f"{d.dice.choice(('service', 'info', 'contact', 'help'))}@{d.dice.choice(d.locale.domains)}", (), False),
    "phone": ("phone", lambda d, p: p.phone, (), False),
    "address": ("postal_address", lambda d, p: p.address, ("person_name",), False),
    "address_lines": ("postal_address", lambda d, p: p.address_lines, ("person_name",), False),
    "dob": ("date_of_birth", lambda d, p: p.date(), (), False),
    "dob_iso": ("date_of_birth", lambda d, p: p.born.isoformat(), (), False),
    "iban": ("iban", lambda d, p: p.iban, (), False),
    "bic": ("bic", lambda d, p: p.bic, (), False),
    "card": ("payment_card", lambda d, p: money.card(d.dice), (), False),
    "card_compact": ("payment_card", lambda d, p: money.card_compact(d.dice), (), False),
    "nid": ("national_id", lambda d, p: p.national_id, ("vat_id",), False),
    "country_nid": ("national_id", lambda d, p: d.country_number(p), ("vat_id",), False),
    "country_vat": ("vat_id", lambda d, p: vat_numbers.make(d.dice, d.vat_country), ("national_id",), False),
    "passport": ("passport", lambda d, p: p.passport, (), False),
    "mrz": ("passport", lambda d, p: p.zone, ("person_name", "date_of_birth", "national_id"), False),
    "licence": ("driving_licence", lambda d, p: p.licence, ("national_id",), False),
    "vat": ("vat_id", lambda d, p: p.vat, ("national_id",), False),
    "ip": ("ip_address", lambda d, p: devices.ipv4(d.dice), (), False),
    "ip6": ("ip_address", lambda d, p: devices.ipv6(d.dice), (), False),
    "mac": ("mac_address", lambda d, p: devices.mac(d.dice), (), False),
    "imei": ("imei", lambda d, p: devices.imei(d.dice), (), False),
    "imsi": ("imsi", lambda d, p: p.imsi, (), False),
    "session": ("session_id", lambda d, p: secrets.session_id(d.dice), ("api_key",), False),
    "analytics": ("session_id", lambda d, p: f"GA1.2.{d.dice.randrange(10**8, 2 * 10**9)}.{d.dice.randrange(1_550_000_000, 1_720_000_000)}", (), False),
    "jwt": ("api_key", lambda d, p: secrets.web_token(d.dice), ("session_id",), False),
    "gps": ("gps_coordinates", lambda d, p: devices.decimal_place(d.dice, d.locale.centre), (), False),
    "gps_dms": ("gps_coordinates", lambda d, p: devices.sexagesimal_place(d.dice, d.locale.centre), (), False),
    "gps_json": ("gps_coordinates", _span_of_fields, (), False),
    "plate": ("licence_plate", lambda d, p: p.plate, (), False),
    "mrn": ("medical_record_number", _medical_record, (), False),
    "icd": ("icd10_code", lambda d, p: d.dice.choice(_DIAGNOSES), (), False),
    "wallet": ("crypto_wallet", lambda d, p: secrets.wallet(d.dice), (), False),
    "api_key": ("api_key", lambda d, p: secrets.api_key(d.dice), (), False),
    "private_key": ("private_key", lambda d, p: secrets.private_key(d.dice), ("api_key",), False),
}

#: What looks like a value and is none, or is nothing at all.
NOISE = {
    "order": lambda d: d.dice.choice((f"{d.dice.randrange(10**8, 10**9)}", f"2024-{d.dice.randrange(10**6, 10**7):08d}",
                                      f"SO-{d.dice.randrange(10**5, 10**6)}", f"{d.dice.randrange(10**9, 10**10)}")),
    "order_number": lambda d: d.dice.randrange(10**8, 10**10),
    "role_user": lambda d: d.dice.choice(("admin", "batch", "-", "api")),
    "chrome": lambda d: f"{d.dice.randrange(90, 130)}.0.{d.dice.randrange(4000, 7000)}.{d.dice.randrange(10, 220)}",
    "country": lambda d: d.country,
    "vat_country": lambda d: d.vat_country,
    "id_type": lambda d: d.choose_id_type(),
    "uuid": lambda d: "-".join(secrets.some(d.dice, n, secrets.HEXADECIMAL) for n in (8, 4, 4, 4, 12)),
    "sha1": lambda d: secrets.some(d.dice, 40, secrets.HEXADECIMAL),
    "short": lambda d: secrets.some(d.dice, 7, secrets.HEXADECIMAL),
    "sha256": lambda d: secrets.some(d.dice, 64, secrets.HEXADECIMAL),
    "md5": lambda d: secrets.some(d.dice, 32, secrets.HEXADECIMAL),
    "version": lambda d: f"{d.dice.randrange(0, 15)}.{d.dice.randrange(0, 40)}.{d.dice.randrange(0, 20)}",
    "version4": lambda d: f"{d.dice.randrange(1, 25)}.{d.dice.randrange(0, 9)}.{d.dice.randrange(0, 60)}.{d.dice.randrange(0, 250)}",
    "timestamp": lambda d: d.moment().strftime("%Y-%m-%dT%H:%M:%SZ"),
    "epoch": lambda d: d.dice.randrange(1_500_000_000, 1_730_000_000),
    "epoch_ms": lambda d: d.dice.randrange(1_500_000_000_000, 1_730_000_000_000),
    "day": lambda d: d.moment().strftime(d.locale.date),
    "iso_day": lambda d: d.moment().strftime("%Y-%m-%d"),
    "clock": lambda d: d.moment().strftime("%H:%M:%S"),
    "bad_card": lambda d: money.wrong_card(d.dice),
    "bad_iban": lambda d: money.wrong_iban(d.dice, d.locale.country if d.locale.country != "US" else "GB"),
    "bad_imei": lambda d: devices.wrong_imei(d.dice),
    "bad_wallet": lambda d: secrets.wrong_wallet(d.dice),
    "isbn": lambda d: _isbn(d.dice),
    "ean": lambda d: f"{d.dice.randrange(10**12, 10**13)}",
    "part": lambda d: f"{d.dice.choice(('HX', 'TR', 'MK', 'QZ'))}-{d.dice.randrange(1000, 9999)}-{d.dice.randrange(10, 99)}",
    "digits": lambda d: d.dice.randrange(10**7, 10**11),
    "small": lambda d: d.dice.randrange(1, 60),
    "amount": lambda d: f"{d.dice.randrange(3, 4000)}.{d.dice.randrange(100):02d}",
    "bytes": lambda d: d.dice.randrange(200, 90_000),
    "message_id": lambda d: f"<{secrets.some(d.dice, 18)}.{d.dice.randrange(10**9, 10**10)}@mx{d.dice.randrange(1, 9)}.{d.dice.choice(d.locale.domains)}>",
    "public_block": lambda d: secrets.public_block(d.dice),
    "ssh_public": lambda d: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + secrets.some(d.dice, 43) + " deploy",
    "tx": lambda d: "0x" + secrets.some(d.dice, 64, secrets.HEXADECIMAL),
    "blob": lambda d: secrets.some(d.dice, d.dice.randrange(60, 200), secrets.ALPHANUMERIC + "+/") + "==",
    "colour": lambda d: "#" + secrets.some(d.dice, 6, secrets.HEXADECIMAL),
    "serial": lambda d: secrets.some(d.dice, 12, "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"),
    "fraction": lambda d: f"{d.dice.uniform(0, 180):.4f}, {d.dice.uniform(0, 900):.3f}",
}
