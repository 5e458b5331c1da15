// A language for tests of fixing: words, some of which are wrong.
import Diagnostics
import SourceEdits

/// Checks texts of words: `bad` is an error with a safe fix, `odd` a warning with a safe one, `guess` an error with
/// an unsafe one, and so on. Counts how often it is asked.
final class WordCheck {
  struct Rule {
    var isError = true
    var applicability = FixApplicability.safe
    /// What the fix writes in place of the word.
    var replacement: String?
  }

  var files: [(name: String, text: String)]
  var rules: [String: Rule]
  private(set) var count = 0

  init(_ files: [(name: String, text: String)], _ rules: [String: Rule]) {
    (self.files, self.rules) = (files, rules)
  }

  func fixer(limits: SourceFixer.Limits = .init(), mayChange: @escaping (String) -> Bool = { _ in true })
    -> SourceFixer
  {
    SourceFixer(limits: limits, identity: { $0 }, mayChange: mayChange) { texts in self.check(texts) }
  }

  private func check(_ texts: [String: [UInt8]]) -> [DiagnosticReport] {
    count += 1
    return files.map { name, text in report(name, texts[name] ?? Array(text.utf8)) }
  }

  private func report(_ name: String, _ bytes: [UInt8]) -> DiagnosticReport {
    var sources = SourceCollection()
    let id = sources.add(SourceText(name: name, bytes: bytes))
    var diagnostics: [Diagnostic] = []
    var start = 0
    for word in String(decoding: bytes, as: UTF8.self).split(separator: " ", omittingEmptySubsequences: false)
    {
      let span = SourceSpan(source: id, start: start, end: start + word.utf8.count)
      start = span.end + 1
      guard let rule = rules[String(word)] else { continue }
      let fixes = rule.replacement.map {
        [FixIt("write '\($0)'", rule.applicability, replacing: span, with: $0)]
      }
      diagnostics.append(
        Diagnostic(
          rule.isError ? .invalidValue : .ambiguousScalar, "'\(word)' is wrong", at: span, fixes: fixes ?? [])
      )
    }
    return DiagnosticReport(diagnostics: diagnostics, sources: sources, path: name)
  }
}
