// Reads the bytes of a file into a YAML document.
internal import CLibYAML
package import Diagnostics

extension YAMLDocument {
  /// Reads a file that holds one YAML document. What is wrong with it is reported; the rest is kept.
  ///
  /// - Parameters:
  ///   - bytes: The file, as it is.
  ///   - source: The file's id, which the spans carry.
  ///   - duplicateKeys: What holds where a key stands twice in one mapping.
  /// - Returns: What could be read; nil when that is nothing.
  package static func read(
    _ bytes: [UInt8], source: SourceID, limits: YAMLLimits = YAMLLimits(),
    duplicateKeys: DuplicateKeys = .refused, sink: inout DiagnosticSink
  ) -> YAMLDocument? {
    let bound = min(limits.fileSize, Int(UInt32.max) / 2)
    guard bytes.count <= bound else {
      let start = SourceSpan(source: source, start: 0, end: 0)
      let message = "the file has \(bytes.count) bytes; at most \(bound) are read"
      let notes = ["raise the limit 'file-size' if it is meant to be that large"]
      sink.report(Diagnostic(.limitExceeded, message, at: start, notes: notes))
      return nil
    }
    var problems: [Diagnostic] = []
    defer { for problem in problems { sink.report(problem) } }
    guard let text = ReadableText(bytes: bytes, source: source, problems: &problems) else { return nil }
    return read(
      text, source: source, limits: limits, duplicateKeys: duplicateKeys, problems: &problems)
  }

  private static func read(
    _ text: ReadableText, source: SourceID, limits: YAMLLimits, duplicateKeys: DuplicateKeys,
    problems: inout [Diagnostic]
  ) -> YAMLDocument? {
    var builder = YAMLTreeBuilder(text, source: source, limits: limits)
    builder.duplicateKeys = duplicateKeys
    var resumption: Resumption? = Resumption(offset: text.start)
    while let start = resumption {
      guard let error = builder.readEvents(from: start) else { break }
      var repaired = text
      if error.cause == .reader,
        repaired.replaceControlCharacters(source: source, problems: &problems)
      {
        return read(
          repaired, source: source, limits: limits, duplicateKeys: duplicateKeys, problems: &problems)
      }
      resumption = builder.recover(from: error)
    }
    defer { problems += builder.problems }
    return builder.finish()
  }
}

extension YAMLTreeBuilder {
  /// Takes in all events from a place on.
  ///
  /// - Returns: Why libyaml could not read on, if so.
  fileprivate mutating func readEvents(from start: Resumption) -> YAMLStreamError? {
    let text = self.text
    cursor = ByteCursor(text, from: start.offset)
    return unsafe text.bytes.withUnsafeBufferPointer { buffer in
      // SAFETY: the stream lives within the closure, and so within the buffer's life.
      var stream = unsafe YAMLEventStream(
        UnsafeBufferPointer(rebasing: buffer[start.offset...]), prefix: start.prefix,
        longestGap: limits.scalarLength + Self.slack)
      for _ in 0..<start.skippedEvents where !stream.advance() { return stream.error }
      while stream.advance() {
        if unsafe !consume(stream.event) { return nil }
      }
      return stream.error
    }
  }

  /// What libyaml reads ahead.
  private static let slack = 1 << 16

  /// The document, with what broke off closed where it broke off; nil when there is none.
  fileprivate mutating func finish() -> YAMLDocument? {
    let isBrokenOff = isStopped || recovery.isBrokenOff
    if !isBrokenOff { closePending() }
    let isIncomplete = isBrokenOff && !open.isEmpty
    isStopped = true
    while !open.isEmpty { breakOff(with: isIncomplete ? [.incomplete, .lostKeys] : []) }
    guard let root = nodes.first, !isEmpty(root) else {
      if problems.isEmpty { reportEmpty() }
      return nil
    }
    return YAMLDocument(
      storage: YAMLStorage(
        bytes: text.bytes, source: source, isASCII: text.isASCII, nodes: nodes, storedText: storedText,
        tags: tags, merges: merges,
        isIncomplete: isIncomplete, isDamaged: recovery.errors > 0,
        lostKeys: recovery.lostKeys))
  }

  private func isEmpty(_ root: YAMLNodeRecord) -> Bool {
    root.kind == .scalar && root.flags.contains(.plain) && root.first == root.last
  }

  private mutating func reportEmpty() {
    let end = UInt32(min(text.start, text.bytes.count))
    report(.emptyDocument, "the file is empty: it holds nothing but comments or blank lines", end..<end)
  }
}
