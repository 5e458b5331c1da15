// Hides a value and keeps its shape.

/// Masks values: enough is left for somebody who knows them to recognise them.
package enum EvidenceMask {
  /// What stands for characters that are hidden, however many they are.
  package static let hidden = "••••"
  /// Values of so few characters would mostly consist of their two ends.
  private static let shortest = 7

  /// The first and the last character; of an e-mail address, those of its two parts.
  package static func masked(_ value: String) -> String {
    let scalars = trimmed(value)
    let parts = scalars.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return part(scalars[...]) }
    return "\(part(parts[0]))@\(part(parts[1]))"
  }

  private static func part(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    guard scalars.count >= shortest, let first = scalars.first, let last = scalars.last else { return hidden }
    return shown(first) + hidden + shown(last)
  }

  /// A mark, a control or a part of an emoji says nothing by itself, or harms what stands beside it.
  private static func shown(_ scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
      .spaceSeparator, .nonspacingMark, .spacingMark, .enclosingMark:
      ""
    default: String(scalar)
    }
  }

  private static func trimmed(_ value: String) -> [Unicode.Scalar] {
    var scalars = Array(value.unicodeScalars)[...]
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return Array(scalars.drop { $0.properties.isWhitespace })
  }
}
