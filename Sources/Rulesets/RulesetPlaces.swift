// Where on the disk a ruleset is looked for, for those who ask whether a lookup would go the same way again.
internal import SystemFiles

/// The places that a lookup depends on.
package struct RulesetPlaces: Sendable {
  /// The directories that are listed, whether they exist or not.
  package let folders: [String]
  /// The file that is read; nil for a built-in ruleset, and for none.
  package let file: String?

  package init(folders: [String], file: String?) {
    self.folders = folders
    self.file = file
  }
}

extension RulesetLibrary {
  /// The places that ``load(_:kind:sources:)`` looks at for a URI; none without directories of its provider.
  package func places(of text: String) -> RulesetPlaces {
    guard let uri = RulesetURI(parsing: text) else { return RulesetPlaces(folders: [], file: nil) }
    let own = directories.filter { $0.provider == uri.provider }
    let files = own.compactMap { directory -> String? in
      if case .file(let path) = directory.find(uri) { path } else { nil }
    }
    return RulesetPlaces(folders: own.flatMap { $0.folders(of: uri) }, file: files.first)
  }
}
