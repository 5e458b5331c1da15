// Reads `.env` files: NAME=value lines, as python-dotenv does for the cases that people use.
internal import SystemFiles

/// Why an environment file can't be used.
package struct EnvironmentFileError: Error, Sendable, CustomStringConvertible {
  package let path: String
  /// From 1; nil when the file can't be read.
  package let line: Int?
  package let message: String

  package var description: String { "\(path)\(line.map { ":\($0)" } ?? ""): \(message)" }
}

extension Environment {
  /// Reads a file and adds its variables under those of the process.
  package mutating func load(file path: String) throws(EnvironmentFileError) {
    let bytes: [UInt8]
    do {
      bytes = try readFile(path, limit: 1 << 20)
    } catch {
      throw EnvironmentFileError(path: path, line: nil, message: error.description)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw EnvironmentFileError(path: path, line: nil, message: "the file is not UTF-8")
    }
    add(try readDotenv(text, path: path), from: path)
  }
}

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
  let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
  for (index, line) in lines.enumerated() {
    var content = line.drop(while: \.isWhitespace)
    if index == 0, content.first == "\u{FEFF}" { content = content.dropFirst() }
    if content.isEmpty || content.first == "#" { continue }
    if content.hasPrefix("export ") { content = content.dropFirst(7).drop(while: \.isWhitespace) }
    guard let equals = content.firstIndex(of: "=") else {
      throw EnvironmentFileError(path: path, line: index + 1, message: "expected NAME=value")
    }
    let name = trimmed(content[..<equals])
    guard isVariableName(name) else {
      throw EnvironmentFileError(path: path, line: index + 1, message: "'\(name)' is not a variable's name")
    }
    do {
      let value = try dotenvValue(content[content.index(after: equals)...])
      variables[String(name)] = DotenvVariable(value: value, line: index + 1)
    } catch {
      throw EnvironmentFileError(path: path, line: index + 1, message: error.rawValue)
    }
  }
  return variables
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

/// What is wrong with a value. The message never quotes it: it may be a secret.
private enum ValueFault: String, Error {
  case isOpen = "a quote is not closed"
  case isFollowed = "there is text after the closing quote"
}

/// The value after `=`.
private func dotenvValue(_ raw: Substring) throws(ValueFault) -> String {
  let text = trimmed(raw)
  switch text.first {
  case "'":
    guard let close = text.dropFirst().firstIndex(of: "'") else { throw .isOpen }
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
private func checkEnd(_ rest: Substring) throws(ValueFault) {
  let rest = rest.drop(while: \.isWhitespace)
  guard rest.isEmpty || rest.first == "#" else { throw .isFollowed }
}

private func doubleQuotedValue(_ text: Substring) throws(ValueFault) -> String {
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
  throw .isOpen
}
