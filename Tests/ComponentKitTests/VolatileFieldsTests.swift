import CanonicalJSON
import ComponentKit
import Testing

@Suite struct VolatileFieldsTests {
  private func format(_ places: JSONValue, items: String? = "findings") throws -> WireFormat {
    var schema: JSONObject = ["type": "object", "x-volatile": places]
    if let items { schema["x-items"] = .string(items) }
    return try WireFormat(SchemaReference("sample"), schema: .object(schema))
  }

  @Test func aFormatHasNoneUnlessItSaysSo() throws {
    let plain = try WireFormat(SchemaReference("sample"), schema: ["type": "object"]).volatileFields
    #expect(plain.isEmpty && !plain.areInItems)
    #expect(plain.removed(fromHead: ["a": 1]) == ["a": 1] && plain.removed(fromItem: ["a": 1]) == ["a": 1])
  }

  @Test func fieldsOfTheHeadAreLeftOut() throws {
    let fields = try format(["/metadata/timestamp"]).volatileFields
    #expect(!fields.isEmpty && !fields.areInItems)
    #expect(
      fields.removed(fromHead: ["metadata": ["timestamp": "now", "count": 1], "timestamp": "kept"])
        == ["metadata": ["count": 1], "timestamp": "kept"])
    #expect(fields.removed(fromHead: ["metadata": "no object"]) == ["metadata": "no object"])
  }

  @Test func fieldsOfItemsAreLeftOut() throws {
    let fields = try format(["/findings/*/evidence/*/time"]).volatileFields
    #expect(fields.areInItems)
    #expect(
      fields.removed(fromItem: ["evidence": [["time": 1, "text": "a"], ["time": 2]], "time": "kept"])
        == ["evidence": [["text": "a"], [:]], "time": "kept"])
    // The head of the same content is another place.
    #expect(fields.removed(fromHead: ["evidence": [["time": 1]]]) == ["evidence": [["time": 1]]])
  }

  @Test func twoStarsGoAnyNumberOfSteps() throws {
    let fields = try format(["/outputs/*/content/**/time", "/outputs/**/id"], items: "outputs").volatileFields
    #expect(
      fields.removed(
        fromItem: ["time": 0, "id": 1, "content": ["time": 1, "deep": [["time": 2, "x": ["id": 3]]]]])
        == ["time": 0, "content": ["deep": [["x": [:]]]]])
  }

  @Test func whatIsNoPlaceIsRefused() {
    for place: JSONValue in ["timestamp", "", "/", "/a/**", 7] {
      #expect(throws: JSONSchemaError.self, "\(place)") { try format([place]) }
    }
  }
}
