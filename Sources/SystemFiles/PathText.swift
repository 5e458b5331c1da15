// Paths as text: joining, splitting and normalising, without looking at the disk.

/// Pure functions on POSIX paths.
package enum PathText {
  package static func isAbsolute(_ path: String) -> Bool { path.utf8.first == UInt8(ascii: "/") }

  /// `path` as seen from `base`; an absolute `path` stays.
  package static func join(_ base: String, _ path: String) -> String {
    if isAbsolute(path) || base.isEmpty || base == "." { return path }
    if path.isEmpty || path == "." { return base }
    return base.hasSuffix("/") ? base + path : base + "/" + path
  }

  /// The directory that holds a path; `.` for a bare name.
  package static func parent(of path: String) -> String {
    if let cut = plainCut(path) { return cut == path.startIndex ? "/" : String(path[..<cut]) }
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    let isAbsolute = isAbsolute(path)
    guard parts.count > 1 else { return isAbsolute ? "/" : "." }
    return (isAbsolute ? "/" : "") + parts.dropLast().joined(separator: "/")
  }

  /// The last component.
  package static func name(of path: String) -> String {
    if let cut = plainCut(path) { return String(path[path.utf8.index(after: cut)...]) }
    return lastPart(of: path)
  }

  /// The slash before the last component; nil where slashes stand together or at the end, or where there is none.
  private static func plainCut(_ path: String) -> String.Index? {
    let bytes = path.utf8Span.span
    var cut = -1
    for index in bytes.indices where bytes[index] == UInt8(ascii: "/") {
      if cut >= 0, index == cut + 1 { return nil }
      cut = index
    }
    guard cut >= 0, cut + 1 < bytes.count else { return nil }
    return path.utf8.index(path.startIndex, offsetBy: cut)
  }

  private static func lastPart(of path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: true).last.map(String.init) ?? path
  }

  /// The last component without its last extension: `shop.db` → `shop`, `.env` → `.env`.
  package static func stem(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The path as Python's `Path` prints it: no doubled or trailing slashes, no `.` parts; `..` stays.
  ///
  /// Exactly two slashes at the start stay two: POSIX leaves their meaning to the system.
  package static func lexicallyClean(_ path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
    let joined = parts.joined(separator: "/")
    if path.hasPrefix("//"), !path.hasPrefix("///") { return "//" + joined }
    if isAbsolute(path) { return "/" + joined }
    return joined.isEmpty ? "." : joined
  }
}
