// Splits a body of several parts at its boundary (RFC 2046, section 5.1).

enum MIMEParts {
  /// The parts between the boundary lines; what stands before and after them is no part.
  static func split(_ body: ArraySlice<UInt8>, _ boundary: [UInt8]) -> [ArraySlice<UInt8>] {
    let mark = [0x2D, 0x2D] + boundary
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var line = body.startIndex
    while line < body.endIndex {
      let end = body[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? body.endIndex
      if body[line..<end].starts(with: mark) {
        if let start { parts.append(trimmed(body[start..<line])) }
        let isLast = body[line..<end].dropFirst(mark.count).starts(with: [0x2D, 0x2D])
        start = isLast ? nil : end
        if isLast { return parts }
      }
      line = end
    }
    // A message that was cut has no last boundary.
    if let start { parts.append(body[start...]) }
    return parts
  }

  /// The line end before a boundary belongs to the boundary.
  private static func trimmed(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let shorter = part.last == 0x0A ? part.dropLast() : part
    return shorter.last == 0x0D ? shorter.dropLast() : shorter
  }
}
