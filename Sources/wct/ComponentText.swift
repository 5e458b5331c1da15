// Manifests as people read them: a line in a table, or a page.
internal import CanonicalJSON
internal import CommandSupport
internal import ComponentKit

/// The components of one kind, a line each.
enum ComponentTable {
  static func text(_ manifests: [ComponentManifest], _ kind: ComponentKind, width: Int) -> String {
    var headings: [(String, TextTable.Alignment)] = [("TYPE", .left), ("VERSION", .left)]
    if kind == .processor { headings.append(("TAKES", .left)) }
    if kind != .exporter { headings.append(("MAKES", .left)) }
    var table = TextTable(headings + [("USES", .left), ("SUMMARY", .left)])
    for manifest in manifests {
      var cells = [manifest.type, manifest.version]
      if kind == .processor { cells.append(names(manifest.inputCombinations.map(names))) }
      if kind != .exporter { cells.append(names(manifest.outputs.map(\.name))) }
      let advice = manifest.deprecation.map { "deprecated: \($0)" }
      table.add(
        cells + [
          manifest.capabilityText,
          ([advice].compactMap(\.self) + [manifest.summary]).joined(separator: " – "),
        ])
    }
    return table.lines(width: width).map { $0 + "\n" }.joined()
  }

  private static func names(_ schemas: Set<SchemaReference>) -> String {
    schemas.sorted().map(\.name).joined(separator: "+")
  }

  private static func names(_ names: [String]) -> String {
    names.isEmpty ? "-" : names.count > 2 ? "\(names[0]), … (\(names.count))" : names.joined(separator: ", ")
  }
}

extension ComponentManifest {
  /// The capabilities, or a dash.
  fileprivate var capabilityText: String {
    capabilities.isEmpty ? "-" : capabilities.map(\.rawValue).sorted().joined(separator: ", ")
  }
}

/// Everything about one component.
struct ComponentDetail {
  private let manifest: ComponentManifest

  init(_ manifest: ComponentManifest) { self.manifest = manifest }

  var text: String {
    var lines = ["\(manifest.type) \(manifest.version) (\(manifest.kind.rawValue))", manifest.summary]
    if let advice = manifest.deprecation { lines.append("Deprecated: \(advice)") }
    lines.append("")
    for (name, value) in facts { lines.append(name.padding(to: 14) + value) }
    lines += ["", "properties"] + properties
    return lines.joined(separator: "\n") + "\n"
  }

  private var facts: [(String, String)] {
    var facts: [(String, String)] = []
    if !manifest.inputCombinations.isEmpty {
      let combinations = manifest.inputCombinations.map { schemas in
        schemas.sorted().map(\.description).joined(separator: " with ")
      }
      facts.append(("takes", combinations.joined(separator: ", or ")))
    }
    if !manifest.outputs.isEmpty {
      facts.append(("makes", manifest.outputs.map(\.description).joined(separator: ", or ")))
    }
    facts.append(("uses", manifest.capabilityText))
    var traits: [String] = []
    if manifest.isSensitive { traits.append("what it makes is sensitive") }
    if manifest.declassifies { traits.append("what it makes of sensitive data is not sensitive") }
    traits.append(
      manifest.isDeterministic ? "the same inputs give the same output" : "may give another output each time")
    facts.append(("behaviour", traits.joined(separator: "; ")))
    return facts
  }

  private var properties: [String] {
    let all = manifest.properties
    if all.isEmpty { return ["  none"] }
    return all.flatMap { property -> [String] in
      var head = "  \(property.name)  \(property.typeText)"
      let marks = [
        property.isRequired ? "required" : nil, property.isSecret ? "secret" : nil,
        property.isDeprecated ? "deprecated" : nil,
        property.defaultValue.flatMap { $0 == [:] ? nil : "default \($0.canonicalText)" },
        property.variable.map { "or the variable \($0)" },
      ].compactMap(\.self)
      if !marks.isEmpty { head += "  (\(marks.joined(separator: ", ")))" }
      let choices =
        property.choices.isEmpty
        ? [] : ["      one of \(property.choices.map(\.canonicalText).joined(separator: ", "))"]
      return [head] + (property.description.map { ["      \($0)"] } ?? []) + choices
    }
  }
}

extension String {
  func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
