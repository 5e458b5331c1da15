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
    let text = entry.text
    hasReadableName = text != nil
    name = text ?? String(decoding: entry.name, as: UTF8.self)
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
  static func isYAML(_ name: [UInt8]) -> Bool { ends(name, ".yaml") || ends(name, ".yml") }

  /// - Parameter ending: In small letters.
  private static func ends(_ name: [UInt8], _ ending: StaticString) -> Bool {
    guard name.count >= ending.utf8CodeUnitCount else { return false }
    return ending.withUTF8Buffer { expected in
      let start = name.count - expected.count
      // SAFETY: the buffer is the literal's own, and lives as long as the program.
      return expected.indices.allSatisfy { index in
        let byte = name[start + index]
        return unsafe ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == expected[index]
      }
    }
  }
}
