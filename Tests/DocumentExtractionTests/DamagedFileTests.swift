// Files that were cut or changed: a reason or a text, never a trap, never more than the limits.
import DocumentExtraction
import TestSupport
import Testing

private func tightLimits() -> ExtractionLimits {
  var limits = ExtractionLimits()
  limits.entryBytes = 1 << 16
  limits.totalBytes = 1 << 18
  limits.entries = 100
  return limits
}

/// Whether the texts keep to the limits.
private func keepsTo(_ limits: ExtractionLimits, _ sink: TrialSink) -> Bool {
  // A text is at most its entry, laid out again: a table has marks around its cells.
  sink.texts.values.allSatisfy { $0.utf8.count <= 4 * limits.entryBytes }
}

@Test("A file that ends anywhere gives texts or a reason")
func everyBeginning() throws {
  try forEachDocument(largest: 8192) { name, bytes in
    for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 40)) {
      do {
        let sink = try takeApart(Array(bytes.prefix(length)), as: name, limits: tightLimits())
        #expect(keepsTo(tightLimits(), sink), "\(name) cut at \(length)")
      } catch is Unextractable {}
    }
  }
}

@Test("A file with changed bytes gives texts or a reason")
func changedBytes() throws {
  var dice = SeededGenerator(seed: 7)
  try forEachDocument(largest: 8192) { name, bytes in
    for _ in 0..<40 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...8, using: &dice) {
        changed[Int.random(in: 0..<changed.count, using: &dice)] =
          [0, 0xFF, 0x7F, 0x80].randomElement(using: &dice) ?? 0
      }
      do {
        let sink = try takeApart(changed, as: name, limits: tightLimits())
        #expect(keepsTo(tightLimits(), sink), "\(name)")
      } catch is Unextractable {}
    }
  }
}
