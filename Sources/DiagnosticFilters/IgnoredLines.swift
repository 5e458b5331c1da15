// The ignores of one file with the lines that they are for. Does not know which diagnostics there are.
internal import Diagnostics
internal import YAMLReader

/// Every ignore of a file.
struct IgnoredLines: Sendable {
  /// An ignore and where it applies.
  struct Ignore: Sendable {
    let directive: IgnoreDirective
    /// From 1; nil: the whole file.
    let line: Int?
  }

  private(set) var ignores: [Ignore] = []
  /// What is wrong with how they are written.
  private(set) var problems: [Diagnostic] = []
  /// By line; nil: those for the file.
  private var indices: [Int?: [Int]] = [:]

  /// Looks for ignores; costs next to nothing where nothing in the file looks like one.
  init(_ text: SourceText, source: SourceID) {
    guard Self.mayHoldDirective(text.bytes) else { return }
    var sink = DiagnosticSink()
    let document = YAMLDocument.read(text.bytes, source: source, sink: &sink)
    let comments = YAMLComment.all(in: text.bytes, source: source, document: document)
    let lines = TargetLines(of: comments, in: text)
    for (index, comment) in comments.enumerated() {
      var parser = IgnoreDirectiveParser(comment, in: text.bytes)
      let directive = parser.parse()
      problems += parser.problems
      guard let directive else { continue }
      if directive.isForFile, !Self.isAtTop(comment, of: document) {
        reportPlace(comment)
      } else {
        add(Ignore(directive: directive, line: directive.isForFile ? nil : lines[index]))
      }
    }
  }

  /// The ignores that a rule's diagnostic on a line may meet, those for the line first.
  func candidates(onLine line: Int) -> [Int] { (indices[line] ?? []) + (indices[nil] ?? []) }

  private mutating func add(_ ignore: Ignore) {
    indices[ignore.line, default: []].append(ignores.count)
    ignores.append(ignore)
  }

  /// An ignore for the file stands before everything that the file says.
  private static func isAtTop(_ comment: YAMLComment, of document: YAMLDocument?) -> Bool {
    guard let document else { return true }
    return comment.isAlone && comment.span.start < document.root.span.start
  }

  private mutating func reportPlace(_ comment: YAMLComment) {
    problems.append(
      Diagnostic(
        .malformedIgnore, "an ignore for the whole file stands above everything else in it",
        at: comment.span, notes: ["for one line, write '# \(IgnoreDirective.line) CODE: reason'"]))
  }

  private static func mayHoldDirective(_ bytes: [UInt8]) -> Bool {
    var start = 0
    while let hash = bytes.firstIndex(of: UInt8(ascii: "#"), from: start) {
      let rest = bytes[hash...].drop { $0 == UInt8(ascii: "#") || $0 == 0x20 || $0 == 0x09 }
      if rest.starts(with: "wct-".utf8) { return true }
      start = rest.startIndex
    }
    return false
  }
}

/// For each comment the line that an ignore in it is for: its own, or the next one that says something.
private struct TargetLines {
  private var lines: [Int]

  subscript(_ index: Int) -> Int { lines[index] }

  init(of comments: [YAMLComment], in text: SourceText) {
    let own = comments.map { text.location(of: $0.span.start).line }
    let last = text.location(of: text.bytes.count).line
    lines = own
    for index in comments.indices.reversed() where comments[index].isAlone {
      var line = own[index] + 1
      while line <= last, Self.isBlank(text.bytes[text.lineRange(line)]) { line += 1 }
      // Below it another comment may stand alone, whose line has been found already.
      let next = index + 1
      let isComment = next < comments.count && comments[next].isAlone && own[next] == line
      lines[index] = isComment ? lines[next] : line
    }
  }

  private static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
