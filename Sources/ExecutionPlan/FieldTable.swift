// What fields the objects of a plan file have. The reader and the published schema are made from the same tables.
internal import CanonicalJSON

/// The fields of one kind of object: one case a field, in canonical order, named as in the file.
protocol PlanField: CaseIterable, Hashable, Sendable, RawRepresentable<String> where AllCases == [Self] {
  static var table: FieldTable<Self> { get }
  /// What a field holds.
  var shape: ValueShape { get }
  /// Whether the encoder always writes it.
  var isRequired: Bool { get }
  /// What it is for, as the published schema says it.
  var meaning: String { get }
}

/// The fields of one kind of object, ready for reading.
struct FieldTable<Field: PlanField>: Sendable {
  let fields: [Field]
  let names: [PackedName]
  let required: FieldSet

  init() {
    fields = Field.allCases
    names = fields.map { PackedName($0.rawValue) }
    required = FieldSet(fields.indices.filter { Field.allCases[$0].isRequired })
  }

  /// The place of a name from one on; nil when it stands earlier or nowhere.
  func place(of name: PackedName, from first: Int) -> Int? {
    var place = first
    while place < names.count {
      // Compared here, since the whole is called for every field of a file.
      if names[place].low == name.low, names[place].high == name.high { return place }
      place += 1
    }
    return nil
  }

  /// The set of some fields.
  func set(_ fields: [Field]) -> FieldSet {
    FieldSet(self.fields.indices.filter { fields.contains(self.fields[$0]) })
  }
}

/// Fields of one table, by their places in it.
struct FieldSet: Hashable, Sendable {
  private(set) var bits: UInt32 = 0

  init() {}

  init(_ places: [Int]) { for place in places { insert(place) } }

  /// The first place of the set; nil when it is empty.
  var first: Int? { bits == 0 ? nil : bits.trailingZeroBitCount }

  /// Whether the place was not there before.
  @discardableResult
  mutating func insert(_ place: Int) -> Bool {
    let bit: UInt32 = 1 << UInt32(place)
    defer { bits |= bit }
    return bits & bit == 0
  }

  func subtracting(_ other: FieldSet) -> FieldSet {
    var result = self
    result.bits &= ~other.bits
    return result
  }

  func union(_ other: FieldSet) -> FieldSet {
    var result = self
    result.bits |= other.bits
    return result
  }
}

/// What a field holds, as far as its structure goes.
indirect enum ValueShape: Sendable {
  case string
  /// A text for people, see ``MisleadingText``.
  case name
  /// A letter or `_`, then letters, digits and `_`.
  case variableName
  case integer, positiveNumber, boolean
  /// Written only when it is true.
  case flag
  case digest, artifactID, schemaReference
  /// One of these texts.
  case word([String])
  case formatVersion
  /// Anything, and any object.
  case anything, anyObject
  case object(ObjectShape)
  case array(ValueShape)
  /// Written only when there is an element.
  case nonEmptyArray(ValueShape)
  /// Keys that are artifacts' ids, or any keys; written only when there is a member.
  case artifactMap(ValueShape), map(ValueShape)
}

/// An object's fields for the published schema.
struct ObjectShape: Sendable {
  struct Field: Sendable {
    let name: String
    let shape: ValueShape
    let isRequired: Bool
    let meaning: String
  }

  let name: String
  let fields: [Field]

  init<Table: PlanField>(_ name: String, _ table: Table.Type) {
    self.name = name
    fields = Table.allCases.map {
      Field(name: $0.rawValue, shape: $0.shape, isRequired: $0.isRequired, meaning: $0.meaning)
    }
  }
}
