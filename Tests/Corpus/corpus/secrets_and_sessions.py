"""Things that programs keep: keys, tokens, session ids, wallets. Random, of the published forms, of no system."""

import base64
import hashlib

from .check_digits import crc32_base62
from .keccak import keccak_256

ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
HEXADECIMAL = "0123456789abcdef"
_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def some(dice, count, alphabet=ALPHANUMERIC):
    return "".join(dice.choice(alphabet) for _ in range(count))


def api_key(dice):
    return dice.choice((
        lambda: "AKIA" + some(dice, 16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
        lambda: (lambda body: f"ghp_{body}{crc32_base62(body)}")(some(dice, 30)),
        lambda: "sk_live_" + some(dice, 24),
        lambda: f"xoxb-{dice.randrange(10**11, 10**12)}-{dice.randrange(10**11, 10**12)}-{some(dice, 24)}",
        lambda: "AIza" + some(dice, 35, ALPHANUMERIC + "-_"),
        lambda: f"SG.{some(dice, 22, ALPHANUMERIC + '-_')}.{some(dice, 43, ALPHANUMERIC + '-_')}",
        lambda: "glpat-" + some(dice, 20),
    ))()


def web_token(dice):
    def part(text):
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
    header = part('{"alg":"HS256","typ":"JWT"}')
    body = part('{"sub":"%d","iat":%d}' % (dice.randrange(10**6, 10**9), dice.randrange(1_600_000_000, 1_720_000_000)))
    return f"{header}.{body}.{some(dice, 43, ALPHANUMERIC + '-_')}"


def private_key(dice):
    kind = dice.choice(("RSA PRIVATE KEY", "PRIVATE KEY", "EC PRIVATE KEY", "OPENSSH PRIVATE KEY"))
    return _armoured(dice, kind, dice.choice((6, 9, 12)))


def public_block(dice):
    return _armoured(dice, dice.choice(("PUBLIC KEY", "CERTIFICATE", "RSA PUBLIC KEY", "CERTIFICATE REQUEST")), 5)


def _armoured(dice, kind, lines):
    body = "\n".join(some(dice, 64, ALPHANUMERIC + "+/") for _ in range(lines))
    return f"-----BEGIN {kind}-----\n{body}\n{some(dice, 30)}==\n-----END {kind}-----"


def session_id(dice):
    return dice.choice((
        lambda: some(dice, 26, "abcdefghijklmnopqrstuv0123456789"), lambda: some(dice, 32, "0123456789ABCDEF"),
        lambda: some(dice, 40, HEXADECIMAL), lambda: some(dice, 32)))()


def _base58_check(payload):
    whole = payload + hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:4]
    number, written = int.from_bytes(whole, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        written = _BASE58[digit] + written
    return "1" * (len(whole) - len(whole.lstrip(b"\0"))) + written


def _bech32(dice):
    """A version 0 address of BIP 173 for a random key hash."""
    def polymod(values):
        state = 1
        for value in values:
            top = state >> 25
            state = (state & 0x1FFFFFF) << 5 ^ value
            for bit, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
                state ^= generator if top >> bit & 1 else 0
        return state
    program = [0] + [dice.randrange(32) for _ in range(32)]
    prefix = [ord(c) >> 5 for c in "bc"] + [0] + [ord(c) & 31 for c in "bc"]
    check = polymod(prefix + program + [0] * 6) ^ 1
    return "bc1" + "".join(_BECH32[v] for v in program + [check >> 5 * (5 - i) & 31 for i in range(6)])


def _ethereum(dice):
    """An address with the capital letters of EIP-55."""
    address = some(dice, 40, HEXADECIMAL)
    digest = keccak_256(address.encode()).hex()
    return "0x" + "".join(c.upper() if int(digest[place], 16) >= 8 else c for place, c in enumerate(address))


def wallet(dice):
    return dice.choice((lambda: _base58_check(b"\0" + dice.randbytes(20)),
                        lambda: _base58_check(b"\5" + dice.randbytes(20)), lambda: _bech32(dice),
                        lambda: _ethereum(dice)))()


def wrong_wallet(dice):
    """Of the form of a Bitcoin address; the checksum does not fit."""
    right = _base58_check(b"\0" + dice.randbytes(20))
    last = _BASE58[(_BASE58.index(right[-1]) + 1 + dice.randrange(50)) % 58]
    return right[:-1] + last
