// Reads the bytes of a file into a YAML document.
internal import CLibYAML
package import Diagnostics

extension YAMLDocument {
  /// Reads a file that holds one YAML document. What is wrong with it is reported; the rest is kept.
  ///
  /// - Parameters:
  ///   - bytes: The file, as it is.
  ///   - source: The file's id, which the spans carry.
  /// - Returns: What could be read; nil when that is nothing.
  package static func read(
    _ bytes: [UInt8], source: SourceID, limits: YAMLLimits = YAMLLimits(), sink: inout DiagnosticSink
  ) -> YAMLDocument? {
    let bound = min(limits.fileSize, Int(UInt32.max) / 2)
    guard bytes.count <= bound else {
      let start = SourceSpan(source: source, start: 0, end: 0)
      let message = "the file has \(bytes.count) bytes; at most \(bound) are read"
      sink.report(Diagnostic(.limitExceeded, message, at: start))
      return nil
    }
    var problems: [Diagnostic] = []
    defer { for problem in problems { sink.report(problem) } }
    guard let text = ReadableText(bytes: bytes, source: source, problems: &problems) else { return nil }
    return read(text, source: source, limits: limits, problems: &problems)
  }

  private static func read(
    _ text: ReadableText, source: SourceID, limits: YAMLLimits, problems: inout [Diagnostic]
  ) -> YAMLDocument? {
    var builder = YAMLTreeBuilder(text, source: source, limits: limits)
    if let error = builder.readEvents() {
      var repaired = text
      if error.cause == .reader,
        repaired.replaceControlCharacters(source: source, problems: &problems)
      {
        return read(repaired, source: source, limits: limits, problems: &problems)
      }
      builder.report(error)
    }
    defer { problems += builder.problems }
    return builder.finish()
  }
}

extension YAMLTreeBuilder {
  /// Takes in all events.
  ///
  /// - Returns: Why libyaml could not read on, if so.
  fileprivate mutating func readEvents() -> YAMLStreamError? {
    let text = self.text
    return unsafe text.bytes.withUnsafeBufferPointer { buffer in
      // SAFETY: the stream lives within the closure, and so within the buffer's life.
      var stream = unsafe YAMLEventStream(UnsafeBufferPointer(rebasing: buffer[text.start...]))
      while stream.advance() {
        if unsafe !consume(stream.event) { return nil }
      }
      return stream.error
    }
  }

  /// The document, with what broke off closed where it broke off; nil when there is none.
  fileprivate mutating func finish() -> YAMLDocument? {
    let isIncomplete = !open.isEmpty
    isStopped = true
    while let collection = open.last { breakOff(collection) }
    guard let root = nodes.first, !isEmpty(root) else {
      if problems.isEmpty { reportEmpty() }
      return nil
    }
    return YAMLDocument(
      storage: YAMLStorage(
        bytes: text.bytes, source: source, nodes: nodes, storedText: storedText, tags: tags, merges: merges,
        isIncomplete: isIncomplete))
  }

  /// Closes a collection that has no end; a key that waits for its value gets an unreadable one.
  private mutating func breakOff(_ collection: OpenCollection) {
    let last = open.count - 1
    nodes[Int(collection.index)].flags.insert(.incomplete)
    if collection.isMapping, collection.childCount % 2 == 1 {
      let end = collection.lastEnd
      attach(append(.unreadable, end..<end), end: end)
    }
    close(end: open[last].lastEnd)
  }

  private func isEmpty(_ root: YAMLNodeRecord) -> Bool {
    root.kind == .scalar && root.flags.contains(.plain) && root.first == root.last
  }

  private mutating func reportEmpty() {
    let end = UInt32(min(text.start, text.bytes.count))
    report(.emptyDocument, "the file is empty: it holds nothing but comments or blank lines", end..<end)
  }
}
