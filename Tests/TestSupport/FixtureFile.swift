// The files below `Fixtures/`. Knows nothing of what they hold.
internal import SystemFiles

/// One file of the fixtures, by its path from the top of `Fixtures/`.
package struct FixtureFile: Sendable, Hashable, CustomStringConvertible {
  /// Such as `err/cycle.yaml`.
  package let path: String

  package init(_ path: String) { self.path = path }

  package var description: String { path }

  /// The path on this machine.
  package var absolutePath: String { "\(Self.root)/\(path)" }

  /// The file beside this one whose last extension is another.
  package func sibling(_ suffix: String) -> FixtureFile {
    neighbour(PathText.stem(of: path) + suffix)
  }

  /// The file of another name in the same directory.
  package func neighbour(_ name: String) -> FixtureFile {
    FixtureFile("\(PathText.parent(of: path))/\(name)")
  }

  /// The bytes, or nil where there is no such file.
  package func bytes() -> [UInt8]? { try? readFile(absolutePath) }

  /// Puts other bytes in its place.
  package func write(_ bytes: [UInt8]) throws { try writeFile(absolutePath, bytes) }

  /// Removes it; fine when it is not there.
  package func remove() throws { try removeFile(absolutePath) }

  /// The files of a directory below `Fixtures/` whose names end with `suffix`, sorted.
  package static func all(in directory: String, suffix: String) -> [FixtureFile] {
    let entries = (try? listDirectory("\(root)/\(directory)")) ?? []
    return entries.compactMap(\.text).filter { $0.hasSuffix(suffix) }
      .map { FixtureFile("\(directory)/\($0)") }
  }

  /// `Fixtures/`, two directories above this file's own.
  package static let root: String = {
    var path = #filePath
    for _ in 0..<3 { path = PathText.parent(of: path) }
    return path + "/Fixtures"
  }()
}
