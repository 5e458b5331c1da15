// What an ignore in a comment says, and what is wrong with how it is written. Does not know what it applies to.
internal import Diagnostics
internal import YAMLReader

/// A comment that asks for diagnostics to be left out.
///
/// ```text
/// # wct-ignore CODE[, CODE…]: reason [until 2027-01-31]
/// # wct-ignore-file CODE[, CODE…]: reason [until 2027-01-31]
/// ```
///
/// A code may be a rule's name too. The brackets around `until` may be left out.
struct IgnoreDirective: Sendable {
  /// One of the rules that it names.
  struct Target: Sendable {
    let rule: Rule
    let span: SourceSpan
  }

  let comment: YAMLComment
  let isForFile: Bool
  /// The rules that may be ignored; others have been reported.
  var targets: [Target] = []
  /// How many rules it names, those that were reported among them.
  var nameCount = 0
  var reason = ""
  /// The last day that it holds.
  var end: CalendarDate?

  static let line = "wct-ignore"
  static let file = "wct-ignore-file"
}

/// Reads one comment.
struct IgnoreDirectiveParser {
  private let comment: YAMLComment
  private let bytes: [UInt8]
  private var position = 0
  private(set) var problems: [Diagnostic] = []

  /// - Parameter file: The bytes of the whole file: those of the comment need not be UTF-8.
  init(_ comment: YAMLComment, in file: [UInt8]) {
    self.comment = comment
    bytes = Array(file[comment.span.start..<comment.span.end])
  }

  /// The ignore in the comment; nil where there is none, or none that can be followed.
  mutating func parse() -> IgnoreDirective? {
    while position < bytes.count, bytes[position] == UInt8(ascii: "#") { position += 1 }
    skipBlanks()
    let start = position
    while position < bytes.count, isWordByte(bytes[position]) { position += 1 }
    let word = text(start..<position)
    guard word == IgnoreDirective.line || word == IgnoreDirective.file else {
      reportMisspelt(word, start..<position)
      return nil
    }
    var directive = IgnoreDirective(comment: comment, isForFile: word == IgnoreDirective.file)
    guard parseNames(into: &directive), parseReason(into: &directive) else { return nil }
    return directive
  }

  private mutating func reportMisspelt(_ word: String, _ range: Range<Int>) {
    guard word.hasPrefix("wct-"),
      let near = closest(to: word, among: [IgnoreDirective.line, IgnoreDirective.file])
    else { return }
    problems.append(
      Diagnostic(.malformedIgnore, "'\(word)' is no directive", at: span(range), suggesting: near))
  }

  // MARK: Rules

  private mutating func parseNames(into directive: inout IgnoreDirective) -> Bool {
    repeat {
      skipBlanks()
      let start = position
      while position < bytes.count, isNameByte(bytes[position]) { position += 1 }
      guard start < position else {
        malformed("expected the code or the name of a rule", start..<min(start + 1, bytes.count))
        return false
      }
      directive.nameCount += 1
      resolve(start..<position, into: &directive)
      skipBlanks()
    } while take(UInt8(ascii: ","))
    return true
  }

  private mutating func resolve(_ range: Range<Int>, into directive: inout IgnoreDirective) {
    let name = text(range)
    guard let rule = Rule.named(name) else {
      problems.append(
        Diagnostic(
          .unknownIgnoredRule, "there is no rule '\(name)'", at: span(range),
          suggesting: closest(to: name, among: Rule.writtenForms),
          notes: ["'wct explain' lists all rules"]))
      return
    }
    guard rule.nature != .language else {
      problems.append(
        Diagnostic(
          .ignoredError, "'\(name)' is an error of the language and can't be ignored", at: span(range),
          notes: ["only lints can; an error can be put into a baseline"]))
      return
    }
    directive.targets.append(.init(rule: rule, span: span(range)))
  }

  // MARK: Reason

  private mutating func parseReason(into directive: inout IgnoreDirective) -> Bool {
    if position < bytes.count, !take(UInt8(ascii: ":")) {
      let place = previousEnd()
      problems.append(
        Diagnostic(
          .malformedIgnore, "expected ':' before the reason", at: span(place..<place),
          fixes: [FixIt("insert ':'", .safe, replacing: span(place..<place), with: ":")]))
    }
    let reason = trimmed(position..<bytes.count)
    let (end, date) = expiry(of: reason)
    directive.reason = text(trimmed(reason.lowerBound..<end))
    if directive.reason.isEmpty {
      problems.append(
        Diagnostic(
          .ignoreWithoutReason, "the ignore gives no reason", at: comment.span,
          notes: ["say why behind a colon: '# wct-ignore CODE: reason'"]))
    }
    guard let date else { return true }
    directive.end = CalendarDate(text(date))
    if directive.end == nil {
      malformed("expected a day such as 2027-01-31, found '\(text(date))'", date)
    }
    return directive.end != nil
  }

  /// Where the reason ends, and where the day stands up to which the ignore holds.
  private func expiry(of reason: Range<Int>) -> (end: Int, date: Range<Int>?) {
    var inner = reason
    let isBracketed = bytes[inner].last == UInt8(ascii: "]")
    if isBracketed {
      guard let open = bytes[inner].lastIndex(of: UInt8(ascii: "[")) else { return (reason.upperBound, nil) }
      inner = trimmed(open + 1..<inner.upperBound - 1)
    }
    let date = lastWord(of: inner)
    let word = lastWord(of: trimmed(inner.lowerBound..<date.lowerBound))
    guard text(word) == "until", !isBracketed || word.lowerBound == inner.lowerBound else {
      return (reason.upperBound, nil)
    }
    // "until then" is a reason like any other.
    guard isBracketed || bytes[date].allSatisfy(isDateByte) else { return (reason.upperBound, nil) }
    return (
      isBracketed ? bytes[reason].lastIndex(of: UInt8(ascii: "[")) ?? word.lowerBound : word.lowerBound, date
    )
  }

  private func lastWord(of range: Range<Int>) -> Range<Int> {
    var start = range.upperBound
    while start > range.lowerBound, !isBlank(bytes[start - 1]) { start -= 1 }
    return start..<range.upperBound
  }

  // MARK: Bytes

  private mutating func malformed(_ message: String, _ range: Range<Int>) {
    problems.append(
      Diagnostic(
        .malformedIgnore, message, at: span(range),
        notes: ["an ignore is written '# wct-ignore CODE: reason', or '… reason [until 2027-01-31]'"]))
  }

  private func previousEnd() -> Int {
    var end = position
    while end > 0, isBlank(bytes[end - 1]) { end -= 1 }
    return end
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private mutating func skipBlanks() {
    while position < bytes.count, isBlank(bytes[position]) { position += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func span(_ range: Range<Int>) -> SourceSpan {
    let start = comment.span.start
    return SourceSpan(
      source: comment.span.source, start: start + range.lowerBound, end: start + range.upperBound)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private func isDateByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E || byte == 0x2F
  }
  private func isNameByte(_ byte: UInt8) -> Bool {
    !isBlank(byte) && byte != UInt8(ascii: ",") && byte != UInt8(ascii: ":")
  }
  private func isWordByte(_ byte: UInt8) -> Bool { isNameByte(byte) }
}
