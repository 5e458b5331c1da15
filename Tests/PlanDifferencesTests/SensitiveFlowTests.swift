// Ways of sensitive data that are in one plan and not in the other.
import PlanDifferences
import Testing

struct SensitiveFlowTests {
  private static let table = "rows: {source: {type: test_table, properties: {name: t}}}"
  private static let files = "rows: {source: {type: filesystem, properties: {path: ./a}}}"

  private func flows(_ old: [String], _ new: [String]) throws -> FlowComparison {
    try DifferenceTrial.difference(DifferenceTrial.runbook(old), DifferenceTrial.runbook(new)).flows
  }

  private func shown(_ flows: [SensitiveFlow]) -> [String] {
    flows.map { "\($0.origin) → \($0.sink): \($0.ends.map(\.rawValue).joined(separator: ","))" }
  }

  @Test func aPropertyCanOpenAFlow() throws {
    func ask(_ value: Bool) -> String {
      "found: {inputs: rows, process: {type: test_relabel, properties: {ask: \(value)}}}"
    }
    let flows = try flows([Self.table, ask(false)], [Self.table, ask(true)])
    #expect(shown(flows.opened) == ["rows → found: llm"] && flows.closed.isEmpty && flows.isWidened)
  }

  @Test func anotherSourceOpensAFlow() throws {
    let last = "last: {inputs: rows, output: true}"
    let flows = try flows([Self.files, last], [Self.table, last])
    #expect(shown(flows.opened) == ["rows → last: output"] && flows.newlyTainted == 2)
    #expect(flows.opened.first?.path == ["rows", "last"])
  }

  @Test func settingAMarkOpensNothing() throws {
    let last = "last: {inputs: rows, output: true}"
    let marked = Self.files.replacing("}}}", with: "}}, sensitive: true}")
    let set = try flows([Self.files, last], [marked, last])
    #expect(set.opened.isEmpty && set.closed.isEmpty && !set.isWidened && set.marks.map(\.isSet) == [true])
    let unset = try flows([marked, last], [Self.files, last])
    #expect(
      unset.opened.isEmpty && unset.closed.isEmpty && unset.isWidened && unset.marks.map(\.isSet) == [false])
  }

  /// A source that is another one by its component is sensitive for a new reason, mark or not.
  @Test func anotherComponentThatIsMarkedTooOpensAFlow() throws {
    let last = "last: {inputs: rows, output: true}"
    let flows = try flows(
      [Self.files, last], [Self.table.replacing("}}}", with: "}}, sensitive: true}"), last])
    #expect(shown(flows.opened) == ["rows → last: output"])
  }

  @Test func onlyTheNewOriginCounts() throws {
    let other = "more: {source: {type: test_table, properties: {name: u}}}"
    let flows = try flows(
      [Self.table, other, "last: {inputs: [rows], output: true}"],
      [Self.table, other, "last: {inputs: [rows, more], output: true}"])
    #expect(shown(flows.opened) == ["more → last: output"] && flows.newlyTainted == 0)
  }

  /// More origins than go along in one walk, and more ways than are listed.
  @Test func manyOriginsAreCounted() throws {
    let tables = (0..<300).map { "t\($0): {source: {type: test_table, properties: {name: n\($0)}}}" }
    let merge = "all: {inputs: [\((0..<300).map { "t\($0)" }.joined(separator: ", "))]}"
    let flows = try flows(
      tables + [merge, "last: {inputs: all, process: {type: test_mask}, output: true}"],
      tables + [merge, "last: {inputs: all, process: {type: test_relabel}, output: true}"])
    #expect(flows.openedCount == 300 && flows.opened.count == 200)
    #expect(flows.opened.first?.path == ["t0", "all", "last"])
  }

  @Test func longWaysAreCutInTheMiddle() throws {
    let chain = (0..<40).map {
      "c\($0): {inputs: \($0 == 0 ? "rows" : "c\($0 - 1)"), process: {type: test_relabel}}"
    }
    let flows = try flows(
      [Self.table] + chain + ["last: {inputs: c39}"],
      [Self.table] + chain + ["last: {inputs: c39, output: true}"])
    let flow = try #require(flows.opened.first)
    #expect(
      flow.path.count == 12 && flow.omitted == 30 && flow.path.first == "rows" && flow.path.last == "last")
  }
}
