// Reads the members of a plan file but for its instructions: structure only.
internal import CanonicalJSON
internal import ComponentKit

extension PlanReader {
  /// All elements of an array.
  mutating func list<Element>(
    _ read: (inout PlanReader) throws(PlanError) -> Element
  ) throws(PlanError) -> [Element] {
    var elements: [Element] = []
    _ = try self.elements { (reader: inout PlanReader) throws(PlanError) in elements.append(try read(&reader))
    }
    return elements
  }

  mutating func aliases() throws(PlanError) -> [ArtifactID: InstructionIndex] {
    var aliases: [ArtifactID: InstructionIndex] = [:]
    let expected = "an alias is an artifact id and an instruction's number"
    for (key, number) in try numbers(expected) {
      guard let id = ArtifactID(key) else { throw PlanError(.structure, expected) }
      aliases[id] = InstructionIndex(number)
    }
    return aliases
  }

  mutating func runbookLabel() throws(PlanError) -> RunbookLabel {
    var label = RunbookLabel(name: "", description: "")
    var cursor = try open(RunbookField.self)
    while let field = try next(&cursor) {
      do throws(PlanError) {
        let text = try name()
        switch field {
        case .contact: label.contact = text
        case .description: label.description = text
        case .name: label.name = text
        }
      } catch {
        throw error.under(field.rawValue)
      }
    }
    return label
  }

  mutating func configuration() throws(PlanError) -> RunConfiguration {
    var configuration = RunConfiguration()
    var cursor = try open(ConfigurationField.self)
    while let field = try next(&cursor) {
      do throws(PlanError) {
        switch field {
        case .costLimit: configuration.costLimit = try positiveNumber()
        case .maximumChildDepth: configuration.maximumChildDepth = try integer()
        case .maximumConcurrency: configuration.maximumConcurrency = try integer()
        case .timeout: configuration.timeout = try positiveNumber()
        }
      } catch {
        throw error.under(field.rawValue)
      }
    }
    return configuration
  }

  mutating func component() throws(PlanError) -> ComponentImport {
    var component = ComponentImport(
      kind: .connector, type: "", version: "", manifest: ContentDigest(of: []))
    var cursor = try open(ComponentField.self)
    while let field = try next(&cursor) {
      do throws(PlanError) {
        switch field {
        case .kind: component.kind = try word("component kind")
        case .manifest: component.manifest = try digest()
        case .type: component.type = try string()
        case .version: component.version = try string()
        }
      } catch {
        throw error.under(field.rawValue)
      }
    }
    return component
  }

  mutating func ruleset() throws(PlanError) -> RulesetConstant {
    var (claimed, constant): (ContentDigest?, RulesetConstant?)
    var cursor = try open(RulesetField.self)
    while let field = try next(&cursor) {
      do throws(PlanError) {
        switch field {
        case .digest: claimed = try digest()
        case .value: constant = try rules()
        }
      } catch {
        throw error.under(field.rawValue)
      }
    }
    guard let constant, constant.digest == claimed else {
      throw PlanError(.altered, "the ruleset's digest does not match its rules", at: "/digest")
    }
    return constant
  }

  /// The rules with their digest, which is that of the bytes that stand here where they are canonical.
  private mutating func rules() throws(PlanError) -> RulesetConstant {
    let start = json.position
    let value = try value()
    guard json.isCanonical else { return RulesetConstant(value) }
    return RulesetConstant(
      value, digest: ContentDigest(of: json.bytes.span.extracting(start..<json.position)))
  }

  mutating func variable() throws(PlanError) -> RequiredVariable {
    var variable = RequiredVariable(name: "", isRequired: false, isSecret: false)
    var cursor = try open(VariableField.self)
    while let field = try next(&cursor) {
      do throws(PlanError) {
        switch field {
        case .name: variable.name = try variableName()
        case .required: variable.isRequired = try bool()
        case .secret: variable.isSecret = try bool()
        }
      } catch {
        throw error.under(field.rawValue)
      }
    }
    return variable
  }

  /// One of the words of an enumeration.
  mutating func word<Word: RawRepresentable<String>>(_ what: String) throws(PlanError) -> Word {
    let name = try string()
    guard let word = Word(rawValue: name) else { throw PlanError(.structure, "unknown \(what) '\(name)'") }
    return word
  }
}
