// The text of a first runbook. Does not know who answered the questions, nor where the text goes.
internal import CanonicalJSON
package import ComponentKit

/// What a first runbook says.
package struct RunbookTemplate: Sendable {
  package var name: String
  package var description: String
  package var contact: String
  /// GDPR and the like; nil: none.
  package var framework: String?
  package var kind: TemplateKind
  package var chain: ComponentChain
  /// The connector's properties as people gave them, in order.
  package var properties: [(property: PropertyDescription, value: String)]
  /// The file that holds the JSON Schema of runbooks, relative to the runbook; nil: none.
  package var schemaPath: String?
  /// The runbook's own file, for the comments in it.
  package var fileName: String

  package init(
    name: String, description: String, contact: String, framework: String?, kind: TemplateKind,
    chain: ComponentChain, properties: [(property: PropertyDescription, value: String)], schemaPath: String?,
    fileName: String
  ) {
    self.name = name
    self.description = description
    self.contact = contact
    self.framework = framework
    self.kind = kind
    self.chain = chain
    self.properties = properties
    self.schemaPath = schemaPath
    self.fileName = fileName
  }

  /// The runbook, which checks without a word.
  package var text: String {
    var lines = header + [""] + fields + [""]
    if kind == .child { lines += childInterface + [""] }
    lines.append("artifacts:")
    lines += source + detection + classification
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Parts

  private var header: [String] {
    var lines = schemaPath.map { ["# yaml-language-server: $schema=\($0)", "#"] } ?? []
    let file = YAMLScalar.text(fileName)
    lines.append("#   wct check \(file)   says what is wrong with it, if anything")
    if kind == .child {
      lines.append("# A runbook with inputs is run by another one, through 'child_runbook'.")
    } else {
      lines.append("#   wct run \(file)     runs it; the results go to outputs/")
    }
    return lines
  }

  private var fields: [String] {
    var lines = [
      "name: \(YAMLScalar.text(name))", "description: \(YAMLScalar.text(description))",
      "contact: \(YAMLScalar.text(contact))",
    ]
    if let framework { lines.append("framework: \(YAMLScalar.text(framework))") }
    return lines
  }

  private static let childInput = "documents"

  private var childInterface: [String] {
    [
      "inputs:", "  \(Self.childInput):", "    description: What another runbook hands in",
      "    input_schema: \(chain.inputSchema?.description ?? "standard_input/1.0.0")", "", "outputs:",
      "  findings:", "    description: What was found", "    artifact: \(detectorID)",
    ]
  }

  private var sourceID: String {
    guard let type = chain.connector?.type else { return Self.childInput }
    return type == "filesystem" ? "files" : "\(type)_data"
  }

  private var detectorID: String { chain.detector?.type ?? "findings" }

  private var source: [String] {
    guard let connector = chain.connector else { return [] }
    var lines = [
      "  # \(connector.summary)", "  \(sourceID):", "    source:", "      type: \(connector.type)",
    ]
    if !properties.isEmpty {
      lines.append("      properties:")
      for entry in properties {
        lines.append("        \(entry.property.name): \(value(entry.property, entry.value))")
      }
    }
    if kind == .extract { lines.append("    output: true") }
    return lines
  }

  private var detection: [String] {
    guard let detector = chain.detector else { return [] }
    let isLast = kind == .detect
    return (chain.connector == nil ? [] : [""]) + [
      "  # \(detector.summary)", "  \(detectorID):", "    inputs: \(sourceID)", "    process:",
      "      type: \(detector.type)",
    ] + (isLast ? ["    output: true"] : [])
  }

  private var classification: [String] {
    guard let classifier = chain.classifier else { return [] }
    return [
      "", "  # \(classifier.summary)", "  classified:", "    inputs: \(detectorID)", "    process:",
      "      type: \(classifier.type)", "    output: true",
    ]
  }

  /// A value in the type that the property takes: lists are given with commas.
  private func value(_ property: PropertyDescription, _ text: String) -> String {
    if property.types.contains("array") {
      let elements = text.split(separator: ",").map { YAMLScalar.quoted(String($0.trimmingSpaces)) }
      return "[\(elements.joined(separator: ", "))]"
    }
    if property.types.contains("string") || property.types.isEmpty { return YAMLScalar.text(text) }
    return JSONReader.isScalar(text) ? text : YAMLScalar.quoted(text)
  }
}

extension JSONReader {
  /// Whether a text is a number, true or false.
  fileprivate static func isScalar(_ text: String) -> Bool {
    switch try? read(text: text) {
    case .integer?, .double?, .bool?, .bigInteger?: true
    default: false
    }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }
}
