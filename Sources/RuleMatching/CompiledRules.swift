// A ruleset made ready to match: one automaton for all its words, one expression for each value pattern.
// Knows no text.
package import ComponentKit
package import RulesetModel
internal import TextMatching

/// The patterns of a ruleset, each with a slot: its number in the order of rules, literals before value patterns.
package struct CompiledRules: Sendable {
  /// What a word of the automaton is looked for.
  enum KeywordUse: Sendable {
    /// A literal of a rule.
    case pattern(slot: Int)
    /// A word that lets the rule's values count.
    case contextWord(rule: Int)
    /// A word that keeps the rule's values from counting.
    case excludingWord(rule: Int)
    /// What may begin a table in SQL.
    case tableStatement(TableStatements.Kind)
  }

  /// A regular expression of a rule. An object, since it is handed about for each text and pattern.
  final class ValuePattern: Sendable {
    let slot: Int
    let rule: Int
    let expression: RegularExpression

    init(slot: Int, rule: Int, expression: RegularExpression) {
      self.slot = slot
      self.rule = rule
      self.expression = expression
    }
  }

  package let rules: [DetectionRule]
  let automaton: KeywordAutomaton
  /// By the index of the word in the automaton.
  let keywordUses: [KeywordUse]
  let valuePatterns: [ValuePattern]
  /// The slots of each rule.
  let slots: [Range<Int>]
  let ruleOfSlot: [Int]
  /// The pattern of each slot, as the ruleset writes it.
  package let patterns: [String]
  /// By slot: the first slot of the same pattern.
  let firstSlots: [Int]
  /// By rule: the first rule whose fields have the same texts.
  package let firstRules: [Int]
  /// By rule: the check that its values must pass.
  let validators: [ValueValidator?]
  /// Where in a text the value patterns can match; those of rules that ask for a word near them are not in it.
  let valueIndex: ValuePatternIndex
  /// Whether some rule asks for parts of programs.
  let asksForLexicalClasses: Bool
  /// By value pattern: its number in the index; nil if it is not in it.
  let indexNumbers: [Int?]

  /// - Parameter fields: the fields that tell findings apart.
  /// - Throws: ``ComponentFailure`` that names the rule whose pattern can't be used.
  package init(_ ruleset: DetectionRuleset, fields: [String]) throws(ComponentFailure) {
    var builder = Builder()
    for (index, rule) in ruleset.rules.enumerated() { try builder.add(rule, index) }
    rules = ruleset.rules
    if ruleset.rules.contains(where: { $0.refinement.context?.anyOf.isEmpty == false }) {
      for kind in TableStatements.Kind.allCases {
        builder.words.append(kind.rawValue)
        builder.uses.append(.tableStatement(kind))
      }
    }
    automaton = try builder.automaton(of: ruleset)
    keywordUses = builder.uses
    valuePatterns = builder.valuePatterns
    let free = valuePatterns.indices.filter { index in
      ruleset.rules[builder.valuePatterns[index].rule].refinement.context?.anyOf.isEmpty != false
    }
    valueIndex = ValuePatternIndex(free.map { builder.valuePatterns[$0].expression })
    var numbers = [Int?](repeating: nil, count: builder.valuePatterns.count)
    for (number, index) in free.enumerated() where valueIndex.isIndexed[number] { numbers[index] = number }
    indexNumbers = numbers
    slots = builder.slots
    patterns = builder.patterns
    firstSlots = Self.firstIndices(of: builder.patterns.map { [Array($0.utf8)] })
    asksForLexicalClasses = ruleset.rules.contains { !$0.refinement.lexicalClasses.isEmpty }
    validators = ruleset.rules.map { rule in
      rule.refinement.validator.flatMap { ValueValidator(rawValue: $0.rawValue) }
    }
    firstRules = Self.firstIndices(
      of: ruleset.rules.map { rule in fields.map { Array((rule.fields[$0] ?? "").utf8) } })
    ruleOfSlot = slots.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element.count) }
  }

  /// For each element the index of the first one that equals it. Bytes are compared, not characters.
  private static func firstIndices(of elements: [[[UInt8]]]) -> [Int] {
    var first: [[[UInt8]]: Int] = [:]
    return elements.enumerated().map { index, element in
      if let earlier = first[element] { return earlier }
      first[element] = index
      return index
    }
  }

  private struct Builder {
    var words: [String] = []
    var uses: [KeywordUse] = []
    var valuePatterns: [ValuePattern] = []
    var slots: [Range<Int>] = []
    var patterns: [String] = []

    mutating func add(_ rule: DetectionRule, _ index: Int) throws(ComponentFailure) {
      let first = patterns.count
      for pattern in rule.patterns {
        words.append(pattern)
        uses.append(.pattern(slot: patterns.count))
        patterns.append(pattern)
      }
      for pattern in rule.valuePatterns {
        let expression = try Self.compile(pattern, of: rule)
        valuePatterns.append(ValuePattern(slot: patterns.count, rule: index, expression: expression))
        patterns.append(pattern)
      }
      add(rule.refinement.context?.anyOf ?? [], as: .contextWord(rule: index))
      add(rule.refinement.context?.noneOf ?? [], as: .excludingWord(rule: index))
      slots.append(first..<patterns.count)
    }

    /// Names of fields have '_' where texts have a space, so words of a context are looked for with both.
    private mutating func add(_ context: [String], as use: KeywordUse) {
      let known = Set(context)
      words += context
      for word in context where word.utf8.contains(0x20) {
        let name = String(decoding: word.utf8.map { $0 == 0x20 ? 0x5F : $0 }, as: UTF8.self)
        if !known.contains(name) { words.append(name) }
      }
      uses += Array(repeating: use, count: words.count - uses.count)
    }

    private static func compile(
      _ pattern: String, of rule: DetectionRule
    ) throws(ComponentFailure) -> RegularExpression {
      do {
        return try RegularExpression(python: pattern)
      } catch {
        throw ComponentFailure(
          "the value pattern '\(pattern)' of the rule '\(rule.name)': \(error)", kind: .rulesUnfit)
      }
    }

    func automaton(of ruleset: DetectionRuleset) throws(ComponentFailure) -> KeywordAutomaton {
      do {
        return try KeywordAutomaton(patterns: words)
      } catch {
        throw ComponentFailure(
          "the patterns of the ruleset '\(ruleset.name)' can't be searched for: \(error)", kind: .rulesUnfit)
      }
    }
  }
}
