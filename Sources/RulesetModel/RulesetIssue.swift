// What is wrong with a ruleset, and where in it. Knows no files.
package import ComponentKit

/// One fault of a ruleset, or something odd that does no harm.
package struct RulesetIssue: Sendable, Hashable, CustomStringConvertible {
  /// What a name was taken for, so that a likely one can be suggested.
  package struct UnknownName: Sendable, Hashable {
    package let written: String
    package let known: [String]
  }

  package let message: String
  /// The keys and indices that lead to the value; to where a missing field belongs for a missing one.
  package let path: [SchemaPathElement]
  /// Whether the ruleset can't be used.
  package let isError: Bool
  package var unknownName: UnknownName?
  /// Whether it is about the last key of the path, and not about its value.
  package var isAboutKey = false

  package var description: String { message }

  package init(
    message: String, path: [SchemaPathElement], isError: Bool, unknownName: UnknownName? = nil
  ) {
    self.message = message
    self.path = path
    self.isError = isError
    self.unknownName = unknownName
  }
}

/// A ruleset as far as it could be read.
package struct DecodedRuleset<Ruleset: Sendable>: Sendable {
  /// Nil when any issue is an error.
  package let ruleset: Ruleset?
  package let issues: [RulesetIssue]

  package var errors: [RulesetIssue] { issues.filter(\.isError) }

  init(_ ruleset: Ruleset?, _ issues: [RulesetIssue]) {
    self.ruleset = issues.contains(where: \.isError) ? nil : ruleset
    self.issues = issues
  }
}

/// Says why a regular expression can't be used, or nil when it can.
///
/// The model links no regular expression engine: whoever has one hands the check in.
package typealias PatternCheck = @Sendable (_ pattern: String) -> String?
