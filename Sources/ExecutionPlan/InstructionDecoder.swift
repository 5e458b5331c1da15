// Reads the instructions of a plan file: structure only.
internal import CanonicalJSON
internal import ComponentKit

extension PlanReader {
  mutating func instructions() throws(PlanError) -> [Instruction] {
    var instructions: [Instruction] = []
    // No instruction is shorter than this. What is reserved too much is never touched, so it takes no memory.
    instructions.reserveCapacity((json.bytes.count - json.position) / 130)
    _ = try elements { (reader: inout PlanReader) throws(PlanError) in
      instructions.append(try reader.instruction())
    }
    return instructions
  }

  private mutating func instruction() throws(PlanError) -> Instruction {
    var draft = InstructionDraft()
    var cursor = try open(InstructionField.self)
    while let field = try next(&cursor) {
      do throws(PlanError) { try draft.read(field, &self) } catch { throw error.under(field.rawValue) }
    }
    guard let kind = draft.kind else { throw PlanError(.structure, "the operation is missing") }
    try checkNothingIsMissing(InstructionField.table, kind.sets.required, in: cursor)
    if let extra = cursor.seen.subtracting(kind.sets.allowed).first {
      throw PlanError(
        .structure, "unknown field '\(InstructionField.table.fields[extra].rawValue)' of '\(kind.rawValue)'")
    }
    return try draft.instruction(kind)
  }
}

/// The fields of an instruction as they are read.
///
/// Not to be copied: it holds as many references as an instruction.
private struct InstructionDraft: ~Copyable {
  private(set) var kind: OperationKind?
  private var id: ArtifactID?
  private var schema: SchemaReference?
  private var key: ContentDigest?
  private var operands: [InstructionIndex] = []
  private var flags: Instruction.Flags = []
  private var timeout: Double?
  private var label = ArtifactLabel()
  private var call = ComponentCall(component: ComponentIndex(0), properties: JSONObject())
  private var content = JSONObject()
  private var nested: NestedRun?
  private var reuse: Operation?

  mutating func read(_ field: InstructionField, _ reader: inout PlanReader) throws(PlanError) {
    switch field {
    case .bindings: call.bindings = try reader.bindings()
    case .component: call.component = ComponentIndex(try reader.integer())
    case .content: content = try reader.object()
    case .execute: nested = try reader.nestedRun()
    case .flags: flags = try reader.flags()
    case .id: id = try reader.artifactID()
    case .inputs: operands = try reader.operands()
    case .key: key = try reader.digest()
    case .label: label = try reader.label()
    case .operation: kind = try reader.operationKind()
    case .properties: call.properties = try reader.recurringObject()
    case .reuse: reuse = try reader.reuse()
    case .rulesets: call.rulesets = try reader.rulesetNumbers()
    case .schema: schema = try reader.schema()
    case .timeout: timeout = try reader.positiveNumber()
    }
  }

  consuming func instruction(_ kind: OperationKind) throws(PlanError) -> Instruction {
    guard let id, let schema, let key, let operation = operation(kind) else {
      throw PlanError(.structure, "a field is missing")
    }
    return Instruction(
      id: id, operation: operation, operands: operands, schema: schema, flags: flags, timeout: timeout,
      label: label, key: key)
  }

  private func operation(_ kind: OperationKind) -> Operation? {
    switch kind {
    case .constant: .constant(content)
    case .execute: nested.map { .execute($0) }
    case .extract: .extract(call)
    case .merge: .merge
    case .pass: .pass
    case .process: .process(call)
    case .reuse: reuse
    }
  }
}

// MARK: - Fields of instructions

extension PlanReader {
  fileprivate mutating func operationKind() throws(PlanError) -> OperationKind {
    let start = json.position
    if let name = json.readShortText(), let kind = OperationKind.kind(named: name) { return kind }
    json.goBack(to: start)
    return try word("operation")
  }

  /// The operands; a number that is no index is refused for the whole list.
  fileprivate mutating func operands() throws(PlanError) -> [InstructionIndex] {
    guard json.peek() == UInt8(ascii: "[") else { throw mismatch("array") }
    var operands: [InstructionIndex] = []
    guard try open(.array) else {
      json.foundOtherForm()
      return operands
    }
    repeat {
      operands.append(InstructionIndex(try integer("an instruction's number")))
    } while try hasNext(
      in: .array)
    return operands
  }

  /// The flags; written in a fixed order, each once.
  fileprivate mutating func flags() throws(PlanError) -> Instruction.Flags {
    guard json.peek() == UInt8(ascii: "[") else { throw mismatch("array") }
    var flags: Instruction.Flags = []
    guard try open(.array) else {
      json.foundOtherForm()
      return flags
    }
    repeat {
      let value = try string()
      guard let flag = Instruction.Flags.named.first(where: { $0.name == value })?.flag else {
        throw PlanError(.structure, "unknown flag '\(value)'")
      }
      if flags.rawValue >= flag.rawValue { json.foundOtherForm() }
      flags.insert(flag)
    } while try hasNext(in: .array)
    return flags
  }

  fileprivate mutating func label() throws(PlanError) -> ArtifactLabel {
    var label = ArtifactLabel()
    var cursor = try open(LabelField.self)
    while let field = try next(&cursor) {
      do throws(PlanError) {
        switch field {
        case .contact: label.contact = try recurringName()
        case .description: label.description = try recurringName()
        case .name: label.name = try name()
        }
      } catch {
        throw error.under(field.rawValue)
      }
    }
    if label.isEmpty { json.foundOtherForm() }
    return label
  }

  fileprivate mutating func reuse() throws(PlanError) -> Operation {
    var (run, artifact, content): (String?, String?, ContentDigest?)
    var cursor = try open(ReuseField.self)
    while let field = try next(&cursor) {
      do throws(PlanError) {
        switch field {
        case .artifact: artifact = try string()
        case .digest: content = try digest()
        case .run: run = try string()
        }
      } catch {
        throw error.under(field.rawValue)
      }
    }
    return .reuse(run: run ?? "", artifact: artifact ?? "", digest: content)
  }

  fileprivate mutating func bindings() throws(PlanError) -> [LateBinding] {
    let bindings = try list { (reader: inout PlanReader) throws(PlanError) in try reader.binding() }
    if bindings.isEmpty { json.foundOtherForm() }
    return bindings
  }

  private mutating func binding() throws(PlanError) -> LateBinding {
    var binding = LateBinding(pointer: "", template: "", type: .string, isSecret: false)
    var cursor = try open(BindingField.self)
    while let field = try next(&cursor) {
      do throws(PlanError) {
        switch field {
        case .override: binding.isOverride = try flag()
        case .property: binding.pointer = try string()
        case .secret: binding.isSecret = try flag()
        case .template: binding.template = try string()
        case .type: binding.type = try word("value type")
        }
      } catch {
        throw error.under(field.rawValue)
      }
    }
    return binding
  }

  /// Ruleset numbers by URI, most often those of an earlier instruction.
  fileprivate mutating func rulesetNumbers() throws(PlanError) -> [String: RulesetIndex] {
    if let numbers = rulesets.take(&json) { return numbers }
    let start = json.position
    let members = try numbers("expected a ruleset's number")
    var numbers: [String: RulesetIndex] = [:]
    for member in members { numbers[member.key] = RulesetIndex(member.number) }
    // Swift's dictionaries take composed and decomposed letters for one key.
    if numbers.count < members.count { json.foundOtherForm() }
    rulesets.keep(numbers, json, from: start)
    return numbers
  }

  fileprivate mutating func nestedRun() throws(PlanError) -> NestedRun {
    var run = NestedRun(maximumDepth: 0)
    var cursor = try open(NestedRunField.self)
    while let field = try next(&cursor) {
      do throws(PlanError) {
        switch field {
        case .costLimit: run.costLimit = try positiveNumber()
        case .maximumDepth: run.maximumDepth = try integer()
        case .mode:
          let mode = try string()
          guard mode == "child" else { throw PlanError(.structure, "unknown mode '\(mode)'") }
        case .timeout: run.timeout = try positiveNumber()
        }
      } catch {
        throw error.under(field.rawValue)
      }
    }
    return run
  }
}
