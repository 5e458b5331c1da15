// How a listing is dressed for what it is shown on.

/// Width and colours of a listing.
package struct ListingStyle: Sendable {
  /// Columns that a line may take; `.max`: as many as it needs.
  package let width: Int
  package let isColoured: Bool
  /// Whether each instruction is followed by what it is told.
  package let isLong: Bool

  package init(width: Int = .max, isColoured: Bool = false, isLong: Bool = false) {
    self.width = max(20, width)
    self.isColoured = isColoured
    self.isLong = isLong
  }

  /// What a piece of text is.
  enum Role: String {
    case heading = "1"
    case number = "36"
    case operation = "32"
    case quiet = "2"
    case sensitive = "31"
    case tainted = "33"
    case plain = ""
  }

  /// The text in the colour of its role (ECMA-48, "Select Graphic Rendition").
  func paint(_ text: String, _ role: Role) -> String {
    isColoured && role != .plain && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension String {
  /// How many code points it has: what columns are counted in.
  var columns: Int { unicodeScalars.count }

  /// The text with an ellipsis where it is longer than that many code points.
  func cut(to width: Int) -> String {
    guard columns > width else { return self }
    var scalars = String.UnicodeScalarView(unicodeScalars.prefix(max(0, width - 1)))
    scalars.append("…")
    return String(scalars)
  }

  /// The same, with the end kept instead of the beginning: places are told by their ends.
  func cutAtStart(to width: Int) -> String {
    guard columns > width else { return self }
    var scalars = String.UnicodeScalarView()
    scalars.append("…")
    scalars.append(contentsOf: unicodeScalars.suffix(max(0, width - 1)))
    return String(scalars)
  }

  /// The text filled up with blanks.
  func padded(to width: Int) -> String {
    columns < width ? self + String(repeating: " ", count: width - columns) : self
  }

  /// The text behind blanks.
  func aligned(to width: Int) -> String {
    columns < width ? String(repeating: " ", count: width - columns) + self : self
  }
}
