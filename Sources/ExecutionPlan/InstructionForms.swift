// Which instructions of a plan file are written alike. Knows how they were read, but not what they mean.

/// The form of every instruction: its operation, with component, properties and rulesets, and its schema.
///
/// Instructions of one form differ in their ids, labels, operands, flags and limits at most, so what follows from the
/// form alone is checked once for all of them. Two forms may be the same: only what was read lately is compared.
struct InstructionForms: Sendable {
  /// What makes a form. Properties, rulesets and schemas are numbers of ``RecentValues``; 0 where there are none.
  struct Parts: Equatable {
    var kind: OperationKind
    var schema: Int
    var component = 0
    var properties = 0
    var rulesets = 0
  }

  /// By instruction.
  private var forms: [Int] = []
  /// By form: equal numbers are equal schemas, and other numbers may be.
  private var schemas: [Int] = []
  private var recent = [(parts: Parts, form: Int)?](repeating: nil, count: 64)

  /// Makes room for so many instructions.
  mutating func reserve(_ count: Int) { forms.reserveCapacity(count) }

  /// The next instruction has this form, for which lately read ones are looked at.
  mutating func append(_ parts: Parts) {
    let place = (parts.properties &* 5 &+ parts.schema &* 3 &+ parts.component) & (recent.count - 1)
    if let known = recent[place], known.parts == parts {
      forms.append(known.form)
    } else {
      appendNew(schema: parts.schema)
      recent[place] = (parts, schemas.count - 1)
    }
  }

  /// The next instruction has a form of its own.
  mutating func appendNew(schema: Int) {
    forms.append(schemas.count)
    schemas.append(schema)
  }

  /// The form of an instruction.
  func form(of index: Int) -> Int { forms[index] }

  /// The number of an instruction's schema.
  func schema(of index: Int) -> Int { schemas[forms[index]] }
}
