// Leaves each file in a list of what was found once. Does not read the files.
internal import SystemFiles

enum UniqueTargets {
  /// The items without those that are the same file as another: the file itself stays rather than a link to it, and
  /// among equals the first. One that was named stays named. Each gets its place.
  static func of(_ items: [SearchResult.Item], _ places: inout CanonicalPaths) -> [SearchResult.Item] {
    var chosen: [String: Int] = [:]
    var kept: [SearchResult.Item?] = []
    kept.reserveCapacity(items.count)
    for item in items {
      guard case .file(var target) = item, let key = locate(&target, &places) else {
        kept.append(item)
        continue
      }
      guard let first = chosen[key], case .file(let other)? = kept[first] else {
        chosen[key] = kept.count
        kept.append(.file(target))
        continue
      }
      let isNamed = target.isNamed || other.isNamed
      if other.place?.isLink == true, target.place?.isLink == false {
        kept[first] = nil
        chosen[key] = kept.count
        kept.append(.file(target.named(isNamed)))
      } else {
        kept[first] = .file(other.named(isNamed))
      }
    }
    return kept.compactMap(\.self)
  }

  /// Finds a file's place, and gives what tells it from others; nil for what can't be told apart.
  private static func locate(_ target: inout CheckTarget, _ places: inout CanonicalPaths) -> String? {
    // Standard input is read once, however often it is named.
    if target.text != nil { return "-" }
    target.place = places.file(target.path, in: target.directory)
    return target.place?.path
  }
}

extension CheckTarget {
  /// The same file, named or found.
  func named(_ isNamed: Bool) -> CheckTarget {
    var target = CheckTarget(path: path, in: directory, isNamed: isNamed, text: text)
    target.place = place
    return target
  }
}
