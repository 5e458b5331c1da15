// Checks addresses of Bitcoin Cash. Knows no transactions.

/// `bitcoincash:q…`: CashAddr, forty-two letters of Bech32 with a checksum of forty bits.
enum CashAddress {
  static func isValid(_ text: [UInt8]) -> Bool {
    let lowered = text.map { $0 &- 0x41 < 26 ? $0 + 0x20 : $0 }
    guard lowered.starts(with: prefix), lowered.count == prefix.count + 42,
      let values = Bech32Address.values(of: lowered[prefix.count...])
    else { return false }
    return polynomial(prefix.dropLast().map { Int($0 & 31) } + [0] + values) == 0
  }

  private static let prefix = Array("bitcoincash:".utf8)

  private static func polynomial(_ values: [Int]) -> Int {
    let generators = [0x98_F2BC_8E61, 0x79_B76D_99E2, 0xF3_3E5F_B3C4, 0xAE_2EAB_E2A8, 0x1E_4F43_E470]
    let sum = values.reduce(1) { sum, value in
      var next = (sum & 0x7_FFFF_FFFF) << 5 ^ value
      for (bit, generator) in generators.enumerated() where sum >> (35 + bit) & 1 == 1 { next ^= generator }
      return next
    }
    return sum ^ 1
  }
}
