// Turns flags, answers and what is usual into a first runbook.
internal import ArgumentParser
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import RunbookTemplates
internal import StandardManifests

struct InitInterview {
  private let answers: InitAnswers
  private let isAsking: Bool
  private let takesDefaults: Bool
  private let catalog = ComponentCatalog.standard
  /// What neither a flag nor a default gives.
  private var missing: [String] = []

  init(_ answers: InitAnswers, isAsking: Bool, takesDefaults: Bool) {
    self.answers = answers
    self.isAsking = isAsking
    self.takesDefaults = takesDefaults
  }

  /// - Throws: A usage error that names every flag that is needed, or that a value is wrong.
  mutating func template(
    directoryName: String, fileName: String, _ schemaName: String?
  ) throws -> RunbookTemplate {
    let name = try text(
      "Name", answers.name, flag: "--name", usual: directoryName.isEmpty ? "Runbook" : directoryName)
    let kind = try self.kind()
    let connector = kind.needsConnector ? try self.connector() : nil
    let properties = try connector.map { try self.properties(of: $0) } ?? []
    guard let chain = ComponentChain(kind, connector: connector, detector: try detector(), catalog) else {
      throw ValidationError(
        "no installed processor takes what '\(connector?.type ?? "")' makes; use --kind extract")
    }
    let contact = try text(
      "Contact", answers.contact, flag: nil, usual: "Data protection team <privacy@example.com>")
    let framework = try text("Regulatory framework, or 'none'", answers.framework, flag: nil, usual: "GDPR")
    guard missing.isEmpty else {
      throw ValidationError(
        "this is no terminal, so nothing can be asked: give \(missing.joined(separator: " and ")), "
          + "or --yes for what is usual")
    }
    return RunbookTemplate(
      name: name, description: answers.description ?? Self.description(kind, chain), contact: contact,
      framework: framework == "none" ? nil : framework, kind: kind, chain: chain, properties: properties,
      schemaPath: schemaName, fileName: fileName)
  }

  private static func description(_ kind: TemplateKind, _ chain: ComponentChain) -> String {
    let what = (chain.classifier ?? chain.detector ?? chain.connector)?.summary ?? ""
    return what.hasSuffix(".") ? String(what.dropLast()) : what
  }

  // MARK: - Choices

  private func kind() throws -> TemplateKind {
    if let kind = answers.kind { return kind }
    guard isAsking else { return .classify }
    let kinds = TemplateKind.allCases
    return kinds[try Questions.choose("What shall it do?", kinds.map { "\($0.rawValue): \($0.summary)" })]
  }

  private func connector() throws -> ComponentManifest? {
    if let type = answers.connector { return try InitAnswers.manifest(.connector, type, "--connector") }
    let connectors = catalog.manifests(.connector).filter { $0.deprecation == nil }
    let usual = connectors.firstIndex { $0.type == "filesystem" } ?? 0
    guard isAsking, connectors.count > 1 else {
      return connectors.indices.contains(usual) ? connectors[usual] : nil
    }
    let lines = connectors.map { "\($0.type): \($0.summary)" }
    return connectors[try Questions.choose("Where does the data come from?", lines, usual: usual)]
  }

  private func detector() throws -> ComponentManifest? {
    try answers.processor.map { try InitAnswers.manifest(.processor, $0, "--processor") }
  }

  // MARK: - Properties

  /// The connector's required properties, and others that a flag names.
  private mutating func properties(
    of connector: ComponentManifest
  ) throws -> [(property: PropertyDescription, value: String)] {
    let all = connector.properties.filter { $0.path.count == 1 }
    var given = try givenProperties(of: connector, all)
    var result: [(property: PropertyDescription, value: String)] = []
    for property in all {
      if let value = given.removeValue(forKey: property.name) {
        result.append((property, value))
      } else if property.isSecret, let variable = property.variable {
        result.append((property, "${\(variable)}"))
      } else if property.isRequired, let value = try required(property) {
        result.append((property, value))
      }
    }
    return result
  }

  private func givenProperties(
    of connector: ComponentManifest, _ all: [PropertyDescription]
  ) throws -> [String: String] {
    var given: [String: String] = [:]
    if let path = answers.path {
      guard let property = all.first(where: { $0.format == "path" || $0.name == "path" }) else {
        throw ValidationError("--path: '\(connector.type)' reads no file; use --set for its properties")
      }
      given[property.name] = path
    }
    for (name, value) in answers.properties.compactMap(InitAnswers.pair) {
      guard all.contains(where: { $0.name == name }) else {
        let near = closest(to: name, among: all.map(\.name)).map { "; did you mean '\($0)'?" } ?? ""
        throw ValidationError("--set: '\(connector.type)' has no property '\(name)'\(near)")
      }
      given[name] = value
    }
    return given
  }

  /// Nil: the variable that overrides the property gives it when the runbook runs.
  private mutating func required(_ property: PropertyDescription) throws -> String? {
    let isPath = property.format == "path"
    let usual = isPath ? "." : property.variable.map { "${\($0):-localhost}" }
    let question = property.description.map { "\(property.name) (\($0))" } ?? property.name
    if isAsking { return try Questions.ask(question, usual: usual) }
    if takesDefaults, let usual { return usual }
    if property.variable != nil { return nil }
    missing.append(isPath ? "--path" : "--set \(property.name)=…")
    return nil
  }

  private mutating func text(_ question: String, _ given: String?, flag: String?, usual: String) throws
    -> String
  {
    if let given {
      guard !given.isEmpty else { throw ValidationError("an empty text is no answer to: \(question)") }
      return given
    }
    if isAsking { return try Questions.ask(question, usual: usual) }
    if !takesDefaults, let flag { missing.append(flag) }
    return usual
  }
}
