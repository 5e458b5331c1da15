// Adds entries to a file of accepted findings and keeps everything else as it is written.
internal import CanonicalJSON
internal import Diagnostics

/// One entry that is to be added.
package struct NewAcceptance: Sendable, Hashable {
  package var finding: String
  package var category: String
  package var source: String
  package var reason: String
  package var until: String?
  package var isFalsePositive: Bool

  package init(
    finding: String, category: String, source: String, reason: String, until: String?, isFalsePositive: Bool
  ) {
    self.finding = finding
    self.category = category
    self.source = source
    self.reason = reason
    self.until = until
    self.isFalsePositive = isFalsePositive
  }
}

/// Why entries could not be added by an edit.
package struct AcceptanceEditFailure: Error, Sendable, CustomStringConvertible {
  package let description: String
}

package enum AcceptedFindingsEdit {
  /// A new file with these entries.
  package static func newFile(_ entries: [NewAcceptance]) -> [UInt8] {
    let head = """
      # Findings that were looked at and accepted: what each is about, why, and until when.
      # 'wct findings accept' adds entries; docs/findings.md says what they may hold.
      accepted:

      """
    return Array((head + text(entries, indent: "  ")).utf8)
  }

  /// The file with entries after those that it has; comments and layout stay.
  ///
  /// - Throws: ``AcceptanceEditFailure`` for a file whose layout leaves no place for them.
  package static func adding(
    _ entries: [NewAcceptance], to file: AcceptedFindingsFile
  ) throws(AcceptanceEditFailure) -> [UInt8] {
    let bytes = edited(entries, file)
    // Whatever the layout was, the outcome has to say what was asked for, and all that was said before.
    let (result, report) = AcceptedFindingsFile.read(bytes, name: file.path)
    guard let result, result.count == file.count + entries.count, report.diagnostics.isEmpty,
      Self.plain(result).starts(with: Self.plain(file))
    else {
      throw AcceptanceEditFailure(
        description: "the list of \(file.path) is laid out in a way that entries can't be added to; "
          + "write it as a block, with '- ' at the beginning of each entry")
    }
    return bytes
  }

  private static func edited(_ entries: [NewAcceptance], _ file: AcceptedFindingsFile) -> [UInt8] {
    let bytes = file.bytes
    guard let last = file.entries.last, bytes[file.list.lowerBound] != UInt8(ascii: "[") else {
      // An empty list is written as `[]`; the block takes its place.
      return Array(bytes[..<file.list.lowerBound]) + Array(("\n" + text(entries, indent: "  ")).utf8)
        + Array(bytes[file.list.upperBound...].drop { $0 == 0x0A || $0 == 0x0D })
    }
    // After the line on which the last entry ends, which may go on with a comment.
    var end = min(last.upperBound, bytes.count)
    if end > 0, bytes[end - 1] == 0x0A { end -= 1 }
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    let start = bytes[..<min(last.lowerBound, bytes.count)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let indent = bytes[start...].prefix { $0 == 0x20 }.count
    let added = text(entries, indent: String(repeating: " ", count: indent))
    return Array(bytes[..<end]) + [0x0A] + Array(added.utf8) + Array(bytes[min(end + 1, bytes.count)...])
  }

  /// What the entries say, without their places.
  private static func plain(_ file: AcceptedFindingsFile) -> [String] {
    (file.json.objectValue?["accepted"]?.arrayValue ?? []).map { entry in
      var object = entry.objectValue ?? [:]
      object["range"] = nil
      return object.members.map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
    }
  }

  private static func text(_ entries: [NewAcceptance], indent: String) -> String {
    entries.map { entry in
      var lines = [
        "- finding: \(entry.finding)", "  category: \(quoted(entry.category))",
        "  source: \(quoted(entry.source))", "  reason: \(quoted(entry.reason))",
      ]
      if let until = entry.until { lines.append("  until: \(until)") }
      if entry.isFalsePositive { lines.append("  false_positive: true") }
      return lines.map { indent + $0 + "\n" }.joined()
    }.joined()
  }

  /// A double-quoted scalar of YAML 1.2, section 7.3.1; plain where that can mean nothing else.
  private static func quoted(_ text: String) -> String {
    let isPlain =
      text.utf8.first.map { (0x61...0x7A).contains($0 | 0x20) } ?? false
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F || byte == 0x2F
          || byte == 0x2E
      } && text.utf8.contains { $0 == 0x5F || $0 == 0x2F }
    if isPlain { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        let isShown =
          scalar.value >= 0x20 && scalar.value < 0x7F
          || scalar.value >= 0xA0 && scalar.value != 0x2028
            && scalar.value != 0x2029 && scalar.value != 0xFEFF
        if isShown { result.unicodeScalars.append(scalar) } else { result += escape(scalar) }
      }
    }
    return result + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
  }
}
