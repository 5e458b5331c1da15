// The file of places beside a plan.
import ExecutionPlan
import Testing

struct SourceMapTests {
  static let map = SourceMap(
    sources: ["r.yaml", "sub/c.yaml"],
    places: [
      SamplePlan.id("a"): [SourceMap.Place(source: 0, line: 3, column: 5)],
      SamplePlan.id("b/c"): [
        SourceMap.Place(source: 1, line: 1, column: 1), SourceMap.Place(source: 0, line: 9, column: 2),
      ],
    ])

  @Test func roundTrip() {
    #expect(SourceMap.decode(Self.map.encoded()) == Self.map)
    #expect(Self.map.description(of: SamplePlan.id("b/c")) == "sub/c.yaml:1:1")
    #expect(Self.map.description(of: SamplePlan.id("x")) == nil)
  }

  /// It only helps people: a broken one is no source map, and never a trap.
  @Test func broken() {
    let bytes = Self.map.encoded()
    for count in 0..<(bytes.count - 1) { #expect(SourceMap.decode(Array(bytes[..<count])) == nil) }
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0x55
      _ = SourceMap.decode(changed)?.description(of: SamplePlan.id("a"))
    }
  }

  @Test func placeInNoSource() {
    let map = SourceMap(
      sources: [], places: [SamplePlan.id("a"): [SourceMap.Place(source: -1, line: 1, column: 1)]])
    #expect(map.description(of: SamplePlan.id("a")) == nil)
  }
}
