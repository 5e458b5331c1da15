// Names the checks that tell a real value from a look-alike. Knows no rules and no texts around a value.

/// A check of a matched value against the standard of its kind.
package enum ValueValidator: String, CaseIterable, Sendable {
  case luhn
  case iban
  case ipv4
  case ipv6
  case email
  case phoneE164 = "phone_e164"
  case dateOfBirth = "date_of_birth"

  /// True if `text`, all of it, is a value of this kind.
  package func accepts(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.maximumLength else { return false }
    return switch self {
    case .luhn: PaymentCardNumber.isValid(bytes)
    case .iban: InternationalBankAccountNumber.isValid(bytes)
    case .ipv4: IPv4Address.isValid(bytes)
    case .ipv6: IPv6Address.isValid(bytes)
    case .email: EmailAddress.isValid(bytes)
    case .phoneE164: PhoneNumber.isValid(bytes)
    case .dateOfBirth: DateOfBirth.isValid(bytes)
    }
  }

  /// The standard that the check follows.
  package var standard: String {
    switch self {
    case .luhn: "ISO/IEC 7812-1 Annex B"
    case .iban: "ISO 13616-1, ISO/IEC 7064 MOD 97-10"
    case .ipv4: "RFC 3986, section 3.2.2"
    case .ipv6: "RFC 4291, section 2.2"
    case .email: "RFC 5321, RFC 5322"
    case .phoneE164: "ITU-T E.164"
    case .dateOfBirth: "ISO 8601-1"
    }
  }

  /// No value of any kind is longer, in bytes.
  private static let maximumLength = 512
}
