// A name for a diagnostic that stays the same while lines move. Does not know who compares it.

/// Identifies a diagnostic by what it is about, not by where in the file that stands.
///
/// What counts is the rule, the keys that lead to the place (``SourceOutline``), the text that is underlined, and
/// the names in quotes in the message. What does not count: the line's number, what stands around it, white space,
/// and how the message is worded.
///
/// FNV-1a with 64 bits (G. Fowler, L. C. Noll, K.-P. Vo): not for security, only to tell diagnostics apart.
package struct Fingerprint {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  private mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    // A byte that no UTF-8 text has keeps neighbouring texts apart.
    hash = (hash ^ 0xFF) &* 0x100_0000_01B3
  }

  private var text: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The fingerprints of a report's diagnostics by content alone, in order: two diagnostics may have the same,
  /// and a file that is renamed changes nothing.
  package static func contents(of diagnostics: [Diagnostic], in sources: SourceCollection) -> [String] {
    let outlines = outlines(of: diagnostics, in: sources)
    return diagnostics.map { diagnostic in
      var print = Fingerprint()
      print.add(diagnostic.rule.code.utf8)
      for name in quotedNames(in: diagnostic.message) { print.add(name) }
      guard let span = diagnostic.span else { return print.text }
      for key in outlines[span.source]?.keys(atLine: sources.location(of: span).line) ?? [] { print.add(key) }
      print.add(excerpt(of: span, in: sources[span.source]))
      return print.text
    }
  }

  /// The fingerprints of a report's diagnostics, in order, the file's path included; equal ones are told apart by
  /// a count.
  package static func all(of report: DiagnosticReport) -> [String] {
    var seen: [String: Int] = [:]
    let contents = contents(of: report.diagnostics, in: report.sources)
    return zip(report.diagnostics, contents).map { diagnostic, content in
      var print = Fingerprint()
      print.add(content.utf8)
      print.add(report.path(of: diagnostic).utf8)
      let count = seen[print.text, default: 0]
      seen[print.text] = count + 1
      if count > 0 { print.add(String(count).utf8) }
      return print.text
    }
  }

  private static func outlines(
    of diagnostics: [Diagnostic], in sources: SourceCollection
  ) -> [SourceID: SourceOutline] {
    var lines: [SourceID: Set<Int>] = [:]
    for span in diagnostics.compactMap(\.span) {
      lines[span.source, default: []].insert(sources.location(of: span).line)
    }
    return Dictionary(uniqueKeysWithValues: lines.map { ($0, SourceOutline(of: sources[$0], at: $1)) })
  }

  private static let excerptLength = 200

  /// The first line of what is underlined, with single blanks.
  private static func excerpt(of span: SourceSpan, in text: SourceText) -> [UInt8] {
    // A digest of a secret would let it be guessed.
    if !text.hiddenRanges(in: span.start..<span.end).isEmpty {
      return Array(SourceText.redacted.utf8)
    }
    let end = min(span.end, span.start + excerptLength, text.bytes.count)
    let line = text.bytes[min(span.start, end)..<end].prefix { $0 != 0x0A && $0 != 0x0D }
    return Array(line.split { $0 == 0x20 || $0 == 0x09 }.joined(separator: [0x20]))
  }

  /// What stands between single quotes.
  private static func quotedNames(in message: String) -> [String.UTF8View.SubSequence] {
    let parts = message.utf8.split(separator: UInt8(ascii: "'"), omittingEmptySubsequences: false)
    return parts.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }
}
