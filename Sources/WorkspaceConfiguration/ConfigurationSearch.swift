// Finds the configuration that holds for a file. Does not know what is in it.
internal import SystemFiles

/// The nearest `.wct.yaml` above a file, each directory looked at once.
///
/// The search goes from the file's directory upwards and ends at the first `.wct.yaml`, behind a directory that
/// holds `.git` (so that what a repository's check says does not depend on what lies around the clone), or at the
/// root of the file system.
package struct ConfigurationSearch: Sendable {
  /// The name that is looked for.
  package static let fileName = ".wct.yaml"

  private var found: [String: String?] = [:]

  package init() {}

  /// Where a configuration is or would be found, for the files that were asked about.
  package var lookedAt: [String] { found.keys.map { PathText.join($0, Self.fileName) }.sorted() }

  /// The path of the configuration for a file; nil when there is none.
  ///
  /// - Parameter path: The file's path; the answer is written from the same starting point.
  package mutating func nearest(toFileAt path: String) -> String? {
    nearest(above: PathText.parent(of: path))
  }

  private mutating func nearest(above directory: String) -> String? {
    var passed: [String] = []
    var directory: String? = directory
    var answer: String?
    while let current = directory {
      if let known = found[current] {
        answer = known
        break
      }
      passed.append(current)
      answer = Self.configuration(in: current)
      if answer != nil || Self.isTopmost(current) { break }
      directory = Self.parent(of: current)
    }
    for directory in passed { found[directory] = .some(answer) }
    return answer
  }

  private static func configuration(in directory: String) -> String? {
    let path = PathText.join(directory, fileName)
    let kind = try? FileStatus.of(path).kind
    return kind == .file ? path : nil
  }

  /// Whether nothing above a directory counts.
  private static func isTopmost(_ directory: String) -> Bool {
    if (try? FileStatus.of(PathText.join(directory, ".git"))) != nil { return true }
    // A directory that does not exist may stand in one that does; upwards from the working directory that ends.
    guard let own = identity(of: directory) else {
      return [".", ".."].contains(PathText.name(of: directory))
    }
    guard let above = identity(of: parent(of: directory)) else { return true }
    return own == above
  }

  private static func identity(of directory: String) -> FileStatus.Identity? {
    try? FileStatus.of(directory).identity
  }

  /// The directory above: `a/b` → `a`, `a` → `.`, `.` → `..`, `..` → `../..`.
  private static func parent(of directory: String) -> String {
    let clean = PathText.lexicallyClean(directory)
    if clean == "." { return ".." }
    if PathText.name(of: clean) == ".." { return clean + "/.." }
    return PathText.parent(of: clean)
  }
}
