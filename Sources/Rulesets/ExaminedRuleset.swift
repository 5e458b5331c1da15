// A ruleset as its file has it, with the examples and the places of everything. Knows no matching.
package import CanonicalJSON
package import ComponentKit
package import Diagnostics
package import RulesetModel
internal import SystemFiles
internal import YAMLReader

/// A ruleset that people look at: whole, with its faults and remarks.
package struct ExaminedRuleset: Sendable {
  /// The URI, or the path of the file.
  package let name: String
  /// The kind that its name or its rules fit; nil when it fits none.
  package let kind: RulesetKind?
  /// As the file has it.
  package let value: JSONValue
  /// Faults as errors, what is odd as warnings.
  package let diagnostics: [Diagnostic]
  package let sources: SourceCollection
  private let root: YAMLNode?

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The place of what a path leads to, as far as it leads.
  package func span(at path: [SchemaPathElement]) -> SourceSpan? { root?.span(at: path[...]) }

  /// Reads a file's bytes. Without a kind, the one of the ruleset's own name, else the first that it fits.
  package init(_ name: String, _ bytes: [UInt8], kind: RulesetKind? = nil, checkPattern: PatternCheck?) {
    var sources = SourceCollection()
    let source = sources.add(SourceText(name: name, bytes: bytes))
    self.name = name
    self.sources = sources
    do throws(RulesetFile.Invalid) {
      var reading = try RulesetReading(bytes, source: source)
      let fitting = kind ?? Self.kind(of: reading.written)
      let value = reading.completed(as: fitting ?? .personalDataIndicator)
      let issues = (fitting ?? .personalDataIndicator).issues(in: value, checkPattern: checkPattern)
      self.kind = fitting
      self.value = value
      root = reading.root
      diagnostics = reading.warnings + issues.map { RulesetFile.diagnostic($0, in: reading.root) }
    } catch {
      self.kind = kind
      value = .null
      root = nil
      diagnostics = error.diagnostics
    }
  }

  private static func kind(of value: JSONValue) -> RulesetKind? {
    if let kind = value.objectValue?["name"]?.stringValue.flatMap(RulesetKind.named) { return kind }
    return RulesetKind.all.first { kind in !kind.issues(in: value).contains(where: \.isError) }
  }
}

/// Why there is nothing to examine.
package struct NoSuchRuleset: Error, Sendable, CustomStringConvertible {
  package let description: String
}

extension RulesetLibrary {
  /// The ruleset of a URI, or of a file where the text is no URI or a file of that name is there.
  package func examine(
    _ text: String, checkPattern: PatternCheck? = nil
  ) throws(NoSuchRuleset) -> ExaminedRuleset {
    guard let uri = RulesetURI(parsing: text) else { return try Self.file(text, checkPattern) }
    for directory in directories where directory.provider == uri.provider {
      switch directory.find(uri) {
      case .file(let path): return try Self.file(path, checkPattern)
      case .unusable(let reason): throw NoSuchRuleset(description: reason)
      case .nothing: break
      }
    }
    let provider = uri.provider == RulesetURI.localProvider ? RulesetURI.builtInProvider : uri.provider
    if let ruleset = BuiltInRuleset.all.first(where: { $0.uri == uri.from(provider: provider) }) {
      return ExaminedRuleset(
        ruleset.uri.description, ruleset.bytes, kind: RulesetKind.named(uri.name),
        // The tests have tried the patterns of these, which takes seconds.
        checkPattern: nil)
    }
    if (try? FileStatus.of(text))?.kind == .file { return try Self.file(text, checkPattern) }
    let near = closest(to: text, among: uris).map { "; did you mean '\($0)'?" } ?? ""
    throw NoSuchRuleset(description: "there is no ruleset '\(text)'\(near)")
  }

  private static func file(
    _ path: String, _ checkPattern: PatternCheck?
  ) throws(NoSuchRuleset) -> ExaminedRuleset {
    do {
      return ExaminedRuleset(path, try readFile(path), checkPattern: checkPattern)
    } catch {
      let hint = path.contains(".yaml") ? "" : "; a ruleset is named as provider/name/version, or by its file"
      throw NoSuchRuleset(description: "\(error)\(hint)")
    }
  }
}
