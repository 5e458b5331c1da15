// The fields that one kind of mapping knows, and how a key is recognised among them.

/// The fields of one kind of mapping: each case a field, its raw value the name as written.
package protocol FieldSet: RawRepresentable<String>, CaseIterable, Sendable, Equatable {
  /// All cases, ready for recognition; a stored property, so that it is made once.
  static var table: FieldTable<Self> { get }
  /// What the mapping is called in messages: "an artifact".
  static var owner: String { get }
  /// The field that replaced this one, if it is an older spelling.
  var presentSpelling: Self? { get }
}

extension FieldSet {
  package var presentSpelling: Self? { nil }

  /// The fields in their present spelling, for suggestions.
  package static var names: [String] { allCases.filter { $0.presentSpelling == nil }.map(\.rawValue) }
}

/// Recognises the fields of one kind of mapping by the bytes of a key.
package struct FieldTable<Field: FieldSet>: Sendable {
  private let fields: [(name: [UInt8], field: Field)]

  package init() { fields = Field.allCases.map { (Array($0.rawValue.utf8), $0) } }

  func field(named key: Span<UInt8>) -> Field? {
    for (name, field) in fields where name.count == key.count {
      if name.indices.allSatisfy({ name[$0] == key[$0] }) { return field }
    }
    return nil
  }
}
