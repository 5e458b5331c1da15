#!/usr/bin/env python3
"""Tries the check digits of the corpus on examples that their standards and their authors publish."""

import sys

from corpus.check_digits import crc32_base62, icao, luhn, mod_11_10, mod_97_10, verhoeff
from corpus import money
from corpus.keccak import keccak_256

EXAMPLES = [
    ("Luhn, ISO/IEC 7812-1", luhn("7992739871"), "3"),
    ("IBAN, ISO 13616", mod_97_10("WEST12345698765432GB"), "82"),
    ("MOD 11,10, ISO 7064", mod_11_10("0794"), "5"),
    ("Verhoeff 1969", verhoeff("236"), "3"),
    ("passport, ICAO Doc 9303", icao("L898902C3"), "6"),
    ("birthday, ICAO Doc 9303", icao("740812"), "2"),
    ("expiry, ICAO Doc 9303", icao("120415"), "9"),
    ("Italian account, IBAN registry", money._italian("X0542811101000000123456")[0], "X"),
    ("French account, IBAN registry", money._french("20041010050500013M02606")[-2:], "06"),
    ("Spanish account, IBAN registry", money._spanish("21000418450200051332")[8:10], "45"),
    ("Belgian account, IBAN registry", money._belgian("539007547034")[-2:], "34"),
    ("Portuguese account, IBAN registry", money._portuguese("000201231234567890154")[-2:], "54"),
    ("Keccak-256", keccak_256(b"abc").hex(), "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"),
    ("base 62", len(crc32_base62("zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ")), 6),
]


def main():
    wrong = [name for name, made, published in EXAMPLES if made != published]
    print("\n".join(wrong), file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
