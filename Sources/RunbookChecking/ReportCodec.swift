// Diagnostics as bytes of the cache. The texts of the files that they point into are not among them.
internal import Diagnostics

/// One file's diagnostics with the names of the files that their spans point into.
struct StoredReport: Equatable {
  /// In the order of the spans' ids.
  let sources: [String]
  let diagnostics: [Diagnostic]
  /// What was found and is ignored.
  let suppressed: [SuppressedDiagnostic]
}

extension StoredReport {
  /// The bytes; nil when they would not give the same diagnostics again.
  var encoded: [UInt8]? {
    var encoder = CacheEncoder()
    encoder.add(list: sources) { $0.add($1) }
    encoder.add(list: diagnostics) { Self.encode($1, to: &$0) }
    encoder.add(list: suppressed) { encoder, suppressed in
      Self.encode(suppressed.diagnostic, to: &encoder)
      Self.encode(suppressed.cause, to: &encoder)
    }
    // What this file knows nothing of must not get lost: such diagnostics are not kept at all.
    guard let again = try? StoredReport(encoder.bytes), again == self else { return nil }
    return encoder.bytes
  }

  init(_ bytes: [UInt8]) throws(CorruptCache) {
    var decoder = CacheDecoder(bytes[...])
    let names = try decoder.list { (decoder) throws(CorruptCache) in try decoder.text() }
    sources = names
    diagnostics = try decoder.list { (decoder) throws(CorruptCache) in
      try Self.diagnostic(from: &decoder, sourceCount: names.count)
    }
    suppressed = try decoder.list { (decoder) throws(CorruptCache) in
      SuppressedDiagnostic(
        try Self.diagnostic(from: &decoder, sourceCount: names.count), try Self.cause(from: &decoder))
    }
    guard decoder.isAtEnd else { throw CorruptCache() }
  }

  private static func encode(_ cause: SuppressedDiagnostic.Cause, to encoder: inout CacheEncoder) {
    switch cause {
    case .baseline: encoder.add(false)
    case .ignore(let reason):
      encoder.add(true)
      encoder.add(reason)
    }
  }

  private static func cause(
    from decoder: inout CacheDecoder
  ) throws(CorruptCache) -> SuppressedDiagnostic.Cause {
    try decoder.flag() ? .ignore(reason: try decoder.text()) : .baseline
  }

  private static func encode(_ diagnostic: Diagnostic, to encoder: inout CacheEncoder) {
    encoder.add(diagnostic.rule.code)
    encoder.add(diagnostic.severity.rawValue)
    encoder.add(diagnostic.message)
    encoder.add(optional: diagnostic.span) { encode($1, to: &$0) }
    encoder.add(optional: diagnostic.path) { $0.add($1) }
    encoder.add(optional: diagnostic.annotation) { $0.add($1) }
    for labels in [diagnostic.labels, diagnostic.flow] {
      encoder.add(list: labels) { encoder, label in
        encoder.add(label.message)
        encode(label.span, to: &encoder)
      }
    }
    encoder.add(list: diagnostic.notes) { $0.add($1) }
    encoder.add(list: diagnostic.fixes) { encoder, fix in
      encoder.add(fix.message)
      encoder.add(fix.applicability.rawValue)
      encoder.add(list: fix.edits) { encoder, edit in
        encode(edit.span, to: &encoder)
        encoder.add(edit.replacement)
      }
    }
    encode(diagnostic.provenance, to: &encoder)
  }

  private static func encode(_ provenance: Provenance, to encoder: inout CacheEncoder) {
    encoder.add(list: provenance.steps) { encoder, step in
      encoder.add(step.kind.rawValue)
      encoder.add(step.message)
      encode(step.span, to: &encoder)
    }
    encoder.add(list: provenance.otherUses) { encode($1, to: &$0) }
    encoder.add(count: provenance.otherUseCount)
  }

  private static func encode(_ span: SourceSpan, to encoder: inout CacheEncoder) {
    encoder.add(count: Int(span.source.index))
    encoder.add(count: span.start)
    encoder.add(count: span.end)
  }

  private static let rules = Dictionary(Rule.all.map { ($0.code, $0) }) { first, _ in first }

  private static func diagnostic(
    from decoder: inout CacheDecoder, sourceCount: Int
  ) throws(CorruptCache) -> Diagnostic {
    guard let rule = rules[try decoder.text()], let severity = Severity(rawValue: try decoder.text()) else {
      throw CorruptCache()
    }
    func span(_ decoder: inout CacheDecoder) throws(CorruptCache) -> SourceSpan {
      let source = try decoder.count()
      guard source < sourceCount else { throw CorruptCache() }
      return SourceSpan(
        source: SourceID(index: UInt32(source)), start: try decoder.count(), end: try decoder.count())
    }
    let text: (inout CacheDecoder) throws(CorruptCache) -> String = { (decoder) throws(CorruptCache) in
      try decoder.text()
    }
    func label(_ decoder: inout CacheDecoder) throws(CorruptCache) -> DiagnosticLabel {
      DiagnosticLabel(try decoder.text(), at: try span(&decoder))
    }
    func edit(_ decoder: inout CacheDecoder) throws(CorruptCache) -> SourceEdit {
      SourceEdit(replacing: try span(&decoder), with: try decoder.text())
    }
    var diagnostic = Diagnostic(
      rule, try decoder.text(), at: try decoder.optional(span), path: try decoder.optional(text),
      annotation: try decoder.optional(text), labels: try decoder.list(label), flow: try decoder.list(label),
      notes: try decoder.list(text),
      fixes: try decoder.list { (decoder) throws(CorruptCache) in
        let message = try decoder.text()
        guard let applicability = FixApplicability(rawValue: try decoder.text()) else { throw CorruptCache() }
        return FixIt(message, applicability, edits: try decoder.list(edit))
      })
    diagnostic.severity = severity
    diagnostic.provenance.steps = try decoder.list { (decoder) throws(CorruptCache) in
      guard let kind = ProvenanceStep.Kind(rawValue: try decoder.text()) else { throw CorruptCache() }
      return ProvenanceStep(kind, try decoder.text(), at: try span(&decoder))
    }
    diagnostic.provenance.otherUses = try decoder.list(span)
    diagnostic.provenance.otherUseCount = try decoder.count()
    return diagnostic
  }
}
