// Which combination is nearest, and what would have to change.
import ComponentKit
import RunbookCompiler
import Testing

struct NearestCombinationTests {
  private let a1 = SchemaReference("a", "1.0.0")
  private let a2 = SchemaReference("a", "1.1.0")
  private let b = SchemaReference("b")
  private let c = SchemaReference("c")

  private func change(_ nearest: NearestCombination) -> [String] {
    nearest.replacements.map { "\($0.found)>\($0.wanted)" } + nearest.superfluous.map { "-\($0)" }
      + nearest.missing.map { "+\($0)" }
  }

  @Test func anotherVersion() throws {
    let nearest = try #require(NearestCombination(to: [a1, a2], among: [[a1, b]]))
    #expect(change(nearest) == ["a/1.1.0>b/1.0.0"])
    #expect(nearest.surplus == [a2])
  }

  /// A changed version is nearer than another schema.
  @Test func versionBeforeSchema() throws {
    let nearest = try #require(NearestCombination(to: [a1], among: [[b], [a2], [c]]))
    #expect(nearest.schemas == [a2])
    #expect(change(nearest) == ["a/1.0.0>a/1.1.0"])
  }

  @Test func tooManyAndTooFew() throws {
    #expect(change(try #require(NearestCombination(to: [a1, b], among: [[a1]]))) == ["-b/1.0.0"])
    #expect(
      change(try #require(NearestCombination(to: [a1], among: [[a1, b, c]]))) == ["+b/1.0.0", "+c/1.0.0"])
  }

  @Test func ofEquallyNearOnesTheFirst() throws {
    #expect(try #require(NearestCombination(to: [a1], among: [[c], [b]])).schemas == [c])
    #expect(NearestCombination(to: [a1], among: []) == nil)
  }

  /// Versions are paired before other schemas, whatever their order.
  @Test func pairsByName() throws {
    let nearest = try #require(NearestCombination(to: [a1, b], among: [[a2, c]]))
    #expect(change(nearest) == ["a/1.0.0>a/1.1.0", "b/1.0.0>c/1.0.0"])
  }
}
