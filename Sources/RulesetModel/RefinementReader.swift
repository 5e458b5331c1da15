// Reads what only this project's detection rules say. Knows no patterns.
internal import CanonicalJSON
internal import ComponentKit

/// Reads `validator`, `standard`, `context`, `confidence`, `severity`, `in` and `repeats`.
enum RefinementReader {
  /// The fields that it reads.
  static let fieldNames: Set<String> = [
    "validator", "standard", "context", "confidence", "severity", "in", "repeats",
  ]

  static func read(_ reader: inout RulesetFieldReader) -> RuleRefinement {
    var refinement = RuleRefinement()
    refinement.validator = reader.choice("validator", of: ValidatorName.allCases.map(\.rawValue))
      .flatMap(ValidatorName.init)
    refinement.standard = reader.text("standard")
    refinement.context = contextWords(&reader)
    refinement.confidence = reader.integer("confidence", in: 0...100)
    refinement.severity = reader.choice("severity", of: RuleSeverity.allCases.map(\.rawValue))
      .flatMap(RuleSeverity.init)
    refinement.lexicalClasses = lexicalClasses(&reader)
    refinement.repeats = reader.flag("repeats") ?? false
    return refinement
  }

  private static func lexicalClasses(_ reader: inout RulesetFieldReader) -> Set<LexicalClass> {
    let names = LexicalClass.allCases.map(\.rawValue)
    let written = reader.texts("in")
    for (index, name) in written.enumerated() where !names.contains(name) {
      reader.fail(
        "'in' expects some of \(names.joined(separator: ", ")), found '\(name)'",
        RulesetIssue.UnknownName(written: name, known: names), at: .key("in"), .index(index))
    }
    return Set(written.compactMap(LexicalClass.init))
  }

  private static func contextWords(_ reader: inout RulesetFieldReader) -> ContextWords? {
    guard let value = reader.value("context") else { return nil }
    guard let object = value.objectValue else {
      reader.fail("'context' expects a mapping, found \(value.typeName)", at: .key("context"))
      return nil
    }
    var fields = reader.nested(object, at: .key("context"))
    let excluded = fields.texts("none_of")
    let words = excluded.isEmpty ? fields.requiredTexts("any_of") : fields.texts("any_of")
    if words.isEmpty, excluded.isEmpty {
      fields.fail("'any_of' names no word, so nothing would ever count")
    }
    let window = fields.integer("window", in: 1...1000) ?? ContextWords.defaultWindow
    let side = fields.choice("side", of: ContextWords.Side.allCases.map(\.rawValue))
    let gap = fields.integer("gap", in: 0...1000)
    fields.warnOfUnknownFields()
    reader.take(fields.issues)
    return ContextWords(
      anyOf: words, noneOf: excluded, window: window, side: side.flatMap(ContextWords.Side.init) ?? .either,
      gap: gap)
  }
}
