// JSON laid out for people.
import CanonicalJSON
import Testing

struct PrettyJSONTests {
  @Test func layout() {
    let value: JSONValue = ["b": [1, ["c": "x"]], "a": [], "d": [:], "e": .null]
    let text = """
      {
        "a": [],
        "b": [
          1,
          {
            "c": "x"
          }
        ],
        "d": {},
        "e": null
      }
      """
    #expect(String(decoding: PrettyJSONWriter.bytes(of: value), as: UTF8.self) == text)
  }
}
