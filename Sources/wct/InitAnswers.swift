// What `wct init` is told on the command line.
internal import ArgumentParser
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import RunbookTemplates
internal import StandardManifests

struct InitAnswers: ParsableArguments {
  @Option(help: "What people call the runbook.")
  var name: String?

  @Option(help: "What it finds out.")
  var description: String?

  @Option(help: "The person or team that answers for it.")
  var contact: String?

  @Option(help: "The regulatory framework, such as GDPR; 'none' for none.")
  var framework: String?

  @Option(
    help: ArgumentHelp(
      "What it does.",
      discussion: TemplateKind.allCases.map { "\($0.rawValue): \($0.summary)" }.joined(separator: "; ") + ".")
  )
  var kind: TemplateKind?

  @Option(help: ArgumentHelp("Where the data comes from; see 'wct connectors'.", valueName: "type"))
  var connector: String?

  @Option(help: ArgumentHelp("What looks at the data; see 'wct processors'.", valueName: "type"))
  var processor: String?

  @Option(help: "The file or directory that the connector reads.")
  var path: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "A property of the connector (repeatable); see 'wct connectors TYPE'.", valueName: "NAME=VALUE"))
  var properties: [String] = []

  mutating func validate() throws {
    for text in properties where Self.pair(text) == nil {
      throw ValidationError("--set takes NAME=VALUE, found '\(text)'")
    }
    if let connector { _ = try Self.manifest(.connector, connector, "--connector") }
    if let processor { _ = try Self.manifest(.processor, processor, "--processor") }
  }

  static func pair(_ text: String) -> (name: String, value: String)? {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty ? (String(parts[0]), String(parts[1])) : nil
  }

  static func manifest(_ kind: ComponentKind, _ type: String, _ option: String) throws -> ComponentManifest {
    if let manifest = ComponentCatalog.standard.manifest(kind, type) { return manifest }
    let known = ComponentCatalog.standard.manifests(kind).map(\.type)
    let near = closest(to: type, among: known).map { "did you mean '\($0)'? " } ?? ""
    throw ValidationError(
      "\(option): there is no \(kind.rawValue) '\(type)'; \(near)installed: \(known.joined(separator: ", "))")
  }
}
