// Tells which form of address of a cryptocurrency a text has. Knows no checksums and no transactions.

/// An address with a checksum: Base58Check of Bitcoin and its relatives, Bech32, the form of Bitcoin Cash, that of Monero,
/// and that of Ethereum.
enum CryptocurrencyAddress {
  static func isValid(_ text: [UInt8]) -> Bool {
    guard text.count >= 14 else { return false }
    if text.starts(with: Array("0x".utf8)) || text.starts(with: Array("0X".utf8)) {
      return EthereumAddress.isValid(text)
    }
    return Bech32Address.isValid(text) || CashAddress.isValid(text) || Base58Address.isValid(text)
      || MoneroAddress.isValid(text)
  }
}
