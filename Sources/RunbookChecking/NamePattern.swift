// Matches one name of a path against the part of a glob between two slashes. Knows no paths.

/// One part of a glob: characters, `*`, `?`, and sets.
struct NamePattern: Sendable {
  private enum Element: Sendable {
    case literal(Unicode.Scalar)
    case anyCharacter
    case anyText
    case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)
  }

  private var elements: [Element] = []
  /// The only name that fits; nil when there may be several.
  private(set) var literal: String?

  init(_ pattern: [Unicode.Scalar]) {
    var position = 0
    var text: String.UnicodeScalarView? = String.UnicodeScalarView()
    while position < pattern.count {
      let element = Self.element(pattern, &position)
      if case .literal(let scalar) = element { text?.append(scalar) } else { text = nil }
      elements.append(element)
    }
    literal = text.map { String($0) }
  }

  /// Whether the pattern names the dot that a hidden file's name begins with.
  var beginsWithDot: Bool {
    if case .literal(".")? = elements.first { true } else { false }
  }

  /// The element at `position`, which moves behind it.
  private static func element(_ pattern: [Unicode.Scalar], _ position: inout Int) -> Element {
    let scalar = pattern[position]
    position += 1
    switch scalar {
    case "*": return .anyText
    case "?": return .anyCharacter
    case "[": return set(pattern, &position) ?? .literal("[")
    case "\\" where position < pattern.count:
      position += 1
      return .literal(pattern[position - 1])
    default: return .literal(scalar)
    }
  }

  /// The set whose `[` stands before `position`; nil when none closes it, or when a range runs backwards.
  private static func set(_ pattern: [Unicode.Scalar], _ position: inout Int) -> Element? {
    var index = position
    let isNegated = index < pattern.count && (pattern[index] == "!" || pattern[index] == "^")
    if isNegated { index += 1 }
    // A `]` that comes first is one of the set.
    let first = index < pattern.count && pattern[index] == "]" ? index + 1 : index
    guard first <= pattern.count, let end = pattern[first...].firstIndex(of: "]"),
      let ranges = ranges(pattern[index..<end])
    else { return nil }
    position = end + 1
    return .set(ranges, isNegated: isNegated)
  }

  private static func ranges(_ content: ArraySlice<Unicode.Scalar>) -> [ClosedRange<Unicode.Scalar>]? {
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    var rest = content
    while let low = rest.popFirst() {
      guard rest.first == "-", let high = rest.dropFirst().first else {
        ranges.append(low...low)
        continue
      }
      guard low <= high else { return nil }
      ranges.append(low...high)
      rest = rest.dropFirst(2)
    }
    return ranges
  }

  /// Whether the whole name fits. A star that has to take more is retried from its own place.
  func matches(_ name: [Unicode.Scalar]) -> Bool {
    var (element, position) = (0, 0)
    var retry: (element: Int, position: Int)?
    while position < name.count || element < elements.count {
      if element < elements.count {
        if case .anyText = elements[element] {
          retry = (element, position)
          element += 1
          continue
        }
        if position < name.count, Self.fits(name[position], elements[element]) {
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

  private static func fits(_ scalar: Unicode.Scalar, _ element: Element) -> Bool {
    switch element {
    case .literal(let expected): scalar == expected
    case .anyCharacter: true
    case .anyText: false
    case .set(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
    }
  }
}
