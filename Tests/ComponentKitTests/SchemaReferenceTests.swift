// How schemas are named.
import ComponentKit
import Testing

struct SchemaReferenceTests {
  @Test(arguments: [
    ("standard_input", "standard_input/1.0.0"), ("a/1.2.3", "a/1.2.3"), ("a-b_1/0.0.0", "a-b_1/0.0.0"),
    ("a/999999999.1.1", "a/999999999.1.1"),
  ])
  func parses(_ text: String, _ description: String) {
    #expect(SchemaReference(parsing: text)?.description == description)
  }

  @Test(arguments: [
    "", "/", "a/", "/1.0.0", "a/1", "a/1.0", "a/1.0.0.0", "a/1.0.x", "a/1..0", "a/v1.0.0", "a/1.0.0/b", "a b",
    "é", "a/1.0.0 ", " a", "a/-1.0.0", "a/1.0.1234567890", "a\n",
  ])
  func refuses(_ text: String) { #expect(SchemaReference(parsing: text) == nil) }

  @Test func order() {
    let texts = ["b/1.0.0", "a/2.0.0", "a/1.0.0"]
    #expect(texts.compactMap { SchemaReference(parsing: $0) }.sorted().map(\.description) == texts.reversed())
  }
}
