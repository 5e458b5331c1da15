// What keeps a file from being laid out anew. WCT905x.

extension Rule {
  package static let notFormatted = Rule(
    "WCT9050", "not-formatted", .error, "A file that is to be laid out has a layout that the formatter knows.")

  /// Rules of the formatter. One line a rule, by code.
  static let layoutRules: [Rule] = [
    .notFormatted
  ]
}
