// Reads `.env` files: NAME=value lines, as python-dotenv does for the cases that people use.

/// The variables of an environment file's text.
///
/// `NAME=value`, `export NAME=value`, `# comments`; a value in single quotes is literal, in double quotes it
/// knows `\n`, `\t`, `\"` and `\\`; an unquoted value ends before ` #`.
package func parseDotenv(_ text: String, path: String) throws(EnvironmentFileError) -> [String: String] {
  try readDotenv(text, path: path).mapValues(\.value)
}

/// A variable of an environment file.
package struct DotenvVariable: Sendable, Hashable {
  package let value: String
  /// From 1.
  package let line: Int
}

/// The variables of an environment file's text, each with its line; of two lines for one name the later holds.
func readDotenv(_ text: String, path: String) throws(EnvironmentFileError) -> [String: DotenvVariable] {
  var variables: [String: DotenvVariable] = [:]
  var faults: [DotenvFault] = []
  let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
  for (index, line) in lines.enumerated() {
    var content = line.drop(while: \.isWhitespace)
    if index == 0, content.first == "\u{FEFF}" { content = content.dropFirst() }
    if content.isEmpty || content.first == "#" { continue }
    do throws(DotenvFault) {
      let (name, value) = try readVariable(content)
      variables[name] = DotenvVariable(value: value, line: index + 1)
    } catch {
      var fault = error
      fault.line = index + 1
      if faults.count < maximumFaults { faults.append(fault) }
    }
  }
  guard let first = faults.first else { return variables }
  throw EnvironmentFileError(path: path, content: Array(text.utf8), first: first, faults: faults)
}

/// A file that is no environment file at all need not be gone through line by line.
private let maximumFaults = 100

/// The variable of a line that holds one.
private func readVariable(_ line: Substring) throws(DotenvFault) -> (name: String, value: String) {
  var content = line
  if content.hasPrefix("export ") { content = content.dropFirst(7).drop(while: \.isWhitespace) }
  let remedy: DotenvFault.Remedy? = hasColonForEqualsSign(content) ? .equalsSign : nil
  guard let equals = content.firstIndex(of: "=") else {
    throw DotenvFault("expected NAME=value", remedy: remedy)
  }
  let name = trimmed(content[..<equals])
  guard isVariableName(name) else {
    // What stands before a '=' further on may be part of a value.
    throw DotenvFault(
      remedy == nil ? "'\(name)' is not a variable's name" : "expected NAME=value", remedy: remedy)
  }
  return (String(name), try dotenvValue(content[content.index(after: equals)...]))
}

/// Whether a line is `NAME: value`.
private func hasColonForEqualsSign(_ line: Substring) -> Bool {
  guard let colon = line.firstIndex(of: ":"), isVariableName(trimmed(line[..<colon])) else { return false }
  return line[line.index(after: colon)...].first.map { $0 == " " || $0 == "\t" } ?? true
}

private func trimmed(_ text: Substring) -> Substring {
  var text = text.drop(while: \.isWhitespace)
  while text.last?.isWhitespace == true { text.removeLast() }
  return text
}

private func isVariableName(_ name: Substring) -> Bool {
  guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
  return name.utf8.allSatisfy {
    (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F
  }
}

/// The value after `=`.
private func dotenvValue(_ raw: Substring) throws(DotenvFault) -> String {
  let text = trimmed(raw)
  switch text.first {
  case "'":
    guard let close = text.dropFirst().firstIndex(of: "'") else { throw openQuote("'") }
    try checkEnd(text[text.index(after: close)...])
    return String(text[text.index(after: text.startIndex)..<close])
  case "\"": return try doubleQuotedValue(text.dropFirst())
  default:
    var value = Substring()
    for character in text {
      if character == "#", value.last?.isWhitespace ?? true { break }
      value.append(character)
    }
    return String(trimmed(value))
  }
}

/// After a closing quote there is nothing but a comment.
private func checkEnd(_ rest: Substring) throws(DotenvFault) {
  let rest = rest.drop(while: \.isWhitespace)
  guard rest.isEmpty || rest.first == "#" else { throw DotenvFault("there is text after the closing quote") }
}

private func doubleQuotedValue(_ text: Substring) throws(DotenvFault) -> String {
  var value = ""
  var isEscaped = false
  for (index, character) in zip(text.indices, text) {
    if isEscaped {
      switch character {
      case "n": value.append("\n")
      case "t": value.append("\t")
      case "\"", "\\": value.append(character)
      default: value += "\\\(character)"
      }
      isEscaped = false
    } else if character == "\\" {
      isEscaped = true
    } else if character == "\"" {
      try checkEnd(text[text.index(after: index)...])
      return value
    } else {
      value.append(character)
    }
  }
  // A backslash at the end would take the meaning from the quote.
  throw isEscaped ? DotenvFault("a quote is not closed") : openQuote("\"")
}

private func openQuote(_ quote: String) -> DotenvFault {
  DotenvFault("a quote is not closed", remedy: .closingQuote(quote))
}
