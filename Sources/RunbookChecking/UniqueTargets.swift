// Leaves each file in a list of what was found once. Does not read the files.
internal import SystemFiles

enum UniqueTargets {
  /// The items without those that are the same file as another: the file itself stays rather than a link to it, and
  /// among equals the first. One that was named stays named.
  static func of(_ items: [SearchResult.Item], _ places: inout CanonicalPaths) -> [SearchResult.Item] {
    var chosen: [String: (index: Int, isLink: Bool)] = [:]
    var named: Set<String> = []
    let keys = items.map { key(of: $0, &places) }
    for (index, key) in keys.enumerated() {
      guard let key else { continue }
      if case .file(let target) = items[index], target.isNamed { named.insert(key.path) }
      if let known = chosen[key.path], !known.isLink || key.isLink { continue }
      chosen[key.path] = (index, key.isLink)
    }
    return items.indices.compactMap { index in
      guard let key = keys[index], case .file(let target) = items[index] else { return items[index] }
      guard chosen[key.path]?.index == index else { return nil }
      guard !target.isNamed, named.contains(key.path) else { return items[index] }
      return .file(CheckTarget(path: target.path, isNamed: true))
    }
  }

  /// Nil for what is no file, or can't be told apart.
  private static func key(
    of item: SearchResult.Item, _ places: inout CanonicalPaths
  ) -> (path: String, isLink: Bool)? {
    guard case .file(let target) = item else { return nil }
    // Standard input is read once, however often it is named.
    if target.text != nil { return ("-", false) }
    return places.file(target.path).map { ($0.path, $0.isLink) }
  }
}
