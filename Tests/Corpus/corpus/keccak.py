"""Keccak-256 as Ethereum uses it (the padding before FIPS 202), in plain Python; for short inputs."""

_MASK = (1 << 64) - 1


def _turn(lane, count):
    count %= 64
    return (lane << count | lane >> (64 - count)) & _MASK if count else lane


def _permute(lanes):
    register = 1
    for _ in range(24):
        columns = [lanes[x][0] ^ lanes[x][1] ^ lanes[x][2] ^ lanes[x][3] ^ lanes[x][4] for x in range(5)]
        for x in range(5):
            change = columns[(x + 4) % 5] ^ _turn(columns[(x + 1) % 5], 1)
            for y in range(5):
                lanes[x][y] ^= change
        x, y, moved = 1, 0, lanes[1][0]
        for step in range(24):
            x, y = y, (2 * x + 3 * y) % 5
            moved, lanes[x][y] = lanes[x][y], _turn(moved, (step + 1) * (step + 2) // 2)
        for y in range(5):
            row = [lanes[x][y] for x in range(5)]
            for x in range(5):
                lanes[x][y] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5])
        for bit in range(7):
            register = (register << 1 ^ (register >> 7) * 0x71) % 256
            if register & 2:
                lanes[0][0] ^= 1 << ((1 << bit) - 1)


def keccak_256(message):
    rate = 136
    block = bytearray(message) + b"\1" + bytes(-len(message) % rate or rate)
    block = block[:(len(message) // rate + 1) * rate]
    block[-1] |= 0x80
    lanes = [[0] * 5 for _ in range(5)]
    for start in range(0, len(block), rate):
        for place in range(rate // 8):
            lanes[place % 5][place // 5] ^= int.from_bytes(block[start + place * 8:start + place * 8 + 8], "little")
        _permute(lanes)
    return b"".join(lanes[place % 5][place // 5].to_bytes(8, "little") for place in range(4))
