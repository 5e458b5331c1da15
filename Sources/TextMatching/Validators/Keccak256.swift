// The hash that Ethereum uses. Knows no addresses.

/// Keccak with a capacity of 512 bits and the padding of the original submission, as Ethereum uses it; SHA3-256
/// (FIPS 202) differs in the padding alone.
enum Keccak256 {
  /// The 32 bytes of the hash of a short text, at most 135 bytes.
  static func hash(_ text: [UInt8]) -> [UInt8] {
    precondition(text.count < 136, "one block only")
    var block = text + [UInt8](repeating: 0, count: 136 - text.count)
    block[text.count] ^= 0x01
    block[135] ^= 0x80
    var state = [UInt64](repeating: 0, count: 25)
    for (index, byte) in block.enumerated() { state[index / 8] ^= UInt64(byte) << UInt64(index % 8 * 8) }
    permute(&state)
    return (0..<32).map { index -> UInt8 in
      let shift = UInt64(index % 8 * 8)
      return UInt8(truncatingIfNeeded: state[index / 8] >> shift)
    }
  }

  /// Keccak-f[1600].
  private static func permute(_ state: inout [UInt64]) {
    for constant in roundConstants {
      theta(&state)
      state = rhoAndPi(state)
      let before = state
      for index in 0..<25 {
        let row = index / 5 * 5
        let next: UInt64 = before[row + (index + 1) % 5]
        let afterNext: UInt64 = before[row + (index + 2) % 5]
        state[index] = before[index] ^ (~next & afterNext)
      }
      state[0] ^= constant
    }
  }

  private static func theta(_ state: inout [UInt64]) {
    var columns = [UInt64](repeating: 0, count: 5)
    for index in 0..<25 { columns[index % 5] ^= state[index] }
    for index in 0..<25 {
      let x = index % 5
      let turned: UInt64 = rotated(columns[(x + 1) % 5], 1)
      state[index] ^= columns[(x + 4) % 5] ^ turned
    }
  }

  private static func rhoAndPi(_ state: [UInt64]) -> [UInt64] {
    var result = [UInt64](repeating: 0, count: 25)
    for x in 0..<5 {
      for y in 0..<5 {
        let target = y + 5 * ((2 * x + 3 * y) % 5)
        result[target] = rotated(state[x + 5 * y], rotations[x + 5 * y])
      }
    }
    return result
  }

  private static func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 {
    count == 0 ? word : word << count | word >> (64 - count)
  }

  private static let rotations: [UInt64] = [
    0, 1, 62, 28, 27, 36, 44, 6, 55, 20, 3, 10, 43, 25, 39, 41, 45, 15, 21, 8, 18, 2, 61, 56, 14,
  ]

  private static let roundConstants: [UInt64] = [
    0x0000_0000_0000_0001, 0x0000_0000_0000_8082, 0x8000_0000_0000_808A, 0x8000_0000_8000_8000,
    0x0000_0000_0000_808B, 0x0000_0000_8000_0001, 0x8000_0000_8000_8081, 0x8000_0000_0000_8009,
    0x0000_0000_0000_008A, 0x0000_0000_0000_0088, 0x0000_0000_8000_8009, 0x0000_0000_8000_000A,
    0x0000_0000_8000_808B, 0x8000_0000_0000_008B, 0x8000_0000_0000_8089, 0x8000_0000_0000_8003,
    0x8000_0000_0000_8002, 0x8000_0000_0000_0080, 0x0000_0000_0000_800A, 0x8000_0000_8000_000A,
    0x8000_0000_8000_8081, 0x8000_0000_0000_8080, 0x0000_0000_8000_0001, 0x8000_0000_8000_8008,
  ]
}
