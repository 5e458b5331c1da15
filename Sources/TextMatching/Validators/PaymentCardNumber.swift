// Checks payment card numbers. Knows no other identifiers.

/// A payment card number: the issuer's range, its length, and the check digit of ISO/IEC 7812-1 Annex B (Luhn).
///
/// Digits may be grouped by single spaces or hyphens. The ranges are those the card networks publish; they keep
/// out order numbers and the like, of which one in ten would pass the check digit alone.
enum PaymentCardNumber {
  /// Numbers that begin with `first` to `last` (both of as many digits) have one of these lengths.
  struct IssuerRange: Sendable {
    let first: Int
    let last: Int
    let lengths: ClosedRange<Int>
  }

  static func isValid(_ text: [UInt8]) -> Bool {
    guard let digits = SeparatedDigits.read(text[...], separators: [0x20, 0x2D]) else { return false }
    return (12...19).contains(digits.count) && isIssued(digits) && CheckDigit.isLuhn(digits)
      && Set(digits).count > 1
  }

  private static func isIssued(_ digits: [Int]) -> Bool {
    ranges.contains { range in
      let prefix = SeparatedDigits.value(digits.prefix(String(range.first).utf8.count)) ?? 0
      return (range.first...range.last).contains(prefix) && range.lengths.contains(digits.count)
    }
  }

  private static let ranges: [IssuerRange] = [
    IssuerRange(first: 4, last: 4, lengths: 13...13),  // Visa
    IssuerRange(first: 4, last: 4, lengths: 16...16),
    IssuerRange(first: 4, last: 4, lengths: 19...19),
    IssuerRange(first: 51, last: 55, lengths: 16...16),  // Mastercard
    IssuerRange(first: 2221, last: 2720, lengths: 16...16),
    IssuerRange(first: 34, last: 34, lengths: 15...15),  // American Express
    IssuerRange(first: 37, last: 37, lengths: 15...15),
    IssuerRange(first: 300, last: 305, lengths: 14...19),  // Diners Club
    IssuerRange(first: 3095, last: 3095, lengths: 14...19),
    IssuerRange(first: 36, last: 36, lengths: 14...19),
    IssuerRange(first: 38, last: 39, lengths: 14...19),
    IssuerRange(first: 6011, last: 6011, lengths: 16...19),  // Discover
    IssuerRange(first: 644, last: 649, lengths: 16...19),
    IssuerRange(first: 65, last: 65, lengths: 16...19),
    IssuerRange(first: 3528, last: 3589, lengths: 16...19),  // JCB
    IssuerRange(first: 62, last: 62, lengths: 16...19),  // UnionPay
    IssuerRange(first: 81, last: 82, lengths: 16...16),  // UnionPay, RuPay
    IssuerRange(first: 60, last: 60, lengths: 16...16),  // RuPay
    IssuerRange(first: 508, last: 508, lengths: 16...16),
    IssuerRange(first: 5018, last: 5018, lengths: 12...19),  // Maestro
    IssuerRange(first: 50, last: 50, lengths: 16...16),
    IssuerRange(first: 56, last: 58, lengths: 16...16),
    IssuerRange(first: 67, last: 67, lengths: 16...19),
    IssuerRange(first: 636, last: 639, lengths: 16...19),  // Maestro, InterPayment, InstaPayment
    IssuerRange(first: 2131, last: 2131, lengths: 15...15),  // JCB, of the past
    IssuerRange(first: 1800, last: 1800, lengths: 15...15),
    IssuerRange(first: 5020, last: 5020, lengths: 12...19),
    IssuerRange(first: 5038, last: 5038, lengths: 12...19),
    IssuerRange(first: 5893, last: 5893, lengths: 12...19),
    IssuerRange(first: 6304, last: 6304, lengths: 12...19),
    IssuerRange(first: 6759, last: 6759, lengths: 12...19),
    IssuerRange(first: 6761, last: 6763, lengths: 12...19),
    IssuerRange(first: 2200, last: 2204, lengths: 16...19),  // Mir
    IssuerRange(first: 9792, last: 9792, lengths: 16...16),  // Troy
  ]
}
