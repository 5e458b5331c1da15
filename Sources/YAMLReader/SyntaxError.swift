// Says in plain English what libyaml could not read.
import Diagnostics

/// What a syntax error is called, where it is shown, and what helps.
struct SyntaxFault {
  var message: String
  var range: Range<Int>
  var annotation: String?
  var label: (text: String, range: Range<Int>)?
  var notes: [String] = []
  var fix: (text: String, range: Range<Int>, replacement: String)?
}

extension YAMLTreeBuilder {
  /// Where libyaml stopped, in the bytes of the file.
  mutating func faultPlace(of error: YAMLStreamError) -> FaultPlace {
    let stop = error.readerOffset.map { text.start + $0 } ?? offset(ofCharacter: error.problemCharacter)
    let problem = min(stop, text.bytes.count)
    let context = error.contextCharacter.map { character in
      // A context in the lines that stand for the collections around is that collection.
      character < recovery.prefixLength
        ? beginning(ofLevel: error.contextLine - recovery.directiveLines) ?? problem
        : min(offset(ofCharacter: character), text.bytes.count)
    }
    return FaultPlace(
      lines: SourceLines(bytes: text.bytes), problem: problem, context: context ?? problem,
      isInPlainScalar: error.context == "while scanning a plain scalar")
  }

  private func beginning(ofLevel level: Int) -> Int? {
    open.indices.contains(level) ? Int(nodes[Int(open[level].index)].start) : nil
  }

  /// Reports why libyaml could not read on.
  ///
  /// - Parameter quote: The quote that is to blame, if one is.
  mutating func report(_ error: YAMLStreamError, at place: FaultPlace, quote: Int? = nil) {
    switch error.cause {
    case .memory: reportLimit("there is not enough memory to read the file", at: place.problem)
    case .endless: reportEndless()
    case .reader, .scanner, .parser: report(fault(error, at: place, quote: quote))
    }
  }

  private func fault(_ error: YAMLStreamError, at place: FaultPlace, quote: Int?) -> SyntaxFault {
    if let quote {
      let end = nodes.last.flatMap { Int($0.start) == quote ? Int($0.end) : nil }
      return SyntaxExplanation.unclosedQuote(quote, endingAt: end, place)
    }
    return SyntaxExplanation.fault(error.problem, at: place)
      ?? SyntaxFault(
        message: [error.context, error.problem].filter { !$0.isEmpty }.joined(separator: ", "),
        range: place.character)
  }

  private mutating func reportLimit(_ message: String, at offset: Int) {
    report(.limitExceeded, message, UInt32(offset)..<UInt32(offset))
  }

  /// What no event came out of begins behind the last node.
  private mutating func reportEndless() {
    let lines = SourceLines(bytes: text.bytes)
    var start = nodes.last.map { Int($0.end) } ?? text.start
    while let byte = lines.byte(at: start),
      Self.isSpace(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ",")
    {
      start += 1
    }
    reportTooLong(from: UInt32(start))
  }

  mutating func reportTooLong(from start: UInt32) {
    report(
      .limitExceeded, "a text or comment has more than \(limits.scalarLength) bytes",
      start..<min(start + 1, UInt32(text.bytes.count)),
      notes: ["raise the limit 'scalar-length' if the file is meant to hold it"])
  }

  mutating func report(_ fault: SyntaxFault) {
    let labels = fault.label.map { [DiagnosticLabel($0.text, at: span($0.range))] } ?? []
    let fixes =
      fault.fix.map { [FixIt($0.text, .safe, replacing: span($0.range), with: $0.replacement)] } ?? []
    problems.append(
      Diagnostic(
        .yamlSyntax, fault.message, at: span(fault.range), annotation: fault.annotation, labels: labels,
        notes: fault.notes, fixes: fixes))
  }

  private func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(source: source, start: range.lowerBound, end: range.upperBound)
  }
}

/// Where libyaml stopped, and what it was doing.
struct FaultPlace {
  var lines: SourceLines
  var problem: Int
  var context: Int
  /// The open bracket that is to blame where one is.
  var opening: Int?
  /// Whether it was reading a plain scalar, which begins at the context.
  var isInPlainScalar = false

  var byte: UInt8? { lines.byte(at: problem) }
  var character: Range<Int> { lines.character(at: problem) }
}
