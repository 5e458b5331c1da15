// A name for a diagnostic that stays the same while lines move.

/// Identifies one diagnostic across versions of its file: rule, message and the text of its line.
///
/// FNV-1a with 64 bits (G. Fowler, L. C. Noll, K.-P. Vo): not for security, only to tell diagnostics apart.
package struct Fingerprint {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  private mutating func add(_ text: String) {
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    // A byte that no UTF-8 text has keeps neighbouring texts apart.
    hash = (hash ^ 0xFF) &* 0x100_0000_01B3
  }

  private var text: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The fingerprints of a report's diagnostics, in order; equal ones are told apart by a count.
  package static func all(of report: DiagnosticReport) -> [String] {
    var seen: [String: Int] = [:]
    return report.diagnostics.map { diagnostic in
      var print = Fingerprint()
      print.add(diagnostic.rule.code)
      print.add(diagnostic.message)
      print.add(report.path(of: diagnostic))
      if let span = diagnostic.span {
        let text = report.sources[span.source]
        let line = text.text(text.lineRange(report.sources.location(of: span).line))
        print.add(String(line.drop { $0 == " " || $0 == "\t" }))
      }
      let count = seen[print.text, default: 0]
      seen[print.text] = count + 1
      if count > 0 { print.add(String(count)) }
      return print.text
    }
  }
}
