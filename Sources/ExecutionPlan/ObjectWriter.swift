// Writes the members of one object of a plan, which must come in canonical order.
internal import CanonicalJSON
internal import ComponentKit

/// Where the next member stands: after the opening brace or after a comma.
struct ObjectWriter {
  private var isFirst = true

  init(_ writer: inout JSONWriter) { writer.writeASCII("{") }

  func end(_ writer: inout JSONWriter) { writer.writeASCII("}") }

  /// Begins a member; its value is written next.
  mutating func key(_ name: StaticString, _ writer: inout JSONWriter) {
    writer.writeKey(name, isFirst: isFirst)
    isFirst = false
  }

  mutating func text(_ text: String, _ name: StaticString, _ writer: inout JSONWriter) {
    key(name, &writer)
    writer.write(text)
  }

  /// Nothing when there is none.
  mutating func text(_ text: String?, _ name: StaticString, _ writer: inout JSONWriter) {
    if let text { self.text(text, name, &writer) }
  }

  mutating func number(_ number: Int, _ name: StaticString, _ writer: inout JSONWriter) {
    key(name, &writer)
    writer.write(number)
  }

  /// Nothing when there is none.
  mutating func number(_ number: Double?, _ name: StaticString, _ writer: inout JSONWriter) {
    guard let number else { return }
    key(name, &writer)
    writer.write(JSONValue.number(number))
  }

  mutating func truth(_ value: Bool, _ name: StaticString, _ writer: inout JSONWriter) {
    key(name, &writer)
    writer.writeASCII(value ? "true" : "false")
  }

  /// Nothing when it is false.
  mutating func flag(_ value: Bool, _ name: StaticString, _ writer: inout JSONWriter) {
    if value { truth(value, name, &writer) }
  }

  mutating func digest(_ digest: ContentDigest, _ name: StaticString, _ writer: inout JSONWriter) {
    key(name, &writer)
    writer.write(digest)
  }

  mutating func object(_ object: JSONObject, _ name: StaticString, _ writer: inout JSONWriter) {
    key(name, &writer)
    writer.write(object)
  }

  /// An array, its elements each written by `write`.
  mutating func array<Element>(
    _ elements: [Element], _ name: StaticString, _ writer: inout JSONWriter,
    _ write: (Element, inout JSONWriter) -> Void
  ) {
    key(name, &writer)
    writer.writeASCII("[")
    for index in elements.indices {
      if index > 0 { writer.writeASCII(",") }
      write(elements.span[index], &writer)
    }
    writer.writeASCII("]")
  }
}

extension JSONWriter {
  /// Appends a digest as a string.
  mutating func write(_ digest: ContentDigest) { writeWords(digest.quotedText, last: 1) }

  /// Appends `name/version` as a string.
  mutating func write(_ schema: SchemaReference) {
    writeASCII("\"")
    writeContent(schema.name)
    writeASCII("/")
    writeContent(schema.version)
    writeASCII("\"")
  }
}
