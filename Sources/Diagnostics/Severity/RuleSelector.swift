// Which rules somebody means: one by its code or name, or all whose codes begin alike, as ruff's selectors do.

/// A rule's code (`WCT9006`), its name (`unused-artifact`), or the beginning of codes (`WCT9`, `WCT90`).
package struct RuleSelector: Sendable, Hashable, CustomStringConvertible {
  /// A whole code, or its beginning.
  private let prefix: String
  /// As it was written.
  package let description: String

  /// How exact it is: that of a whole code is the greatest.
  var length: Int { prefix.utf8.count }

  /// Reads a selector; capitals count as small letters.
  package init(_ text: String) throws(RuleSettingError) {
    description = text
    let code = text.uppercased()
    if let named = Rule.named(text) {
      prefix = named.code
    } else if code.hasPrefix("WCT"), Rule.all.contains(where: { $0.code.hasPrefix(code) }) {
      prefix = code
    } else {
      throw RuleSettingError(
        "there is no rule '\(text)'", suggestion: closest(to: text, among: Rule.writtenForms))
    }
  }

  /// Whether it means the rule.
  package func covers(_ rule: Rule) -> Bool { rule.code.hasPrefix(prefix) }

  /// The rules that it means.
  package var rules: [Rule] { Rule.all.filter(covers) }
}

extension Rule {
  /// The rule of a code or a name; capitals count as small letters.
  package static func named(_ text: String) -> Rule? {
    let (code, name) = (text.uppercased(), text.lowercased())
    return all.first { $0.code == code || $0.name == name }
  }

  /// What people can type for a rule: all names, then all codes.
  package static var writtenForms: [String] { all.map(\.name) + all.map(\.code) }
}

/// Why a setting of a rule can't be used.
package struct RuleSettingError: Error, Sendable, CustomStringConvertible {
  /// What was expected and found, without the suggestion.
  package let message: String
  /// What was probably meant.
  package let suggestion: String?

  init(_ message: String, suggestion: String? = nil) {
    self.message = message
    self.suggestion = suggestion
  }

  package var description: String { message + (suggestion.map { "; did you mean '\($0)'?" } ?? "") }
}
