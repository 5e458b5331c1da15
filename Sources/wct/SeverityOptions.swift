// The options that decide how much each rule matters.
internal import ArgumentParser
internal import Diagnostics

extension SeverityProfile.Base: ExpressibleByArgument {}

struct SeverityOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which rules are errors, warnings and notes (default: the one of each rule).", valueName: "NAME"))
  var profile: SeverityProfile.Base?

  @Option(
    name: .customLong("rule"),
    help: ArgumentHelp(
      "A rule, by code, name or beginning of codes, and off, note, warning or error (repeatable).",
      valueName: "CODE=LEVEL"))
  var rules: [String] = []

  mutating func validate() throws { _ = try settings() }

  /// What was asked for.
  func severities() throws -> SeverityProfile {
    SeverityProfile(base: profile ?? .default, overrides: try settings())
  }

  /// What was asked for rule by rule; wrong ones were refused when the options were validated.
  var overrides: [RuleSetting] { (try? settings()) ?? [] }

  private func settings() throws -> [RuleSetting] {
    try rules.map { text in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2 else { throw ValidationError("--rule takes CODE=LEVEL, found '\(text)'") }
      do {
        return try RuleSetting(parts[0], parts[1])
      } catch {
        throw ValidationError("--rule: \(error)")
      }
    }
  }
}
