// How a programming language marks comments and strings. Knows no text; the languages are beside it.
internal import RulesetModel

/// The marks of one language.
struct LexicalRules: Sendable {
  struct Comment: Sendable {
    let open: [UInt8]
    let close: [UInt8]
    var nests = false

    init(_ open: String, _ close: String, nests: Bool = false) {
      self.open = Array(open.utf8)
      self.close = Array(close.utf8)
      self.nests = nests
    }
  }

  /// Code inside of a string.
  struct Interpolation: Sendable, Equatable {
    let open: [UInt8]
    /// What opens and closes within it: `{` and `}`, or `(` and `)`.
    let brackets: (UInt8, UInt8)
    /// Whether the mark, twice, stands for itself.
    let isDoubled: Bool

    init(_ open: String, _ brackets: (Character, Character) = ("{", "}"), isDoubled: Bool = false) {
      self.open = Array(open.utf8)
      self.brackets = (brackets.0.asciiValue ?? 0, brackets.1.asciiValue ?? 0)
      self.isDoubled = isDoubled
    }

    static func == (left: Self, right: Self) -> Bool {
      left.open == right.open && left.brackets == right.brackets
    }

    static let dollar = Interpolation("${")
    static let number = Interpolation("#{")
    static let brace = Interpolation("{", isDoubled: true)
    static let parenthesis = Interpolation("\\(", ("(", ")"))
    static let phpVariable = Interpolation("{$")
  }

  struct Quote: Sendable {
    enum Escape: Sendable {
      case backslash, doubling, none
      /// Either, as databases differ: a backslash counts unless the string seems to end behind it.
      case sql
    }

    let open: [UInt8]
    let close: [UInt8]
    var escape = Escape.backslash
    /// Whether the string goes on after the end of a line.
    var spansLines = false
    var interpolations: [Interpolation] = []
    /// Whether `$name` is code.
    var namesVariables = false
    /// A quoted name is an identifier.
    var lexicalClass = LexicalClass.string

    init(
      _ open: String, _ close: String? = nil, _ escape: Escape = .backslash, spansLines: Bool = false,
      _ interpolations: Interpolation..., namesVariables: Bool = false, lexicalClass: LexicalClass = .string
    ) {
      self.init(
        open: Array(open.utf8), close: Array((close ?? open).utf8), escape, spansLines: spansLines,
        interpolations)
      self.namesVariables = namesVariables
      self.lexicalClass = lexicalClass
    }

    init(
      open: [UInt8], close: [UInt8], _ escape: Escape, spansLines: Bool,
      _ interpolations: [Interpolation] = []
    ) {
      self.open = open
      self.close = close
      self.escape = escape
      self.spansLines = spansLines
      self.interpolations = interpolations
    }
  }

  /// What takes more than a pair of marks.
  enum Feature: Sendable {
    /// `/…/` where an expression begins.
    case regularExpressions
    /// `<p>…</p>` where an expression begins.
    case markup
    /// `f"…{x}…"`; a string that is a statement is documentation.
    case python
    /// `<<<END`
    case phpDocuments
    /// `<<~END`, `%w[…]`, `?"`, `__END__`
    case ruby
    /// `'a'` against `'a`, and `r#"…"#`
    case rust
    /// `#"…"#`
    case swift
    /// `@"…"`, `$"…{x}…"`, `"""…"""` with any number of quotes
    case csharp
  }

  /// Where programs stand in text that is none.
  struct Embedding: Sendable {
    let open: [UInt8]
    let close: [UInt8]

    init(_ open: String, _ close: String) {
      self.open = Array(open.utf8)
      self.close = Array(close.utf8)
    }
  }

  /// Marks after which the rest of the line is a comment.
  let lineComments: [[UInt8]]
  let blockComments: [Comment]
  /// The longer marks first.
  let quotes: [Quote]
  let features: [Feature]
  var embedding: Embedding?
  /// Words behind which an expression begins.
  let keywords: Set<String>

  init(
    line: [String], block: [Comment], quotes: [Quote], _ features: [Feature] = [], keywords: Set<String> = [],
    embedding: Embedding? = nil
  ) {
    lineComments = line.map { Array($0.utf8) }
    blockComments = block
    self.quotes = quotes
    self.features = features
    self.keywords = keywords
    self.embedding = embedding
  }

  func has(_ feature: Feature) -> Bool { features.contains(feature) }
}
