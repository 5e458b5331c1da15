// The fields that one kind of mapping knows, and how a key is recognised among them.

/// The fields of one kind of mapping: each case a field, its raw value the name as written.
package protocol FieldSet: RawRepresentable<String>, CaseIterable, Sendable, Equatable {
  /// All cases, ready for recognition; a stored property, so that it is made once.
  static var table: FieldTable<Self> { get }
  /// What the mapping is called in messages: "an artifact".
  static var owner: String { get }
  /// The field that replaced this one, if it is an older spelling.
  var presentSpelling: Self? { get }
  /// Whether the mapping is wrong without it, whatever else it has.
  var isRequired: Bool { get }
  /// Where a key belongs that is no field here; nil where nobody knows.
  static func place(ofUnknown key: String) -> String?
}

extension FieldSet {
  package var presentSpelling: Self? { nil }
  package var isRequired: Bool { false }
  package static func place(ofUnknown key: String) -> String? { nil }

  /// The fields in their present spelling, for suggestions.
  package static var names: [String] { allCases.filter { $0.presentSpelling == nil }.map(\.rawValue) }
}

/// Recognises the fields of one kind of mapping by the bytes of a key.
package struct FieldTable<Field: FieldSet>: Sendable {
  /// The names one behind the other, so that a look at one costs no reference to it.
  private let names: [UInt8]
  /// Where each name ends.
  private let ends: [Int]
  private let fields: [Field]

  package init() {
    let all = Array(Field.allCases)
    fields = all
    names = all.flatMap { $0.rawValue.utf8 }
    ends = all.indices.map { last in all[...last].reduce(0) { $0 + $1.rawValue.utf8.count } }
  }

  func field(named key: Span<UInt8>) -> Field? { index(named: key).map { fields[$0] } }

  /// The place of a field in the table.
  func index(named key: Span<UInt8>) -> Int? {
    var start = 0
    for index in ends.indices {
      let end = ends[index]
      if end - start == key.count, isEqual(key, at: start) { return index }
      start = end
    }
    return nil
  }

  func index(of field: Field) -> Int? { fields.firstIndex { $0 == field } }

  subscript(_ index: Int) -> Field { fields[index] }

  private func isEqual(_ key: Span<UInt8>, at start: Int) -> Bool {
    for offset in key.indices where names[start + offset] != key[offset] { return false }
    return true
  }
}
