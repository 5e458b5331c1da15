// The way from a directory to a file, with symbolic links followed.

/// Relative paths that mean the same wherever the program was started.
package enum RelativePath {
  /// The path of a file as seen from a directory, as short as it can be; `..` where the file is not below it.
  ///
  /// Both are seen from the working directory. The file itself need not exist and is not followed when it is a
  /// symbolic link; the directories are.
  package static func from(_ directory: String, to path: String) -> String {
    let base = parts(absolute(directory))
    let target = parts(absolute(PathText.parent(of: path))) + [PathText.name(of: path)]
    let shared = zip(base, target).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: base.count - shared)
    return (up + target.dropFirst(shared)).joined(separator: "/")
  }

  private static func parts(_ path: String) -> [String] { path.split(separator: "/").map(String.init) }

  /// The absolute path of a directory; where it does not exist, by its looks.
  private static func absolute(_ path: String) -> String {
    if let resolved = try? resolvePath(path) { return resolved }
    var names: [Substring] = []
    for name in PathText.join(currentDirectory(), path).split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return "/" + names.joined(separator: "/")
  }
}
