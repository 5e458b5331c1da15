// Lays a runbook out in its canonical form, and makes sure that it still says the same.
package import Diagnostics
internal import YAMLReader

/// What came of laying a file out.
package struct FormatResult: Sendable {
  package enum Outcome: Sendable {
    /// The file has the canonical layout already, or is left as it is (JSON).
    case unchanged
    case changed([UInt8])
    /// The file can't be laid out; the diagnostics say why.
    case refused([Diagnostic])
    /// The new text would not have been the same document: a fault of this program.
    case broken
  }

  package let outcome: Outcome
  package let sources: SourceCollection
}

/// The canonical layout of runbooks.
package enum CanonicalLayout {
  /// Lays out a file. Its values, tags, anchors and comments stay, and the order of everything that is not a field
  /// of the language.
  ///
  /// - Parameter name: The file's name as people shall see it.
  package static func format(_ bytes: [UInt8], name: String) -> FormatResult {
    var sources = SourceCollection()
    let source = sources.add(SourceText(name: name, bytes: bytes))
    return FormatResult(outcome: outcome(bytes, source), sources: sources)
  }

  private static func outcome(_ bytes: [UInt8], _ source: SourceID) -> FormatResult.Outcome {
    var sink = DiagnosticSink()
    let document = YAMLDocument.read(bytes, source: source, sink: &sink)
    guard let document, !sink.hasErrors else { return .refused(sink.sorted.filter { $0.severity == .error }) }
    let root = document.writtenRoot
    guard root.kind == .mapping else { return .refused([notAMapping(source, root)]) }
    if bytes[root.range.lowerBound] == UInt8(ascii: "{") { return .unchanged }
    if let place = unusualLineBreak(in: bytes) {
      return .refused([refusal("lines end in NEL, LS or PS here", place, source)])
    }
    do throws(LayoutFailure) {
      let text = try LayoutPrinter.text(of: layout(of: document, bytes))
      if text == bytes { return .unchanged }
      return isFaithful(text, to: document, bytes) ? .changed(text) : .broken
    } catch {
      return .refused([refusal(error.reason, error.offset, source)])
    }
  }

  private static func layout(of document: YAMLDocument, _ bytes: [UInt8]) throws(LayoutFailure)
    -> LayoutDocument
  {
    let layout = try LayoutReader.read(document, bytes)
    FieldOrdering.apply(to: layout)
    return layout
  }

  /// Whether a text is the same document with the same comments.
  private static func isFaithful(_ text: [UInt8], to document: YAMLDocument, _ bytes: [UInt8]) -> Bool {
    var sink = DiagnosticSink()
    var sources = SourceCollection()
    let source = sources.add(SourceText(name: "", bytes: text))
    guard let copy = YAMLDocument.read(text, source: source, sink: &sink), !sink.hasErrors else {
      return false
    }
    let (before, after) = (comments(in: bytes, document, source), comments(in: text, copy, source))
    return SameMeaning.isSame(document, copy) && before == after
  }

  /// The comments of a text in alphabetical order, as they are laid out.
  private static func comments(in bytes: [UInt8], _ document: YAMLDocument, _ source: SourceID) -> [[UInt8]] {
    YAMLComment.all(in: bytes, source: source, document: document)
      .map { Array(GapScanner.spaced(Array($0.text.utf8)[...]).utf8) }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  // MARK: Refusals

  private static func notAMapping(_ source: SourceID, _ root: YAMLWrittenNode) -> Diagnostic {
    Diagnostic(
      .wrongNodeKind, "a runbook is a mapping of fields; this is something else",
      at: SourceSpan(source: source, start: root.range.lowerBound, end: root.range.upperBound))
  }

  private static func refusal(_ reason: String, _ offset: Int, _ source: SourceID) -> Diagnostic {
    Diagnostic(
      .notFormatted, "the file can't be laid out: \(reason)",
      at: SourceSpan(source: source, start: offset, end: offset))
  }

  /// Where YAML 1.1 would see a line break that few editors show (NEL, LS, PS).
  private static func unusualLineBreak(in bytes: [UInt8]) -> Int? {
    for (index, byte) in bytes.enumerated() {
      let rest = bytes[index...].dropFirst()
      if byte == 0xC2, rest.first == 0x85 { return index }
      if byte == 0xE2, rest.starts(with: [0x80, 0xA8]) || rest.starts(with: [0x80, 0xA9]) { return index }
    }
    return nil
  }
}

extension CanonicalLayout {
  /// The layout of a file, for tools that move parts of it; nil, and reported, where it can't be read or laid out.
  package static func read(_ bytes: [UInt8], source: SourceID, sink: inout DiagnosticSink) -> LayoutDocument?
  {
    let document = YAMLDocument.read(bytes, source: source, sink: &sink)
    guard let document, !sink.hasErrors else { return nil }
    guard document.writtenRoot.kind == .mapping else {
      sink.report(notAMapping(source, document.writtenRoot))
      return nil
    }
    do throws(LayoutFailure) {
      return try LayoutReader.read(document, bytes)
    } catch {
      sink.report(refusal(error.reason, error.offset, source))
      return nil
    }
  }

  /// The text of a layout; nil where a key can't be written on one line.
  package static func text(of document: LayoutDocument) -> [UInt8]? {
    FieldOrdering.apply(to: document)
    return try? LayoutPrinter.text(of: document)
  }
}
