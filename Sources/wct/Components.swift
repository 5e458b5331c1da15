// `wct connectors`, `wct processors`, `wct exporters`: what is installed.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import StandardManifests

struct Connectors: ComponentListing {
  static let kind = ComponentKind.connector
  static let configuration = CommandConfiguration(
    commandName: "connectors", abstract: "List the installed connectors, or describe one.")
  @OptionGroup var options: ListingOptions
}

struct Processors: ComponentListing {
  static let kind = ComponentKind.processor
  static let configuration = CommandConfiguration(
    commandName: "processors", abstract: "List the installed processors, or describe one.")
  @OptionGroup var options: ListingOptions
}

struct Exporters: ComponentListing {
  static let kind = ComponentKind.exporter
  static let configuration = CommandConfiguration(
    commandName: "exporters", abstract: "List the installed exporters, or describe one.")
  @OptionGroup var options: ListingOptions
}

struct ListingOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Describe this one, with all its properties.", valueName: "type"))
  var type: String?

  @Flag(help: "Print the manifests as JSON.")
  var json = false
}

/// A table of the components of one kind.
protocol ComponentListing: ParsableCommand {
  static var kind: ComponentKind { get }
  var options: ListingOptions { get }
}

extension ComponentListing {
  func run() throws {
    let manifests = ComponentCatalog.standard.manifests(Self.kind)
    if let type = options.type {
      let manifest = try find(type, manifests)
      show(options.json ? manifest.listing.canonicalText + "\n" : ComponentDetail(manifest).text)
    } else if options.json {
      show(JSONValue.array(manifests.map(\.listing)).canonicalText + "\n")
    } else {
      show(ComponentTable.text(manifests, Self.kind, width: Terminal.output.tableWidth))
    }
  }

  private func show(_ text: String) { Terminal.output.write(text) }

  private func find(_ type: String, _ manifests: [ComponentManifest]) throws -> ComponentManifest {
    if let manifest = manifests.first(where: { $0.type == type }) { return manifest }
    let kind = Self.kind.rawValue
    if let other = ComponentKind.allCases.first(where: { ComponentCatalog.standard.manifest($0, type) != nil }
    ) {
      throw ValidationError(
        "'\(type)' is no \(kind), but a \(other.rawValue): wct \(other.rawValue)s \(type)")
    }
    let hint = closest(to: type, among: manifests.map(\.type)).map { "did you mean '\($0)'?" }
    throw ValidationError(
      "there is no \(kind) '\(type)'; \(hint ?? "'wct \(kind)s' lists what is installed")")
  }
}

extension ComponentManifest {
  /// The manifest with its properties as a flat list.
  fileprivate var listing: JSONValue {
    guard case .object(var object) = json else { return json }
    object["properties"] = .array(properties.map(\.json))
    return .object(object)
  }
}

extension Terminal {
  /// A table is cut to the width of a terminal, and never on its way to a file or another program.
  var tableWidth: Int { isTerminal ? width : .max }
}
