// Colours and links of a terminal, or their absence.

/// How text is dressed for what it is shown on.
struct TextStyle: Sendable {
  let isColoured: Bool
  /// The directory that relative paths are seen from, where places are links.
  let linkDirectory: String?

  /// What a piece of text is.
  enum Role: String {
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case strong = "1"
    case frame = "1;34"

    init(_ severity: Severity) {
      switch severity {
      case .error: self = .error
      case .warning: self = .warning
      case .note: self = .note
      }
    }
  }

  /// The text in the colour of its role (ECMA-48, "Select Graphic Rendition").
  func paint(_ text: String, _ role: Role) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// The text as a link to a file, where links are shown ("OSC 8", "Hyperlinks in terminal emulators").
  func link(_ text: String, to path: String) -> String {
    guard let linkDirectory, !path.isEmpty else { return text }
    let absolute = path.hasPrefix("/") ? path : "\(linkDirectory)/\(path)"
    return "\u{1B}]8;;\(FileURI.text(absolute))\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
  }
}
