"""Check digits as their standards publish them. Knows digits and letters, not what a number stands for."""


def luhn(digits):
    """The digit that ISO/IEC 7812-1 (annex B) appends to `digits`."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def weighted(digits, weights):
    """The sum of digit times weight."""
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))


def mod_97_10(text):
    """The two digits of ISO 7064 MOD 97-10 over `text`, letters counted from 10."""
    number = int("".join(str(int(character, 36)) for character in text) + "00")
    return f"{98 - number % 97:02d}"


def mod_11_10(digits):
    """The digit of ISO 7064 MOD 11,10."""
    product = 10
    for digit in digits:
        total = (int(digit) + product) % 10 or 10
        product = 2 * total % 11
    return str((11 - product) % 10)


def icao(text):
    """The digit of ICAO Doc 9303 part 3, weights 7 3 1, letters counted from 10, `<` as 0."""
    values = [0 if character == "<" else int(character, 36) for character in text]
    return str(sum(value * (7, 3, 1)[place % 3] for place, value in enumerate(values)) % 10)


_DIHEDRAL = [[(a + b) % 5 if a < 5 and b < 5 else
              (a + b) % 5 + 5 if a < 5 else
              (a - b) % 5 + 5 if b < 5 else
              (a - b) % 5 for b in range(10)] for a in range(10)]
_SHIFT = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]


def verhoeff(digits):
    """The digit of J. Verhoeff's scheme (Error Detecting Decimal Codes, 1969): dihedral group of order ten."""
    state = 0
    for place, digit in enumerate(reversed(digits), start=1):
        value = int(digit)
        for _ in range(place % 8):
            value = _SHIFT[value]
        state = _DIHEDRAL[state][value]
    return str(next(digit for digit in range(10) if _DIHEDRAL[state][digit] == 0))


def crc32_base62(text, length=6):
    """The checksum at the end of GitHub's tokens: CRC-32 in base 62, padded with zeros."""
    import zlib

    alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    number, written = zlib.crc32(text.encode()), ""
    while number:
        number, digit = divmod(number, 62)
        written = alphabet[digit] + written
    return written.rjust(length, "0")
