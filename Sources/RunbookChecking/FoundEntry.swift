// An entry of a directory that may be, or may hold, a runbook. Does not open it.
internal import SystemFiles

/// A YAML file, or a directory to be searched.
struct FoundEntry {
  let name: String
  let path: String
  let isDirectory: Bool
  let isLink: Bool
  let hasReadableName: Bool

  /// Directories that hold what other programs made.
  private static let passedOver: Set<String> = ["node_modules"]

  /// Nil for what is passed over: hidden entries, other files, links to directories.
  init?(_ entry: DirectoryEntry, in directory: String) {
    guard entry.name.first != UInt8(ascii: ".") else { return nil }
    let isYAML = Self.isYAML(entry.name)
    hasReadableName = entry.text != nil
    name = entry.text ?? String(decoding: entry.name, as: UTF8.self)
    path = PathText.join(directory, name)
    let kind = entry.kind ?? (try? FileStatus.of(path, followingLinks: false))?.kind
    isLink = kind == .symbolicLink
    switch kind {
    case .directory:
      guard hasReadableName, !Self.passedOver.contains(name) else { return nil }
      isDirectory = true
    case .file, .symbolicLink:
      guard isYAML else { return nil }
      isDirectory = false
    default: return nil
    }
  }

  /// Whether a name ends with `.yaml` or `.yml`, in small letters or capitals.
  static func isYAML(_ name: [UInt8]) -> Bool {
    let end = name.suffix(5).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return end == Array(".yaml".utf8) || end.suffix(4) == Array(".yml".utf8)[...]
  }
}
