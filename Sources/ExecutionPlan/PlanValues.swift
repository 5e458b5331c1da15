// Reads the single values of a plan file, each of one type. What is spelled otherwise than the encoder does is read
// and remembered as such: the decoder then says that the file was altered.
internal import CanonicalJSON
internal import ComponentKit

extension PlanReader {
  mutating func string() throws(PlanError) -> String {
    guard json.peek() == UInt8(ascii: "\"") else { throw mismatch("string") }
    do { return try json.readString() } catch { throw PlanError(error) }
  }

  /// A text for people, which shows a reviewer what it holds.
  mutating func name() throws(PlanError) -> String {
    let start = json.position
    if let range = json.readPlainText(), MisleadingText.isPlain(json.bytes.span.extracting(range)) {
      return json.string(in: range)
    }
    json.goBack(to: start)
    let text = try string()
    if let scalar = MisleadingText.firstScalar(of: text) {
      throw PlanError(.misleadingText, "a text for people holds \(MisleadingText.name(of: scalar))")
    }
    return text
  }

  /// A text for people that often stands in a plan more than once.
  mutating func recurringName() throws(PlanError) -> String {
    if let text = texts.take(&json) { return text }
    let start = json.position
    let text = try name()
    texts.keep(text, json, from: start)
    return text
  }

  mutating func variableName() throws(PlanError) -> String {
    let text = try string()
    guard SubstitutionTemplate.isVariableName(text) else {
      throw PlanError(.structure, "not the name of a variable")
    }
    return text
  }

  mutating func integer(_ what: String = "integer") throws(PlanError) -> Int {
    do {
      if let number = try json.readInteger() { return number }
    } catch {
      throw PlanError(error)
    }
    let start = json.position
    if case .bigInteger? = try? json.readValue() {
      throw PlanError(.structure, "expected \(what), found one beyond 64 bits")
    }
    json.goBack(to: start)
    throw mismatch(what)
  }

  mutating func positiveNumber() throws(PlanError) -> Double {
    let value = try value()
    guard let number = value.doubleValue, number > 0, number.isFinite else {
      throw PlanError(.structure, "expected a positive number, found \(value.typeName)")
    }
    // A whole number of more digits than a double has would not be written like that.
    if JSONValue.number(number) != value { json.foundOtherForm() }
    return number
  }

  mutating func bool() throws(PlanError) -> Bool {
    guard let value = json.readBool() else { throw mismatch("boolean") }
    return value
  }

  /// A truth value that is written only when it is true.
  mutating func flag() throws(PlanError) -> Bool {
    let value = try bool()
    if !value { json.foundOtherForm() }
    return value
  }

  mutating func digest() throws(PlanError) -> ContentDigest {
    if let range = json.readText(ofLength: ContentDigest.textLength),
      let digest = ContentDigest(parsing: json.bytes.span.extracting(range))
    {
      return digest
    }
    throw PlanError(.structure, "expected 'sha256:' and 64 hex digits")
  }

  mutating func artifactID() throws(PlanError) -> ArtifactID {
    let start = json.position
    if let range = json.readPlainText(), let id = ArtifactID(json.bytes.span.extracting(range)) { return id }
    json.goBack(to: start)
    guard let id = ArtifactID(try string()) else { throw PlanError(.structure, "not an artifact id") }
    return id
  }

  mutating func schema() throws(PlanError) -> SchemaReference {
    if let schema = schemas.take(&json) { return schema }
    let start = json.position
    let text = try string()
    guard let schema = SchemaReference(parsing: text) else {
      throw PlanError(.structure, "not a schema reference")
    }
    if schema.description != text { json.foundOtherForm() }
    schemas.keep(schema, json, from: start)
    return schema
  }

  mutating func object() throws(PlanError) -> JSONObject {
    guard json.peek() == UInt8(ascii: "{") else { throw mismatch("object") }
    do { return try json.readObject() } catch { throw PlanError(error) }
  }

  /// An object that often stands in a plan more than once.
  mutating func recurringObject() throws(PlanError) -> JSONObject {
    if let object = properties.take(&json) { return object }
    let start = json.position
    let object = try object()
    properties.keep(object, json, from: start)
    return object
  }

  /// An object of numbers; an empty one is not written.
  mutating func numbers(_ expected: String) throws(PlanError) -> [(key: String, number: Int)] {
    let members = try object().members
    if members.isEmpty { json.foundOtherForm() }
    var numbers: [(key: String, number: Int)] = []
    for member in members {
      guard let number = member.value.integerValue else { throw PlanError(.structure, expected) }
      numbers.append((member.key, number))
    }
    return numbers
  }
}

/// Values that were read lately, with their text: most of a plan's texts and properties stand there many times.
///
/// A string or an object ends where it ends, so a text that begins with all of an earlier one's bytes is that one.
struct RecentValues<Value> {
  private static var capacity: Int { 8 }
  /// The latest first.
  private var entries: [(text: Range<Int>, value: Value, number: Int)] = []
  private var count = 0
  /// The number, from 1, of the value that was taken or kept last; equal numbers are equal values.
  private(set) var latest = 0

  /// The value whose text stands here again, which is then consumed.
  mutating func take(_ json: inout JSONReader) -> Value? {
    for index in entries.indices where json.repeats(entries[index].text) {
      if index > 0 { moveToFront(index) }
      json.skip(entries[0].text.count)
      latest = entries[0].number
      return entries[0].value
    }
    return nil
  }

  private mutating func moveToFront(_ index: Int) {
    for place in stride(from: index, to: 0, by: -1) { entries.swapAt(place, place - 1) }
  }

  /// Remembers a value that was read from `start` on, unless it may be spelled in another way than the canonical.
  mutating func keep(_ value: Value, _ json: JSONReader, from start: Int) {
    count += 1
    latest = count
    guard json.isCanonical else { return }
    let entry = (text: start..<json.position, value: value, number: count)
    if entries.count < Self.capacity { entries.append(entry) } else { entries[Self.capacity - 1] = entry }
    moveToFront(entries.count - 1)
  }
}
