// One file to be checked, and how it was found.
internal import SystemFiles

/// A file that a check looks at.
package struct CheckTarget: Sendable {
  /// The path as people see it: as it was given, or below the directory that was given.
  package let path: String
  /// Whether it was named, by itself or through a pattern; what was found in a directory is checked only when it
  /// holds a runbook.
  package let isNamed: Bool
  /// What was read from standard input; nil for a file.
  package let text: [UInt8]?
  /// Where the path led when the file was found, and what was there; nil when nothing was, and for standard input.
  var place: CanonicalPaths.Place?
  /// The directory in which `.env`, `.wct.yaml` and child runbooks are looked for.
  package let directory: String

  package init(path: String, isNamed: Bool, text: [UInt8]? = nil) {
    self.init(path: path, in: PathText.parent(of: path), isNamed: isNamed, text: text)
  }

  /// - Parameter directory: What holds the path, where that is known already.
  init(path: String, in directory: String, isNamed: Bool, text: [UInt8]? = nil) {
    self.path = path
    self.directory = directory
    self.isNamed = isNamed
    self.text = text
  }
}
