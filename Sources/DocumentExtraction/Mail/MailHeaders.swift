// Splits a message into headers and body, and reads the headers. Knows no body.

/// The headers of a message or of one of its parts (RFC 5322, RFC 2045).
struct MailHeaders {
  private let fields: [(name: String, value: String)]

  /// Headers that speak of people, in the order in which they are shown.
  private static let shown = ["From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Subject", "Date"]

  /// - Parameter bytes: The whole message; what follows the first empty line is the body.
  static func split(_ bytes: ArraySlice<UInt8>) -> (headers: MailHeaders, body: ArraySlice<UInt8>) {
    var lines: [String] = []
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[position..<end]
      if line.last == 0x0D { line = line.dropLast() }
      position = min(end + 1, bytes.endIndex)
      if line.isEmpty { break }
      let text =
        String(validating: line, as: UTF8.self)
        ?? String(String.UnicodeScalarView(line.map { Unicode.Scalar($0) }))
      if let first = line.first, first == 0x20 || first == 0x09, !lines.isEmpty {
        lines[lines.count - 1] += " " + text.trimmingBlanks
      } else {
        lines.append(text)
      }
    }
    return (MailHeaders(lines), bytes[position...])
  }

  private init(_ lines: [String]) {
    fields = lines.compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      return (String(line[..<colon]).trimmingBlanks, String(line[line.index(after: colon)...]).trimmingBlanks)
    }
  }

  var isEmpty: Bool { fields.isEmpty }

  subscript(name: String) -> String? {
    fields.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The headers that are shown, one a line, their encoded words decoded.
  func text(_ charsets: any CharsetDecoder) -> String {
    Self.shown.flatMap { name in
      fields.filter { $0.name.lowercased() == name.lowercased() }
        .map { "\(name): \(EncodedWords.decode($0.value, charsets))" }
    }.joined(separator: "\n")
  }
}

/// A header such as `text/plain; charset="utf-8"`: a value and its parameters.
struct MailParameters {
  let value: String
  private var parameters: [String: String] = [:]

  init(_ text: String) {
    let pieces = Self.pieces(text)
    value = (pieces.first ?? "").trimmingBlanks.lowercased()
    for piece in pieces.dropFirst() {
      guard let equals = piece.firstIndex(of: "=") else { continue }
      let name = String(piece[..<equals]).trimmingBlanks.lowercased()
      parameters[name] = String(piece[piece.index(after: equals)...]).trimmingBlanks.unquoted
    }
  }

  /// A parameter; one in the form of RFC 2231 is decoded as UTF-8 or Latin-1.
  subscript(name: String) -> String? {
    if let plain = parameters[name] { return plain }
    guard let extended = parameters[name + "*"] ?? parameters[name + "*0*"] else { return nil }
    let pieces = extended.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    let bytes = TransferEncoding.percentDecoded(Array((pieces.last ?? "").utf8))
    return String(validating: bytes, as: UTF8.self)
      ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// The text between semicolons that stand outside quotes.
  private static func pieces(_ text: String) -> [String] {
    var pieces = [""]
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted { pieces.append("") } else { pieces[pieces.count - 1].append(character) }
    }
    return pieces
  }
}

extension String {
  /// Without blanks and tabs at both ends.
  var trimmingBlanks: String {
    let isBlank = { (character: Character) in character == " " || character == "\t" }
    guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }

  fileprivate var unquoted: String {
    guard count >= 2, hasPrefix("\""), hasSuffix("\"") else { return self }
    return String(dropFirst().dropLast()).replacing("\\\"", with: "\"")
  }
}
