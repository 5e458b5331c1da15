// Detection rules as values: what to look for, and what it means. Knows neither files nor matching.

/// A checked detection ruleset.
package struct DetectionRuleset: Sendable, Hashable {
  package let name: String
  package let version: String
  package let description: String
  /// In the order of the file, which is the order of findings.
  package let rules: [DetectionRule]

  package init(name: String, version: String, description: String, rules: [DetectionRule]) {
    self.name = name
    self.version = version
    self.description = description
    self.rules = rules
  }
}

/// One rule: literals and regular expressions that stand for one thing.
package struct DetectionRule: Sendable, Hashable {
  package let name: String
  package let description: String
  /// Literals that are looked for as whole words, whatever their case.
  package let patterns: [String]
  /// Regular expressions in Python's syntax.
  package let valuePatterns: [String]
  /// The texts of the kind's own fields: `category` and the like.
  package let fields: [String: String]
  /// 1–50, for the kinds that have it.
  package let confidenceWeight: Int?
  package let refinement: RuleRefinement

  package init(
    name: String, description: String, patterns: [String], valuePatterns: [String], fields: [String: String],
    confidenceWeight: Int?, refinement: RuleRefinement
  ) {
    self.name = name
    self.description = description
    self.patterns = patterns
    self.valuePatterns = valuePatterns
    self.fields = fields
    self.confidenceWeight = confidenceWeight
    self.refinement = refinement
  }
}

/// What only this project's rules say. Rules of the Python framework have none of it.
package struct RuleRefinement: Sendable, Hashable {
  /// The check that a match of a value pattern must pass to count.
  package var validator: ValidatorName?
  /// The document that defines the values: "ISO 13616-1".
  package var standard: String?
  /// The words that must, or must not, stand near a match of a value pattern for it to count.
  package var context: ContextWords?
  /// How likely a match is what the rule takes it for, 0–100.
  package var confidence: Int?
  package var severity: RuleSeverity?
  /// In which parts of a program the rule looks; empty: in all of it. Texts that are no programs have no parts.
  package var lexicalClasses: Set<LexicalClass> = []
  /// Whether the words with capital letters of a value count wherever they come again in the same text.
  package var repeats = false

  package init() {}

  /// Whether a finding has something to say of the rule.
  package var isEmpty: Bool { self == RuleRefinement() }
}

/// The parts of a program that a rule may ask for (`in`).
package enum LexicalClass: String, Sendable, CaseIterable {
  case identifier, string, comment
}

/// Words that must, or must not, stand near a value.
package struct ContextWords: Sendable, Hashable {
  /// The distance that holds where a rule gives none.
  package static let defaultWindow = 50

  /// One of them must be there; empty: none need be. Matched like the literals of a rule.
  package let anyOf: [String]
  /// None of them may be there on the line of the value.
  package let noneOf: [String]
  /// A word counts when it lies wholly within this many code points before or after the value.
  package let window: Int
  package let side: Side
  /// At most so many code points may be between the word and the value; nil where the window alone says.
  package let gap: Int?

  /// Where the words stand that say something about a value.
  package enum Side: String, Sendable, CaseIterable {
    /// In front of it or behind it.
    case either
    /// In front of it only; the nearest word decides.
    case before
    /// As `before`; where no word stands in front, one behind it in the same row counts, unless that word has a value
    /// of its own behind it.
    case row
  }

  /// Whether words in front of a value are asked first, and the nearest of them decides.
  package var isBefore: Bool { side != .either }

  package init(anyOf: [String], noneOf: [String] = [], window: Int, side: Side = .either, gap: Int? = nil) {
    self.anyOf = anyOf
    self.noneOf = noneOf
    self.window = window
    self.side = side
    self.gap = gap
  }
}
