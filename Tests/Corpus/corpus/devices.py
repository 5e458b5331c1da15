"""Addresses and numbers of machines, places and vehicles: IP, MAC, IMEI, IMSI, coordinates, plates. All made up."""

import ipaddress

from .check_digits import luhn
from .national_numbers import digits


def ipv4(dice):
    """Mostly from ranges that are set apart for documents and private nets (RFC 5737, RFC 1918), some public ones."""
    return dice.choice((
        f"203.0.113.{dice.randrange(1, 255)}", f"198.51.100.{dice.randrange(1, 255)}",
        f"192.0.2.{dice.randrange(1, 255)}", f"10.{dice.randrange(256)}.{dice.randrange(256)}.{dice.randrange(1, 255)}",
        f"192.168.{dice.randrange(256)}.{dice.randrange(1, 255)}",
        f"{dice.choice((31, 46, 77, 81, 87, 91, 151, 178, 188, 212))}.{dice.randrange(256)}.{dice.randrange(256)}."
        f"{dice.randrange(1, 255)}"))


def ipv6(dice):
    groups = [0x2001, 0xDB8] + [dice.randrange(0x10000) for _ in range(6)]
    for place in range(3, 3 + dice.randrange(4)):
        groups[place] = 0
    whole = ipaddress.IPv6Address(b"".join(group.to_bytes(2, "big") for group in groups))
    return dice.choice((whole.compressed, whole.compressed, whole.exploded))


def mac(dice):
    groups = [f"{dice.choice((0x02, 0x3C, 0x5C, 0x84, 0xA4, 0xD8)):02x}"] + [f"{dice.randrange(256):02x}" for _ in range(5)]
    return dice.choice((":".join(groups), ":".join(groups).upper(), "-".join(groups).upper(),
                        ".".join("".join(groups)[at:at + 4] for at in (0, 4, 8))))


def imei(dice):
    base = "35" + digits(dice, 12)
    whole = base + luhn(base)
    return dice.choice((whole, whole, f"{whole[:2]}-{whole[2:8]}-{whole[8:14]}-{whole[14]}"))


def wrong_imei(dice):
    whole = "35" + digits(dice, 12)
    return whole + str((int(luhn(whole)) + dice.randrange(1, 10)) % 10)


def imsi(dice, network):
    return network + digits(dice, 15 - len(network))


def coordinates(dice, centre):
    latitude = centre[0] + dice.uniform(-0.2, 0.2)
    longitude = centre[1] + dice.uniform(-0.2, 0.2)
    return latitude, longitude


def decimal_place(dice, centre):
    latitude, longitude = coordinates(dice, centre)
    return f"{latitude:.{dice.choice((4, 5, 6))}f}, {longitude:.{dice.choice((4, 5, 6))}f}"


def sexagesimal_place(dice, centre):
    def written(angle, marks):
        whole = abs(angle)
        minutes = whole % 1 * 60
        return f"{int(whole)}°{int(minutes):02d}'{minutes % 1 * 60:04.1f}\"{marks[angle < 0]}"
    latitude, longitude = coordinates(dice, centre)
    return f"{written(latitude, 'NS')} {written(longitude, 'EW')}"


_PLATE_LETTERS = "BCDFGHJKLMNPRSTVWXYZ"


def plate(dice, country):
    def letters(count, alphabet=_PLATE_LETTERS):
        return "".join(dice.choice(alphabet) for _ in range(count))
    year = f"{dice.choice((12, 15, 18, 19, 21, 22, 53, 62, 67, 71, 72)):02d}"
    return {
        "GB": lambda: f"{letters(1, 'ABCDEFGHKLMNOPRSVWY')}{letters(1, 'ABCDEFGHJKLMNOPRSTUVWXY')}{year} {letters(3)}",
        "US": lambda: f"{dice.randrange(4, 9)}{letters(3)}{digits(dice, 3)}",
        "DE": lambda: f"{dice.choice(('B', 'M', 'HH', 'K', 'KA', 'LEV', 'DD', 'OL'))}-{letters(2)} {dice.randrange(10, 9999)}",
        "FR": lambda: f"{letters(2, 'ABCDEFGHJKLMNPQRSTVWXYZ')}-{digits(dice, 3)}-{letters(2, 'ABCDEFGHJKLMNPQRSTVWXYZ')}",
        "ES": lambda: f"{digits(dice, 4)} {letters(3, 'BCDFGHJKLMNPRSTVWXYZ')}",
        "IT": lambda: f"{letters(2, 'ABCDEFGHJKLMNPRSTVWXYZ')} {digits(dice, 3)} {letters(2, 'ABCDEFGHJKLMNPRSTVWXYZ')}",
        "NL": lambda: dice.choice((f"{letters(1)}-{digits(dice, 3)}-{letters(2)}", f"{letters(2)}-{digits(dice, 3)}-{letters(1)}",
                                   f"{digits(dice, 2)}-{letters(3)}-{digits(dice, 1)}")),
        "PL": lambda: f"{dice.choice(('WA', 'KR', 'PO', 'GD', 'WI', 'DW', 'LU'))} {digits(dice, 4)}{letters(1)}",
        "SE": lambda: f"{letters(3, 'ABCDEFGHJKLMNOPRSTUWXYZ')} {digits(dice, 3)}",
    }[country]()
