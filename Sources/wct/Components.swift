// `wct connectors`, `wct processors`, `wct exporters`: what is installed.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import ComponentKit
internal import StandardManifests

struct Connectors: ComponentListing {
  static let kind = ComponentKind.connector
  static let configuration = CommandConfiguration(
    commandName: "connectors", abstract: "List the installed connectors.")
  @Flag(help: "Print the manifests as JSON.") var json = false
}

struct Processors: ComponentListing {
  static let kind = ComponentKind.processor
  static let configuration = CommandConfiguration(
    commandName: "processors", abstract: "List the installed processors.")
  @Flag(help: "Print the manifests as JSON.") var json = false
}

struct Exporters: ComponentListing {
  static let kind = ComponentKind.exporter
  static let configuration = CommandConfiguration(
    commandName: "exporters", abstract: "List the installed exporters.")
  @Flag(help: "Print the manifests as JSON.") var json = false
}

/// A table of the components of one kind.
protocol ComponentListing: ParsableCommand {
  static var kind: ComponentKind { get }
  var json: Bool { get }
}

extension ComponentListing {
  func run() throws {
    let manifests = ComponentCatalog.standard.manifests(Self.kind)
    if json {
      Terminal.output.write(JSONValue.array(manifests.map(\.json)).canonicalText + "\n")
      return
    }
    let width = manifests.map(\.type.count).max() ?? 0
    for manifest in manifests {
      let name = manifest.type.padding(to: width)
      Terminal.output.write("\(name)  \(manifest.version)  \(manifest.summary)\n")
    }
  }
}

extension String {
  func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
