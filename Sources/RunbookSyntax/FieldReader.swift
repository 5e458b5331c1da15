// What the parser's parts share: fields of a mapping, values of the kind that a field takes.
package import Diagnostics
package import YAMLReader

/// One field of a mapping that was recognised.
package struct FieldEntry<Field: FieldSet> {
  package var field: Field
  package var key: YAMLNode
  package var value: YAMLNode
}

/// The fields of a mapping, one after the other.
package struct FieldSequence<Field: FieldSet> {
  package let mapping: YAMLNode
  fileprivate var entries: YAMLEntries
  /// Where keys stand that are no fields, which has been or will be said.
  private var passedOver: Set<SourceSpan> = []
  /// Entries whose keys are no fields, each with the field that was probably meant.
  private(set) var unknown: [(entry: YAMLEntry, meant: String?)] = []
  /// Which fields have been read, a bit for each by its place in the table; none has more than 64.
  fileprivate var present: UInt64 = 0
  /// Fields that are not there, once an unknown key has asked for them: there may be many unknown keys.
  fileprivate var absent: [String]?

  fileprivate init(mapping: YAMLNode, entries: YAMLEntries) {
    self.mapping = mapping
    self.entries = entries
  }

  /// Says nothing of these keys.
  mutating func passOver(_ keys: [YAMLNode]) {
    for key in keys { passedOver.insert(key.span) }
  }

  fileprivate func isPassedOver(_ key: YAMLNode) -> Bool {
    !passedOver.isEmpty && passedOver.contains(key.span)
  }

  /// Whether an entry that was not understood may have been meant as a field.
  func mayHold(_ field: Field) -> Bool {
    unknown.contains { $0.meant == nil || $0.meant == field.rawValue }
  }

  fileprivate mutating func note(unknown entry: YAMLEntry, meant: String?) { unknown.append((entry, meant)) }

  fileprivate mutating func absentNames() -> [String] {
    if let absent { return absent }
    let present = Set(mapping.entries.map(\.key.text))
    let names = Field.names.filter { !present.contains($0) }
    absent = names
    return names
  }
}

extension RunbookParser {
  /// The fields of a mapping, for ``next(_:)``.
  package mutating func fields<Field: FieldSet>(
    _ type: Field.Type, in mapping: YAMLNode
  ) -> FieldSequence<Field> {
    if mapping.isIncomplete { noteDamage() }
    return FieldSequence(mapping: mapping, entries: mapping.entries)
  }

  /// The next known field in the order written; others are reported, unless they begin with `x-`.
  package mutating func next<Field: FieldSet>(_ fields: inout FieldSequence<Field>) -> FieldEntry<Field>? {
    while let entry = fields.entries.next() {
      if let index = entry.key.withText({ Field.table.index(named: $0) }) {
        fields.present |= 1 << UInt64(index)
        return FieldEntry(field: Field.table[index], key: entry.key, value: entry.value)
      }
      if isExtension(entry.key) || fields.isPassedOver(entry.key) { continue }
      let near = reportUnknown(entry.key, Field.self, absent: fields.absentNames())
      fields.note(unknown: entry, meant: near)
    }
    return nil
  }

  /// The entry of a field in a mapping.
  func entry<Field: FieldSet>(of field: Field, in mapping: YAMLNode) -> YAMLEntry? {
    var entries = mapping.entries
    while let entry = entries.next() {
      if entry.key.withText({ Field.table.field(named: $0) }) == field { return entry }
    }
    return nil
  }

  /// Reports fields that a mapping must have and has not, once all of its fields have been read.
  package mutating func require<Field: FieldSet>(
    _ required: Field..., in fields: FieldSequence<Field>, at span: SourceSpan,
    owner: @autoclosure () -> String = Field.owner
  ) {
    guard !fields.mapping.isIncomplete else { return }
    for field in required {
      guard let index = Field.table.index(of: field), fields.present & 1 << UInt64(index) == 0 else {
        continue
      }
      if fields.unknown.contains(where: { $0.meant == field.rawValue }) { continue }
      report(.missingField, "\(owner()) needs the field '\(field.rawValue)'", at: span)
    }
  }

  /// Whether a key begins with `x-`: such entries are the user's own, wherever they stand.
  func isExtension(_ key: YAMLNode) -> Bool {
    key.withText { $0.count >= 2 && $0[0] == 0x78 && $0[1] == 0x2D }
  }

  // MARK: Kinds of values

  /// Whether a field holds a mapping; reports it if not.
  package mutating func isMapping<Field: FieldSet>(_ entry: FieldEntry<Field>, example: String? = nil) -> Bool
  {
    if entry.value.kind == .mapping { return true }
    return check(
      entry.value, is: .mapping, "'\(entry.field.rawValue)'", expected: "a mapping", orAt: entry.key.span,
      example: example.map { "\(entry.field.rawValue): \($0)" }, isRequired: entry.field.isRequired)
  }

  /// Whether an entry of a mapping of names holds a mapping; reports it if not.
  package mutating func isMapping(_ entry: YAMLEntry, _ name: @autoclosure () -> String, example: String)
    -> Bool
  {
    if entry.value.kind == .mapping { return true }
    return check(
      entry.value, is: .mapping, name(), expected: "a mapping", orAt: entry.key.span,
      example: "\(entry.key.text): \(example)")
  }

  /// The scalar that a field holds; nil, and reported, if it holds anything else.
  package mutating func scalar<Field: FieldSet>(
    _ entry: FieldEntry<Field>, _ expectation: ScalarExpectation = .text
  ) -> ScalarSyntax? {
    scalar(
      entry.value, "'\(entry.field.rawValue)'", orAt: entry.key.span, expectation,
      isRequired: entry.field.isRequired)
  }

  /// The scalar that a node is; nil, and reported at the node or the key, if it is anything else or null.
  package mutating func scalar(
    _ node: YAMLNode, _ name: @autoclosure () -> String, orAt key: SourceSpan,
    _ expectation: ScalarExpectation = .text, isRequired: Bool = false
  ) -> ScalarSyntax? {
    if node.kind != .scalar || isNull(node) {
      _ = check(
        node, is: .scalar, name(), expected: expectation.name, orAt: key, example: nil, isRequired: isRequired
      )
      return nil
    }
    checkAmbiguity(of: node, expectation)
    return ScalarSyntax(node)
  }

  /// The scalars of a list.
  package mutating func scalars<Field: FieldSet>(
    _ entry: FieldEntry<Field>, _ expected: String = "a list"
  ) -> [ScalarSyntax]? {
    let (name, key) = (entry.field.rawValue, entry.key.span)
    if entry.value.kind != .sequence {
      _ = check(entry.value, is: .sequence, "'\(name)'", expected: expected, orAt: key, example: nil)
      return nil
    }
    if entry.value.isIncomplete { noteDamage() }
    var elements: [ScalarSyntax] = []
    elements.reserveCapacity(entry.value.count)
    for node in entry.value.elements {
      if let element = scalar(node, "an element of '\(name)'", orAt: key) { elements.append(element) }
    }
    return elements
  }

  /// A value of any shape.
  mutating func value(_ node: YAMLNode) -> ValueSyntax? {
    if node.isIncomplete { noteDamage() }
    switch node.kind {
    case .scalar:
      checkAmbiguity(of: node, .anything)
      return .scalar(ScalarSyntax(node))
    case .sequence:
      // A list that was not closed may not have been meant as one.
      if node.isIncomplete { return nil }
      var elements: [ValueSyntax] = []
      elements.reserveCapacity(node.count)
      for element in node.elements {
        if let value = value(element) { elements.append(value) }
      }
      return .sequence(elements, span: node.span)
    case .mapping:
      var entries: [ValueSyntax.Entry] = []
      entries.reserveCapacity(node.count)
      for entry in node.entries {
        if let value = value(entry.value) {
          entries.append(.init(key: ScalarSyntax(entry.key), value: value))
        }
      }
      return .mapping(entries, span: node.span)
    case .unreadable:
      noteDamage()
      return nil
    }
  }

  package func isNull(_ node: YAMLNode) -> Bool {
    guard node.kind == .scalar, node.isPlain else { return false }
    return node.withText { text in
      switch text.count {
      case 0: node.tag == nil
      case 1: text[0] == UInt8(ascii: "~") && node.tag == nil
      case 4: ScalarSyntax(node).resolved == .null
      default: false
      }
    }
  }

  // MARK: Reports

  /// Counts something that the YAML reader could not read, and has reported.
  mutating func noteDamage() {
    errorCount += 1
    damageCount += 1
  }

  package mutating func report(
    _ rule: Rule, _ message: String, at span: SourceSpan, labels: [DiagnosticLabel] = [],
    notes: [String] = [],
    fixes: [FixIt] = []
  ) {
    if rule.severity == .error { errorCount += 1 }
    problems.append(Diagnostic(rule, message, at: span, labels: labels, notes: notes, fixes: fixes))
  }

  private mutating func check(
    _ node: YAMLNode, is kind: YAMLNode.Kind, _ name: String, expected: String, orAt key: SourceSpan,
    example: String?, isRequired: Bool = false
  ) -> Bool {
    if node.kind == .unreadable || node.isIncomplete && node.kind != kind {
      noteDamage()
      return false
    }
    if node.kind == .unreadable || (node.kind == kind && !isNull(node)) { return node.kind == kind }
    let notes = example.map { ["for example '\($0)'"] } ?? []
    if isNull(node) {
      report(
        .wrongNodeKind, "\(name) has no value; it takes \(expected)", at: node.span.isEmpty ? key : node.span,
        notes: [isRequired ? "give it a value" : "give it a value, or leave it out"] + notes)
    } else {
      let found = Self.name(of: node.kind)
      report(.wrongNodeKind, "\(name) takes \(expected), not \(found)", at: node.span, notes: notes)
    }
    return false
  }

  /// - Returns: The field that was probably meant.
  private mutating func reportUnknown<Field: FieldSet>(
    _ key: YAMLNode, _ type: Field.Type, absent: [String]
  ) -> String? {
    let name = key.text
    let near = closest(to: name, among: absent)
    problems.append(
      Diagnostic(
        .unknownField, "'\(name)' is not a field of \(Field.owner)", at: key.span, suggesting: near,
        notes: near == nil
          ? [Field.place(ofUnknown: name) ?? "known fields: " + Field.names.joined(separator: ", ")] : []))
    errorCount += 1
    return near
  }

  static func name(of kind: YAMLNode.Kind) -> String {
    switch kind {
    case .scalar: "a scalar"
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .unreadable: "unreadable"
    }
  }
}

extension SourceSpan {
  fileprivate var isEmpty: Bool { start == end }
}
