// Finds and loads rulesets by URI: from directories first, then from those that are part of the program.
package import CanonicalJSON
package import Diagnostics
package import RulesetModel
internal import SystemFiles

/// What looking for a ruleset came to.
package enum RulesetLookup: Sendable {
  /// The checked ruleset, something that people should know about it, and warnings with spans in its file.
  case found(value: JSONValue, note: String?, warnings: [Diagnostic])
  /// The places that were searched, and the URI that was probably meant.
  case notFound(searched: [String], suggestion: String?)
  /// The URI is none, or the place that it leads to can't be read.
  case malformed(String)
  /// The file is no ruleset of the kind asked for; at least one diagnostic, with spans in the file.
  case invalid([Diagnostic])
}

/// The rulesets that can be named. Reads files when asked, keeps nothing.
package struct RulesetLibrary: Sendable {
  let directories: [RulesetDirectory]
  private let checkPattern: PatternCheck?

  /// - Parameters:
  ///   - directories: The providers' directories, in the order in which they are searched.
  ///   - checkPattern: Refuses regular expressions that can't be used; without it none is refused here.
  package init(directories: [(name: String, path: String)] = [], checkPattern: PatternCheck? = nil) {
    self.directories = directories.map { RulesetDirectory(provider: $0.name, path: $0.path) }
    self.checkPattern = checkPattern
  }

  /// The same with further directories, which are searched after the present ones.
  package func adding(_ more: [(name: String, path: String)]) -> RulesetLibrary {
    let all = directories.map { ($0.provider, $0.path) } + more.map { ($0.name, $0.path) }
    return RulesetLibrary(directories: all, checkPattern: checkPattern)
  }

  /// The URIs of the rulesets that are part of the program, sorted.
  package static var builtInURIs: [String] { BuiltInRuleset.all.map(\.uri.description).sorted() }

  /// Every URI that can be loaded, sorted.
  package var uris: [String] {
    let all = directories.flatMap(\.uris) + BuiltInRuleset.all.map(\.uri)
    return Set(all.map(\.description)).sorted()
  }

  /// Looks for a ruleset and loads it. Its file is added to `sources`.
  package func load(
    _ text: String, kind: RulesetKind, sources: inout SourceCollection
  ) -> RulesetLookup {
    guard let uri = RulesetURI(parsing: text) else {
      return .malformed("a ruleset is named as provider/name/version, for example wct/\(kind.name)/1.0.0")
    }
    for directory in directories where directory.provider == uri.provider {
      switch directory.find(uri) {
      case .file(let path): return read(path, uri, kind, &sources)
      case .unusable(let reason): return .malformed(reason)
      case .nothing: break
      }
    }
    let (builtIn, note) = resolved(uri)
    if let ruleset = BuiltInRuleset.all.first(where: { $0.uri == builtIn }) {
      // The tests have tried the patterns of these; compiling them each time would take longer than the rest.
      return load(ruleset.sourceName, ruleset.bytes, uri, note, kind, nil, &sources)
    }
    return .notFound(searched: searched(for: uri), suggestion: suggestion(for: uri))
  }

  /// What ``load(_:kind:sources:)`` would find, without reading it, where that is certain: the built-in ruleset of a
  /// kind, which the tests have tried. Its value is null.
  ///
  /// - Returns: Nil for any other ruleset.
  package func recognise(_ text: String, kind: RulesetKind) -> RulesetLookup? {
    guard let uri = RulesetURI(parsing: text), uri.name == kind.name, !hasDirectory(for: uri.provider)
    else { return nil }
    let (builtIn, note) = resolved(uri)
    return BuiltInRuleset.all.contains { $0.uri == builtIn }
      ? .found(value: .null, note: note, warnings: []) : nil
  }

  /// Reads the bytes of a ruleset file, wherever they come from; `name` stands for its path.
  package static func parse(
    _ bytes: [UInt8], name: String, kind: RulesetKind, sources: inout SourceCollection,
    checkPattern: PatternCheck? = nil
  ) -> RulesetLookup {
    do {
      let file = try RulesetFile(name, bytes, kind: kind, checkPattern: checkPattern, sources: &sources)
      return .found(
        value: file.value, note: file.remarks.isEmpty ? nil : file.remarks.joined(separator: "; "),
        warnings: file.warnings)
    } catch {
      return .invalid(error.diagnostics)
    }
  }

  /// Whether there are rulesets besides those of the program.
  package var hasDirectories: Bool { !directories.isEmpty }

  private func hasDirectory(for provider: String) -> Bool {
    directories.contains { $0.provider == provider }
  }

  /// The URI among the built-in rulesets, and a note where it is another.
  private func resolved(_ uri: RulesetURI) -> (RulesetURI, note: String?) {
    guard uri.provider == RulesetURI.localProvider, !hasDirectory(for: uri.provider) else {
      return (uri, nil)
    }
    let builtIn = uri.from(provider: RulesetURI.builtInProvider)
    return (builtIn, "'\(uri)' stands for the built-in ruleset '\(builtIn)'")
  }

  private func read(
    _ path: String, _ uri: RulesetURI, _ kind: RulesetKind, _ sources: inout SourceCollection
  ) -> RulesetLookup {
    do {
      return load(path, try readFile(path), uri, nil, kind, checkPattern, &sources)
    } catch {
      return .malformed("\(error)")
    }
  }

  private func load(
    _ name: String, _ bytes: [UInt8], _ uri: RulesetURI, _ note: String?, _ kind: RulesetKind,
    _ checkPattern: PatternCheck?, _ sources: inout SourceCollection
  ) -> RulesetLookup {
    do {
      let file = try RulesetFile(name, bytes, kind: kind, checkPattern: checkPattern, sources: &sources)
      let notes = [note].compactMap(\.self) + Self.mismatch(file.value, uri, name) + file.remarks
      return .found(
        value: file.value, note: notes.isEmpty ? nil : notes.joined(separator: "; "), warnings: file.warnings)
    } catch {
      return .invalid(error.diagnostics)
    }
  }

  /// A remark when a file calls itself by another name than the one it was found by.
  private static func mismatch(_ value: JSONValue, _ uri: RulesetURI, _ file: String) -> [String] {
    let name = value.objectValue?["name"]?.stringValue ?? ""
    let version = value.objectValue?["version"]?.stringValue ?? ""
    if name == uri.name, version == uri.version { return [] }
    return ["\(file) calls itself '\(name)', version '\(version)'"]
  }

  private func searched(for uri: RulesetURI) -> [String] {
    let folders = directories.filter { $0.provider == uri.provider }.flatMap { $0.folders(of: uri) }
    return folders.map { "\($0)/*.yaml" } + ["the built-in rulesets (\(RulesetURI.builtInProvider)/…)"]
  }

  /// The same name under another provider, else the most similar URI.
  private func suggestion(for uri: RulesetURI) -> String? {
    let known = directories.flatMap(\.uris) + BuiltInRuleset.all.map(\.uri)
    if let twin = known.first(where: { $0.name == uri.name && $0.version == uri.version }) {
      return twin.description
    }
    if let other = known.first(where: { $0.name == uri.name && $0.provider == uri.provider }) {
      return other.description
    }
    let stand = hasDirectory(for: RulesetURI.localProvider) ? nil : RulesetURI.localProvider
    let aliases = stand.map { provider in BuiltInRuleset.all.map { $0.uri.from(provider: provider) } } ?? []
    return closest(to: uri.description, among: (known + aliases).map(\.description))
  }
}
