// A path in a revision as people write it: `main:runbooks/x.yaml`. Knows no repository.

/// `REV:path`, as in `git show`: the path begins at the top of the repository, or, when it begins with `./`
/// or `../`, in the working directory.
package struct RevisionPath: Sendable, Hashable, CustomStringConvertible {
  package let revision: String
  package let path: String

  /// Nil for a text without a colon, or with nothing before or behind its first one.
  ///
  /// A colon in braces belongs to the revision: `HEAD^{/fix: typo}:a.yaml`.
  package init?(_ text: String) {
    var depth = 0
    let colon = text.utf8.indices.first { index in
      switch text.utf8[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ":"): return depth <= 0
      default: break
      }
      return false
    }
    guard let colon, colon > text.startIndex else { return nil }
    let path = text[text.utf8.index(after: colon)...]
    guard !path.isEmpty else { return nil }
    revision = String(text[..<colon])
    self.path = String(path)
  }

  package var description: String { "\(revision):\(path)" }

  /// The path from the top of the repository; nil where it leads out of it, or to a directory.
  ///
  /// - Parameter prefix: The working directory from the top: empty, or with a slash at its end.
  func fromTop(_ prefix: String) -> String? {
    guard !path.utf8.contains(0), !path.hasPrefix("/"), !path.hasSuffix("/") else { return nil }
    let isRelative = path.hasPrefix("./") || path.hasPrefix("../")
    var names: [Substring] = isRelative ? prefix.split(separator: "/") : []
    for name in path.split(separator: "/") where name != "." {
      if name != ".." {
        names.append(name)
      } else if names.popLast() == nil {
        return nil
      }
    }
    return names.isEmpty ? nil : names.joined(separator: "/")
  }
}
