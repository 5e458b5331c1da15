// Matches one name of a path against a glob without slashes. Knows no paths.

/// A glob: `*`, `?`, `[a-z]`, `[!a-z]`, backslash escapes.
package struct NameGlob: Sendable {
  private enum Element: Sendable {
    case literal(Unicode.Scalar)
    case anyCharacter
    case anyText
    case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)
  }

  private var elements: [Element] = []
  /// A lone `*`, which unlike other globs does not match an empty name.
  private let needsText: Bool
  /// The first part that means nothing, and was read as the character that it begins with.
  private var fault: Malformed?

  /// Why a glob means nothing.
  struct Malformed: Error { let reason: String }

  /// A glob of gitignore files.
  init(_ pattern: [Unicode.Scalar]) throws(Malformed) {
    self.init(asInShell: pattern)
    if let fault { throw fault }
  }

  /// A glob as a shell takes it: what means nothing stands for itself.
  package init(asInShell pattern: [Unicode.Scalar]) {
    needsText = pattern == ["*"]
    var position = 0
    while position < pattern.count {
      let start = position
      do throws(Malformed) {
        elements.append(try Self.element(pattern, &position))
      } catch {
        fault = fault ?? error
        elements.append(.literal(pattern[start]))
        position = start + 1
      }
    }
  }

  /// The only name that fits; nil when there may be several.
  package var literal: String? {
    var text = String.UnicodeScalarView()
    for element in elements {
      guard case .literal(let scalar) = element else { return nil }
      text.append(scalar)
    }
    return String(text)
  }

  /// Whether the pattern names the dot that a hidden file's name begins with.
  package var beginsWithDot: Bool {
    if case .literal(".")? = elements.first { true } else { false }
  }

  /// The element at `position`, which moves behind it.
  private static func element(
    _ pattern: [Unicode.Scalar], _ position: inout Int
  ) throws(Malformed) -> Element {
    let scalar = pattern[position]
    position += 1
    switch scalar {
    case "\\":
      guard position < pattern.count else { throw Malformed(reason: "a backslash ends it") }
      position += 1
      return .literal(pattern[position - 1])
    case "*": return .anyText
    case "?": return .anyCharacter
    case "[": return try set(pattern, &position) ?? .literal("[")
    default: return .literal(scalar)
    }
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
  package func matches(_ name: [Unicode.Scalar]) -> Bool {
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
