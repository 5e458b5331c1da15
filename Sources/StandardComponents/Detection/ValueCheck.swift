// Checks values that a rule's pattern matched. Knows which check a name stands for, not how it works.
internal import RulesetModel
internal import TextMatching

extension ValidatorName {
  /// Whether a value, UTF-8, passes.
  func accepts(_ value: Span<UInt8>) -> Bool {
    ValueValidator(rawValue: rawValue)?.accepts(EvidenceText.string(value, 0..<value.count)) ?? false
  }
}
