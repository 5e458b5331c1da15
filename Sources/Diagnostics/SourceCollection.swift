// All source files of one compilation, so that a span of a few bytes can name a place in any of them.

/// The files that spans point into, in the order in which they were read.
public struct SourceCollection: Sendable {
  private var texts: [SourceText] = []

  /// No files.
  public init() {}

  /// The id of the next file.
  package var nextID: SourceID { SourceID(index: UInt32(clamping: texts.count)) }

  /// Adds a file and gives the id that its spans carry.
  package mutating func add(_ text: SourceText) -> SourceID {
    texts.append(text)
    return SourceID(index: UInt32(texts.count - 1))
  }

  /// Sees to it that the text of spans is not shown, whatever is said about the lines around them.
  package mutating func hide(_ spans: some Sequence<SourceSpan>) {
    guard spans.contains(where: { _ in true }) else { return }
    for (source, spans) in Dictionary(grouping: spans, by: \.source) {
      texts[Int(source.index)].hide(spans.map { $0.start..<$0.end })
    }
  }

  /// Whether some text is not to be shown.
  package var hidesText: Bool { texts.contains { !$0.hiddenRanges.isEmpty } }

  /// The files, in the order of their ids.
  package var all: [SourceText] { texts }

  /// The file of an id that this collection gave out.
  public subscript(_ id: SourceID) -> SourceText { texts[Int(id.index)] }

  /// Every file, in the order in which they were read.
  package var ids: [SourceID] { texts.indices.map { SourceID(index: UInt32($0)) } }

  /// The text that a span covers.
  public func text(of span: SourceSpan) -> String { self[span.source].text(span.start..<span.end) }

  /// Where a span begins.
  public func location(of span: SourceSpan) -> SourceLocation {
    self[span.source].location(of: span.start)
  }

  /// The place of a span as `file:line:column`.
  public func description(of span: SourceSpan) -> String {
    let place = location(of: span)
    return "\(self[span.source].name):\(place.line):\(place.column)"
  }
}
