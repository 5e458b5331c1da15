// Keeps matches to the parts of a program that their rules ask for. Knows no patterns.
internal import RulesetModel

/// The parts of one text, if it is a program and some rule asks for parts.
struct LexicalFilter: Sendable {
  private var lexer: SourceLexer?

  init() {}

  init(_ rules: CompiledRules, _ text: Span<UInt8>, language: String?) {
    guard rules.asksForLexicalClasses, let language else { return }
    lexer = SourceLexer(text, language: language)
  }

  /// Whether a match that begins at a place is where its rule looks. A text that is no program has no parts.
  func admits(_ position: Int, of rule: Int, _ rules: CompiledRules, in text: Span<UInt8>) -> Bool {
    guard let lexer else { return true }
    let wanted = rules.rules[rule].refinement.lexicalClasses
    guard !wanted.isEmpty, position < text.count else { return true }
    return lexer.lexicalClass(at: position, in: text).map(wanted.contains) ?? false
  }
}
