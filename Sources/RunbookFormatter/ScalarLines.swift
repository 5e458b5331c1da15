// Takes scalars apart into lines that can be indented anew. Their content stays what it is.

enum ScalarLines {
  /// A plain scalar (YAML 1.2.2, section 7.3.3): blanks around its lines have no meaning.
  static func plain(_ bytes: ArraySlice<UInt8>) -> LayoutScalar {
    LayoutScalar(.plain, lines(of: bytes).map { string(stripped($0)) })
  }

  /// A quoted scalar (sections 7.3.1 and 7.3.2): blanks around its line breaks have no meaning unless escaped.
  static func quoted(_ bytes: ArraySlice<UInt8>) -> LayoutScalar {
    let lines = lines(of: bytes)
    let isDouble = bytes.first == UInt8(ascii: "\"")
    let texts = lines.enumerated().map { index, line -> String in
      var line = line
      if index > 0 { line = line.drop(while: isBlank) }
      if index < lines.count - 1 { line = withoutBlanksAtEnd(line, isDouble: isDouble) }
      return string(line)
    }
    let scalar = LayoutScalar(isDouble ? .doubleQuoted : .singleQuoted, texts)
    return isDouble ? scalar : doubleQuoted(scalar)
  }

  /// A single-quoted scalar in double quotes, where it reads the same there.
  private static func doubleQuoted(_ scalar: LayoutScalar) -> LayoutScalar {
    guard scalar.lines.count == 1 else { return scalar }
    let inner = scalar.lines[0].utf8.dropFirst().dropLast()
    let isSame = inner.allSatisfy {
      $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    guard isSame else { return scalar }
    return LayoutScalar(.doubleQuoted, ["\"" + String(decoding: Array(inner), as: UTF8.self) + "\""])
  }

  private static func withoutBlanksAtEnd(_ line: ArraySlice<UInt8>, isDouble: Bool) -> ArraySlice<UInt8> {
    var end = line.endIndex
    while end > line.startIndex, isBlank(line[end - 1]) { end -= 1 }
    if isDouble, end < line.endIndex {
      let slashes = line[..<end].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      if slashes % 2 == 1 { end += 1 }
    }
    return line[..<end]
  }

  // MARK: Block scalars

  /// A block scalar (section 8.1), and where it ends: behind its last line that is content.
  static func block(
    _ scanner: GapScanner, _ range: Range<Int>, parentColumn: Int
  ) -> (scalar: LayoutScalar, end: Int) {
    let headerEnd = scanner.lineEnd(from: range.lowerBound)
    let header = stripped(scanner.bytes[range.lowerBound..<headerEnd])
    var scalar = LayoutScalar(.block, [])
    for byte in header.dropFirst().prefix(2) {
      if (0x31...0x39).contains(byte) { scalar.indicator = Int(byte - 0x30) }
      if byte == UInt8(ascii: "+") { scalar.keepsEnd = true }
    }
    let (lines, ends) = contentLines(scanner, from: headerEnd, lastContent: range.upperBound)
    let indentation =
      scalar.indicator.map { parentColumn + $0 }
      ?? firstIndentation(of: lines)
    // What is left of the last lines once blank ones are dropped that are no content.
    var count = lines.count
    if !scalar.keepsEnd {
      while count > 0, lines[count - 1].count <= indentation, lines[count - 1].allSatisfy(isBlank) {
        count -= 1
      }
    }
    scalar.lines = [headerText(header)] + lines[..<count].map { string($0.dropFirst(indentation)) }
    return (scalar, count == 0 ? headerEnd : ends[count - 1])
  }

  /// The indicators, and the comment behind them two blanks apart.
  private static func headerText(_ header: ArraySlice<UInt8>) -> String {
    guard let sign = header.firstIndex(of: UInt8(ascii: "#")) else { return string(header) }
    return string(stripped(header[..<sign])) + "  " + GapScanner.spaced(header[sign...])
  }

  /// The indentation of the first line that is not blank, or of the longest one.
  private static func firstIndentation(of lines: [ArraySlice<UInt8>]) -> Int {
    guard let first = lines.first(where: { !$0.allSatisfy(isBlank) }) else {
      return lines.map(\.count).max() ?? 0
    }
    return first.prefix { $0 == 0x20 }.count
  }

  /// The lines behind the header up to the last that holds content, and the blank ones behind that.
  private static func contentLines(
    _ scanner: GapScanner, from headerEnd: Int, lastContent: Int
  ) -> (lines: [ArraySlice<UInt8>], ends: [Int]) {
    var scanner = scanner
    var lines: [ArraySlice<UInt8>] = []
    var ends: [Int] = []
    scanner.position = headerEnd
    while scanner.position < scanner.bytes.count {
      scanner.passLineBreak()
      let start = scanner.position
      let end = scanner.lineEnd(from: start)
      let line = scanner.bytes[start..<end]
      // At the end of the file there may be no line behind the last line break.
      if start >= lastContent, !line.allSatisfy(isBlank) || start == scanner.bytes.count { break }
      lines.append(line)
      ends.append(end)
      scanner.position = end
    }
    return (lines, ends)
  }

  // MARK: Bytes

  private static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      guard byte == 0x0A || byte == 0x0D else {
        index += 1
        continue
      }
      lines.append(bytes[start..<index])
      let isPair = byte == 0x0D && index + 1 < bytes.endIndex && bytes[index + 1] == 0x0A
      index += isPair ? 2 : 1
      start = index
    }
    return lines + [bytes[start...]]
  }

  private static func stripped(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = line.endIndex
    while end > line.startIndex, isBlank(line[end - 1]) { end -= 1 }
    return line[..<end].drop(while: isBlank)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
