// Reads the objects of a plan file from its bytes, without a tree in between. Knows the tables of fields, but not
// what the fields mean. An error's place grows from the inside out, as it passes the objects that it stands in.
internal import CanonicalJSON
internal import ComponentKit

/// A reader of plan files, and what it has read often.
struct PlanReader {
  var json: JSONReader
  var texts = RecentValues<String>()
  var schemas = RecentValues<SchemaReference>()
  var properties = RecentValues<JSONObject>()
  var rulesets = RecentValues<[String: RulesetIndex]>()
  let operations = OperationTable()
  /// The forms of the instructions that were read.
  var forms = InstructionForms()

  init(_ bytes: [UInt8]) throws(PlanError) {
    do {
      json = try JSONReader(bytes, checksForm: true)
    } catch {
      throw PlanError(error)
    }
  }

  /// The object that is being read.
  struct Cursor<Field: PlanField> {
    let table: FieldTable<Field>
    fileprivate(set) var seen = FieldSet()
    /// The place in the table where the next field is looked for first.
    fileprivate var expected = 0
    fileprivate var hasMember: Bool
    /// The byte offset of the field's key.
    fileprivate(set) var start = 0
  }

  mutating func open<Field: PlanField>(_: Field.Type) throws(PlanError) -> Cursor<Field> {
    guard json.peek() == UInt8(ascii: "{") else { throw mismatch("object") }
    return Cursor(table: Field.table, hasMember: try open(.object))
  }

  /// The next field, whose value is read next; nil at the object's end, where nothing may be missing.
  mutating func next<Field: PlanField>(_ cursor: inout Cursor<Field>) throws(PlanError) -> Field? {
    if cursor.seen.first != nil { cursor.hasMember = try hasNext(in: .object) }
    guard cursor.hasMember else {
      try checkNothingIsMissing(cursor.table.required, in: cursor)
      return nil
    }
    cursor.start = json.position
    let name = try shortKey()
    let place: Int
    if let name, let found = cursor.table.place(of: name, from: cursor.expected) {
      place = found
    } else {
      place = try placeByName(cursor)
    }
    cursor.seen.insert(place)
    cursor.expected = place + 1
    return cursor.table.fields[place]
  }

  /// The place of a field that is not found at once: it stands out of order, is spelled with escapes, or at the
  /// file's end. Fails when there is no such field, or it stood before.
  private mutating func placeByName<Field: PlanField>(_ cursor: Cursor<Field>) throws(PlanError) -> Int {
    json.goBack(to: cursor.start)
    let name = try key()
    guard let place = cursor.table.fields.firstIndex(where: { $0.rawValue == name }) else {
      throw PlanError(.structure, "unknown field '\(name)'")
    }
    var seen = cursor.seen
    guard seen.insert(place) else {
      throw PlanError(.notJSON, "not a plan: the key \"\(name)\" stands twice")
    }
    if place < cursor.expected { json.foundOtherForm() }
    return place
  }

  func checkNothingIsMissing<Field: PlanField>(
    _ required: FieldSet, in cursor: Cursor<Field>
  ) throws(PlanError) {
    guard let missing = required.subtracting(cursor.seen).first else { return }
    throw PlanError(.structure, "the field '\(cursor.table.fields[missing].rawValue)' is missing")
  }

  /// Reads the elements of an array, each at its own place; false where there is none.
  mutating func elements(
    _ read: (inout PlanReader) throws(PlanError) -> Void
  ) throws(PlanError) -> Bool {
    guard json.peek() == UInt8(ascii: "[") else { throw mismatch("array") }
    guard try open(.array) else { return false }
    var index = 0
    repeat {
      do throws(PlanError) { try read(&self) } catch { throw error.under(String(index)) }
      index += 1
    } while try hasNext(in: .array)
    return true
  }
}

// MARK: - The JSON reader's parts, with this reader's errors

extension PlanReader {
  mutating func open(_ container: JSONReader.Container) throws(PlanError) -> Bool {
    do { return try json.open(container) } catch { throw PlanError(error) }
  }

  mutating func hasNext(in container: JSONReader.Container) throws(PlanError) -> Bool {
    do { return try json.hasNext(in: container) } catch { throw PlanError(error) }
  }

  private mutating func shortKey() throws(PlanError) -> PackedName? {
    do { return try json.readShortKey() } catch { throw PlanError(error) }
  }

  private mutating func key() throws(PlanError) -> String {
    do { return try json.readKey() } catch { throw PlanError(error) }
  }

  mutating func value() throws(PlanError) -> JSONValue {
    do { return try json.readValue() } catch { throw PlanError(error) }
  }

  /// The error of a value that begins here and is of another type; of what is no value at all, that.
  mutating func mismatch(_ expected: String) -> PlanError {
    do {
      return PlanError(.structure, "expected \(expected), found \(try json.readValue().typeName)")
    } catch {
      return PlanError(error)
    }
  }
}

extension PlanError {
  init(_ error: JSONReadError) {
    self.init(.notJSON, "not a plan: \(error)", hint: "compile the runbook again")
  }

  /// This error, its place inside a field or an element.
  func under(_ token: String) -> PlanError {
    code == .notJSON ? self : PlanError(code, message, at: "/\(token)\(pointer)", hint: hint)
  }
}
