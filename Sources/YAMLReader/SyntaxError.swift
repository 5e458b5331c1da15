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
  /// Reports why libyaml could not read on.
  mutating func report(_ error: YAMLStreamError) {
    let stop =
      error.readerOffset.map { text.start + $0 } ?? cursor.offset(ofCharacter: error.problemCharacter)
    let problem = min(stop, text.bytes.count)
    let context = error.contextCharacter.map { min(cursor.offset(ofCharacter: $0), text.bytes.count) }
    if error.cause == .memory {
      return report(
        .limitExceeded, "there is not enough memory to read the file", UInt32(problem)..<UInt32(problem))
    }
    let lines = SourceLines(bytes: text.bytes)
    let place = FaultPlace(lines: lines, problem: problem, context: context ?? problem, opening: openBracket)
    let fault =
      SyntaxExplanation.fault(error.problem, at: place)
      ?? SyntaxFault(
        message: [error.context, error.problem].filter { !$0.isEmpty }.joined(separator: ", "),
        range: lines.character(at: problem))
    report(fault)
  }

  private mutating func report(_ fault: SyntaxFault) {
    let labels = fault.label.map { [DiagnosticLabel($0.text, at: span($0.range))] } ?? []
    let fixes = fault.fix.map { [FixIt($0.text, .safe, replacing: span($0.range), with: $0.replacement)] } ?? []
    problems.append(
      Diagnostic(
        .yamlSyntax, fault.message, at: span(fault.range), annotation: fault.annotation, labels: labels,
        notes: fault.notes, fixes: fixes))
  }

  private func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(source: source, start: range.lowerBound, end: range.upperBound)
  }

  /// Where the innermost `[` or `{` that is still open stands.
  private var openBracket: Int? {
    guard let last = open.last, last.isFlow else { return nil }
    return Int(nodes[Int(last.index)].start)
  }
}

/// Where libyaml stopped, and what it was doing.
struct FaultPlace {
  var lines: SourceLines
  var problem: Int
  var context: Int
  /// The innermost open bracket.
  var opening: Int?

  var byte: UInt8? { lines.byte(at: problem) }
  var character: Range<Int> { lines.character(at: problem) }
}
