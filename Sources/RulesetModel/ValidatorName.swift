// The value checks that a rule can ask for. Knows none of their implementations.

/// The name of a check that a matched value must pass to count. `TextMatching` has one of each name.
package enum ValidatorName: String, Sendable, CaseIterable {
  case luhn
  case iban
  case ipv4
  case ipv6
  case email
  case phoneE164 = "phone_e164"
  case dateOfBirth = "date_of_birth"
}

/// How much a finding of a rule matters.
package enum RuleSeverity: String, Sendable, CaseIterable {
  case low, medium, high, critical
}
