// The table of programming languages, by the extensions of their files. Knows no text.

/// A language that `source_code` names.
struct ProgrammingLanguage: Sendable, Equatable {
  /// The name that findings carry.
  let name: String
  /// What else people call it.
  let aliases: [String]
  /// With the dot, in lower case.
  let extensions: [String]
  /// Whether its files count without being asked for.
  let isDefault: Bool

  static let all: [ProgrammingLanguage] = [
    ProgrammingLanguage("php", [], [".php", ".php3", ".php4", ".php5", ".phtml"], isDefault: true),
    ProgrammingLanguage(
      "javascript", ["js"], [".js", ".jsx", ".mjs", ".cjs", ".vue"], isDefault: true),
    ProgrammingLanguage("typescript", ["ts"], [".ts", ".tsx", ".mts", ".cts"], isDefault: true),
    ProgrammingLanguage("python", ["py"], [".py", ".pyw", ".pyi"]),
    ProgrammingLanguage("java", [], [".java"]),
    ProgrammingLanguage("kotlin", ["kt"], [".kt", ".kts"]),
    ProgrammingLanguage("go", ["golang"], [".go"]),
    ProgrammingLanguage("ruby", ["rb"], [".rb", ".rake", ".erb"]),
    ProgrammingLanguage("csharp", ["c#", "cs"], [".cs", ".cshtml", ".razor"]),
    ProgrammingLanguage("swift", [], [".swift"]),
    ProgrammingLanguage("rust", ["rs"], [".rs"]),
    ProgrammingLanguage("sql", [], [".sql"]),
  ]

  private init(
    _ name: String, _ aliases: [String], _ extensions: [String], isDefault: Bool = false
  ) {
    self.name = name
    self.aliases = aliases
    self.extensions = extensions
    self.isDefault = isDefault
  }

  /// The language of this name or alias, whatever the case and the space around it.
  static func named(_ text: String) -> ProgrammingLanguage? {
    let name = lowercasedASCII(text.utf8.filter { !isSpace($0) })
    return all.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// The extension of a path's last part, with the dot, in lower case; nil without one.
  ///
  /// As in Python's `Path.suffix`: `.php` alone is a name and no extension, and so is a dot at the end.
  static func fileExtension(of path: String) -> String? {
    guard let name = path.utf8.split(separator: UInt8(ascii: "/")).last,
      let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex,
      name.index(after: dot) < name.endIndex
    else { return nil }
    return lowercasedASCII(name[dot...])
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  private static func lowercasedASCII(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: bytes.map { $0 &- 0x41 < 26 ? $0 + 0x20 : $0 }, as: UTF8.self)
  }
}
