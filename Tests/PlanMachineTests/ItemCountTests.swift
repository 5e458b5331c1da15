import CanonicalJSON
import ComponentKit
import Testing

@testable import PlanMachine

/// The number of items of a streamed array is known only at its end, and checked there.
@Suite struct ItemCountTests {
  private func format(_ bounds: [(String, JSONValue)]) throws -> WireFormat {
    var data = JSONObject(bounds)
    data["type"] = "array"
    return try WireFormat(
      SchemaReference("bounded"),
      schema: [
        "x-items": "data", "type": "object", "required": ["data"], "properties": ["data": .object(data)],
      ])
  }

  @Test func boundsHold() throws {
    let format = try format([("minItems", 1), ("maxItems", 2)])
    for count in 1...2 { try format.check(itemCount: count) }
    let none = #expect(throws: ComponentFailure.self) { try format.check(itemCount: 0) }
    #expect(
      none?.message.contains("at least 1 element at '/data', found 0") == true)
    let many = #expect(throws: ComponentFailure.self) { try format.check(itemCount: 3) }
    #expect(
      many?.message.contains("at most 2 elements at '/data', found 3") == true)
  }

  @Test func withoutBoundsEveryNumberFits() throws {
    try format([]).check(itemCount: 0)
    try format([]).check(itemCount: 1_000_000)
  }
}
