// What can be wrong with accepted findings, organisations' details and exports. WCT2060–2079, WCT5140–5149.

extension Rule {
  package static let expiredAcceptance = Rule(
    "WCT2060", "expired-acceptance", .warning, "A finding is accepted until a day that is not over.")
  package static let unmatchedAcceptance = Rule(
    "WCT2061", "unmatched-acceptance", .warning, "An accepted finding is one that the run found.")
  package static let vagueAcceptance = Rule(
    "WCT2062", "vague-acceptance", .error,
    "An accepted finding is named, or described by its category or its place.")
  package static let exportFailed = Rule(
    "WCT5140", "export-failed", .error, "What an exporter makes of a run can be written.")
  package static let unfitHandover = Rule(
    "WCT5141", "unfit-handover", .error,
    "The files that wct hands to wct-exec are of the form that wct writes.")
  package static let unknownFinding = Rule(
    "WCT5142", "unknown-finding", .error, "A finding that is named is one of the run.")

  /// Rules on accepted findings and organisations. One line a rule, by code.
  static let acceptanceRules: [Rule] = [
    .expiredAcceptance,
    .unmatchedAcceptance,
    .vagueAcceptance,
  ]

  /// Rules on exports. One line a rule, by code.
  static let exportRules: [Rule] = [
    .exportFailed,
    .unfitHandover,
    .unknownFinding,
  ]
}
