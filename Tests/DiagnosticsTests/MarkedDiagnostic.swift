// A diagnostic about a marked text: from 1️⃣ to 2️⃣, with a second place from 3️⃣ to 4️⃣.
import Diagnostics
import TestSupport

struct MarkedDiagnostic {
  let diagnostic: Diagnostic
  let sources: SourceCollection

  init(
    _ marked: String, _ message: String = "what is wrong", rule: Rule = .invalidValue,
    annotation: String? = nil,
    label: String = "a second place", notes: [String] = [], fixes: [String] = []
  ) {
    let source = MarkedSource(marked)
    var sources = SourceCollection()
    let id = sources.add(SourceText(name: "t.yaml", bytes: source.bytes))
    func span(_ start: Character, _ end: Character) -> SourceSpan? {
      source.range(start, end).map { SourceSpan(source: id, start: $0.lowerBound, end: $0.upperBound) }
    }
    let primary = span("1️⃣", "2️⃣")
    diagnostic = Diagnostic(
      rule, message, at: primary, path: primary == nil ? "t.yaml" : nil, annotation: annotation,
      labels: span("3️⃣", "4️⃣").map { [DiagnosticLabel(label, at: $0)] } ?? [], notes: notes,
      fixes: primary.map { span in fixes.map { FixIt("replace with '\($0)'", replacing: span, with: $0) } }
        ?? [])
    self.sources = sources
  }

  func text(isColoured: Bool = false, width: Int = 120) -> String {
    TextRenderer(sources: sources, isColoured: isColoured, width: width).render(diagnostic)
  }

  /// The lines of the text without the first two and the empty gutter line.
  func excerpt(width: Int = 120) -> [String] {
    text(width: width).split(separator: "\n", omittingEmptySubsequences: false).dropFirst(3).dropLast().map(
      String.init)
  }
}
