// A directory of rulesets on the disk. Knows where in it a ruleset would be, not what is in its file.
internal import SystemFiles

/// What `--rulesets NAME=DIR` names.
struct RulesetDirectory: Sendable {
  /// The provider that URIs name.
  let provider: String
  let path: String

  /// What a look at the directory came to.
  enum Lookup {
    case file(path: String)
    case nothing
    /// There is something, but it can't be taken.
    case unusable(String)
  }

  /// The places where a ruleset's file may be, the preferred first.
  func folders(of uri: RulesetURI) -> [String] {
    ["\(uri.name)/\(uri.version)", "\(uri.name)/data/\(uri.version)"].map { PathText.join(path, $0) }
  }

  func find(_ uri: RulesetURI) -> Lookup {
    for folder in folders(of: uri) {
      do {
        let files = try listDirectory(folder).compactMap(\.text).filter { $0.hasSuffix(".yaml") }
        if let file = try choose(files, uri, folder) { return .file(path: PathText.join(folder, file)) }
      } catch let error as SystemError {
        if !error.isMissing { return .unusable(error.description) }
      } catch {
        return .unusable("\(error)")
      }
    }
    return .nothing
  }

  private struct Ambiguous: Error, CustomStringConvertible { let description: String }

  /// The only file, or the one that is named as the ruleset.
  private func choose(_ files: [String], _ uri: RulesetURI, _ folder: String) throws(Ambiguous) -> String? {
    if files.count <= 1 { return files.first }
    if files.contains("\(uri.name).yaml") { return "\(uri.name).yaml" }
    throw Ambiguous(
      description: "\(folder) holds several YAML files, and none is called \(uri.name).yaml")
  }

  /// Every ruleset that seems to be there, for suggestions and listings; empty when the directory can't be read.
  var uris: [RulesetURI] {
    var found: Set<RulesetURI> = []
    for name in names(in: path) {
      for version in names(in: PathText.join(path, name)) + names(in: PathText.join(path, "\(name)/data")) {
        let uri = RulesetURI(provider: provider, name: name, version: version)
        if case .file = find(uri) { found.insert(uri) }
      }
    }
    return found.sorted { $0.description < $1.description }
  }

  private func names(in folder: String) -> [String] {
    ((try? listDirectory(folder)) ?? []).compactMap(\.text).filter(RulesetURI.isPart)
  }
}
