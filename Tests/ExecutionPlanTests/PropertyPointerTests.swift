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

  @Test func elementsOfListsAreSetInTheirPlaces() {
    var object: JSONObject = ["a": [.null, "b", ["c": 1]]]
    PropertyPointer(keys: ["a", "0"]).set("x", in: &object)
    PropertyPointer(keys: ["a", "2", "d"]).set("y", in: &object)
    PropertyPointer(keys: ["a", "3"]).set("beyond", in: &object)
    PropertyPointer(keys: ["a", "01"]).set("no index", in: &object)
    #expect(object == ["a": ["x", "b", ["c": 1, "d": "y"]]])
    #expect(PropertyPointer(keys: ["a", "2", "d"]).value(in: object) == "y")
    #expect(PropertyPointer(keys: ["a", "3"]).value(in: object) == nil)
  }

  @Test func elementsKeepTheirPlaces() {
    var object: JSONObject = ["a": ["x", ["c": 1]]]
    PropertyPointer(keys: ["a", "0"]).remove(from: &object)
    PropertyPointer(keys: ["a", "1", "c"]).remove(from: &object)
    #expect(object == ["a": ["x", [:]]])
  }

  @Test(arguments: [(["a", "0"], true), (["a", "2"], false), (["a", "-1"], false), (["b", "c"], true)])
  func placesInListsAreThere(_ keys: [String], _ isThere: Bool) {
    #expect(PropertyPointer(keys: keys).hasPlace(in: ["a": [1, 2]]) == isThere)
  }
}
