// JSON Pointers into properties.
import CanonicalJSON
import ExecutionPlan
import Testing

struct PropertyPointerTests {
  static let texts: [(text: String, keys: [String])] = [
    ("/a", ["a"]), ("/a/b", ["a", "b"]), ("/", [""]), ("//", ["", ""]), ("/a~1b", ["a/b"]), ("/~0", ["~"]),
    ("/~01", ["~1"]), ("/~1~0", ["/~"]), ("/é", ["é"]),
  ]

  @Test(arguments: texts.indices)
  func roundTrip(_ index: Int) {
    let (text, keys) = Self.texts[index]
    #expect(PropertyPointer(text)?.keys == keys)
    #expect(PropertyPointer(keys: keys).text == text)
  }

  @Test(arguments: ["", "a", "a/b", "/~", "/~2", "/a~"])
  func refused(_ text: String) { #expect(PropertyPointer(text) == nil) }

  @Test func setsAndRemoves() {
    var object: JSONObject = ["a": 1]
    PropertyPointer(keys: ["b", "c"]).set("x", in: &object)
    #expect(object == ["a": 1, "b": ["c": "x"]])
    PropertyPointer(keys: ["a", "d"]).set("y", in: &object)
    #expect(object == ["a": ["d": "y"], "b": ["c": "x"]])
    PropertyPointer(keys: ["a", "d"]).remove(from: &object)
    PropertyPointer(keys: ["b"]).remove(from: &object)
    PropertyPointer(keys: ["none", "there"]).remove(from: &object)
    #expect(object == ["a": [:]])
  }
}
