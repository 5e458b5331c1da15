// Which of the files below a directory are left out. Does not look at the disk.
internal import SystemFiles

/// The patterns of `--exclude`, as in `.gitignore`: one without a slash fits a name anywhere, one with a slash fits
/// a path from its base on. What fits is left out with everything below it.
package struct Exclusion: Sendable {
  private struct Pattern {
    let glob: PathGlob
    /// The directory that a pattern with a slash begins at; nil: it fits a name anywhere.
    let base: String?
  }

  private var patterns: [Pattern] = []

  package init() {}

  /// - Parameter base: The absolute directory that patterns with slashes begin at.
  package init(_ texts: [String], base: String) { add(texts, base: base) }

  /// Adds patterns that begin at another directory.
  package mutating func add(_ texts: [String], base: String) {
    patterns += texts.filter { !$0.isEmpty }.map { text in
      let inner = text.utf8.dropLast(text.hasSuffix("/") ? 1 : 0)
      let glob = PathGlob(text)
      return Pattern(
        glob: glob, base: inner.contains(UInt8(ascii: "/")) ? (glob.isAbsolute ? "/" : base) : nil)
    }
  }

  package var isEmpty: Bool { patterns.isEmpty }

  /// Whether a file or a directory is left out. What is above it has been asked for before.
  ///
  /// - Parameters:
  ///   - name: The last part of the path.
  ///   - directory: The absolute path of what holds it.
  func covers(_ name: String, in directory: String) -> Bool {
    patterns.contains { pattern in
      guard let base = pattern.base else { return pattern.glob.matches([name]) }
      let path = PathText.join(directory, name)
      guard let rest = Self.names(of: path, below: base) else { return false }
      return pattern.glob.matches(rest)
    }
  }

  /// The names that lead from a directory to a path below it; nil when it is not below it.
  private static func names(of path: String, below base: String) -> [String]? {
    let names = path.split(separator: "/").map(String.init)
    let above = base.split(separator: "/").map(String.init)
    return names.count > above.count && names.starts(with: above) ? Array(names.dropFirst(above.count)) : nil
  }
}
