// Matches one name of a path against a glob without slashes. Knows no paths.

/// A glob: `*`, `?`, `[a-z]`, `[!a-z]`, backslash escapes.
struct NameGlob: Sendable {
  private enum Element: Sendable {
    case literal(Unicode.Scalar)
    case anyCharacter
    case anyText
    case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)
  }

  private let elements: [Element]
  /// A lone `*`, which unlike other globs does not match an empty name.
  private let needsText: Bool

  /// Why a glob means nothing.
  struct Malformed: Error { let reason: String }

  init(_ pattern: [Unicode.Scalar]) throws(Malformed) {
    var elements: [Element] = []
    var position = 0
    while position < pattern.count {
      let scalar = pattern[position]
      position += 1
      switch scalar {
      case "\\":
        guard position < pattern.count else { throw Malformed(reason: "a backslash ends it") }
        elements.append(.literal(pattern[position]))
        position += 1
      case "*": elements.append(.anyText)
      case "?": elements.append(.anyCharacter)
      case "[": elements.append(try Self.set(pattern, &position) ?? .literal("["))
      default: elements.append(.literal(scalar))
      }
    }
    self.elements = elements
    needsText = pattern == ["*"]
  }

  /// The set whose `[` stands before `position`, which moves behind its `]`; nil when none closes it.
  private static func set(_ pattern: [Unicode.Scalar], _ position: inout Int) throws(Malformed) -> Element? {
    var index = position
    let isNegated = index < pattern.count && (pattern[index] == "!" || pattern[index] == "^")
    if isNegated { index += 1 }
    let start = index
    // A `]` that comes first is one of the set.
    if index < pattern.count, pattern[index] == "]" { index += 1 }
    guard let end = pattern[index...].firstIndex(of: "]") else { return nil }
    position = end + 1
    return .set(try ranges(pattern[start..<end]), isNegated: isNegated)
  }

  private static func ranges(_ content: ArraySlice<Unicode.Scalar>) throws(Malformed) -> [ClosedRange<
    Unicode.Scalar
  >] {
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    var rest = content
    while let low = rest.popFirst() {
      if rest.first == "-", let high = rest.dropFirst().first {
        rest = rest.dropFirst(2)
        guard low <= high else { throw Malformed(reason: "the range \(low)-\(high) runs backwards") }
        ranges.append(low...high)
      } else {
        ranges.append(low...low)
      }
    }
    return ranges
  }

  /// Whether the whole name fits. A star that has to take more is retried from its own place, the latest first.
  func matches(_ name: [Unicode.Scalar]) -> Bool {
    if needsText, name.isEmpty { return false }
    var element = 0
    var position = 0
    var retry: (element: Int, position: Int)?
    while position < name.count || element < elements.count {
      if element < elements.count {
        if case .anyText = elements[element] {
          retry = (element, position)
          element += 1
          continue
        }
        if position < name.count, fits(name[position], elements[element]) {
          (element, position) = (element + 1, position + 1)
          continue
        }
      }
      guard let star = retry, star.position < name.count else { return false }
      retry = (star.element, star.position + 1)
      (element, position) = (star.element + 1, star.position + 1)
    }
    return true
  }

  private func fits(_ scalar: Unicode.Scalar, _ element: Element) -> Bool {
    switch element {
    case .literal(let expected): scalar == expected
    case .anyCharacter: true
    case .anyText: false
    case .set(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
    }
  }
}
