// Reads the instructions of a plan file: structure only.
internal import CanonicalJSON
internal import ComponentKit

extension PlanReader {
  /// All instructions, in the order of the file; ``forms`` then says which are alike.
  mutating func instructions() throws(PlanError) -> [Instruction] {
    var instructions: [Instruction] = []
    // No instruction is shorter than this. What is reserved too much is never touched, so it takes no memory.
    let most = (json.bytes.count - json.position) / 130
    instructions.reserveCapacity(most)
    forms.reserve(most)
    _ = try elements { (reader: inout PlanReader) throws(PlanError) in
      instructions.append(try reader.instruction())
    }
    return instructions
  }

  private mutating func instruction() throws(PlanError) -> Instruction {
    var instruction = Instruction.blank
    var draft = OperationDraft()
    var cursor = try open(InstructionField.self)
    while let field = try next(&cursor) {
      do throws(PlanError) {
        try read(field, &instruction, &draft)
      } catch {
        throw error.under(field.rawValue)
      }
    }
    guard let place = draft.place else { throw PlanError(.structure, "the operation is missing") }
    let fields = operations.entries[place]
    try checkNothingIsMissing(fields.required, in: cursor)
    if let extra = cursor.seen.subtracting(fields.allowed).first {
      throw PlanError(
        .structure, "unknown field '\(cursor.table.fields[extra].rawValue)' of '\(fields.kind.rawValue)'")
    }
    guard let operation = draft.operation(fields.kind) else {
      throw PlanError(.structure, "a field is missing")
    }
    instruction.operation = operation
    noteForm(of: operation)
    return instruction
  }

  private mutating func read(
    _ field: InstructionField, _ instruction: inout Instruction, _ draft: inout OperationDraft
  ) throws(PlanError) {
    switch field {
    case .bindings: draft.call.bindings = try bindings()
    case .component: draft.call.component = ComponentIndex(try integer())
    case .content: draft.content = try object()
    case .execute: draft.nested = try nestedRun()
    case .flags: instruction.flags = try flags()
    case .id: instruction.id = try artifactID()
    case .inputs: instruction.operands = try operands()
    case .key: instruction.key = try digest()
    case .label: instruction.label = try label()
    case .operation: draft.place = try operation()
    case .properties: draft.call.properties = try recurringObject()
    case .reuse: draft.reuse = try reuse()
    case .rulesets: draft.call.rulesets = try rulesetNumbers()
    case .schema: instruction.schema = try schema()
    case .timeout: instruction.timeout = try positiveNumber()
    }
  }

  /// Remembers which earlier instruction the one that was just read is like.
  private mutating func noteForm(of operation: borrowing Operation) {
    let kind = operation.kind
    var parts = InstructionForms.Parts(kind: kind, schema: schemas.latest)
    switch operation {
    case .merge, .pass: forms.append(parts)
    case .extract(let call), .process(let call):
      guard call.bindings.isEmpty else { return forms.appendNew(schema: parts.schema) }
      parts.component = call.component.value
      parts.properties = properties.latest
      if !call.rulesets.isEmpty { parts.rulesets = rulesets.latest }
      forms.append(parts)
    case .constant, .execute, .reuse: forms.appendNew(schema: parts.schema)
    }
  }
}

extension Instruction {
  /// What is there before the fields are read, of which each is either required or optional.
  fileprivate static var blank: Instruction {
    Instruction(
      id: ArtifactID(reported: ""), operation: .pass, schema: SchemaReference("", ""), key: ContentDigest.zero
    )
  }
}

/// The parts of an operation as they are read.
private struct OperationDraft {
  /// The operation's place in the table.
  var place: Int?
  var call = ComponentCall(component: ComponentIndex(0), properties: JSONObject())
  var content = JSONObject()
  var nested: NestedRun?
  var reuse: Operation?

  func operation(_ kind: OperationKind) -> Operation? {
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
  /// The place of an operation in the table.
  fileprivate mutating func operation() throws(PlanError) -> Int {
    let start = json.position
    if let name = json.readShortText(), let place = operations.place(of: name) { return place }
    json.goBack(to: start)
    let kind: OperationKind = try word("operation")
    return operations.entries.firstIndex { $0.kind == kind } ?? 0
  }

  /// The operands; a number that is no index is refused for the whole list.
  fileprivate mutating func operands() throws(PlanError) -> [InstructionIndex] {
    guard json.peek() == UInt8(ascii: "[") else { throw mismatch("array") }
    guard try open(.array) else {
      json.foundOtherForm()
      return []
    }
    // Most have one: an array of that size.
    var operands = [try operand()]
    while try hasNext(in: .array) { operands.append(try operand()) }
    return operands
  }

  private mutating func operand() throws(PlanError) -> InstructionIndex {
    InstructionIndex(try integer("an instruction's number"))
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
