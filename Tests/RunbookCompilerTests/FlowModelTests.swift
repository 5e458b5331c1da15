// The search for forbidden flows against a plain one, on random graphs; and how it behaves on long ones.
import Diagnostics
import ExecutionPlan
import RunbookCompiler
import TestSupport
import Testing

struct FlowModelTests {
  /// An artifact of a random graph; it reads earlier ones.
  private struct Member {
    let inputs: [Int]
    /// `test_mask` declassifies, `test_summary` uses a model, `test_upload` declassifies and uses a network.
    let component: String?
    let isMarked: Bool
    let isOutput: Bool

    var declassifies: Bool { component == "test_mask" || component == "test_upload" }
    var usesNetwork: Bool { component == "test_summary" || component == "test_upload" }
  }

  private static func graph(_ generator: inout SeededGenerator) -> [Member] {
    (0..<Int.random(in: 2...14, using: &generator)).map { index in
      var inputs: Set<Int> = []
      for _ in 0..<Int.random(in: 0...3, using: &generator) where index > 0 {
        inputs.insert(Int.random(in: 0..<index, using: &generator))
      }
      let components = ["test_mask", "test_summary", "test_upload", "test_relabel", nil]
      return Member(
        inputs: inputs.sorted(), component: components.randomElement(using: &generator) ?? nil,
        isMarked: Int.random(in: 0..<5, using: &generator) == 0,
        isOutput: Int.random(in: 0..<3, using: &generator) == 0)
    }
  }

  private static func text(_ graph: [Member]) -> String {
    var text = """
      name: N
      description: D
      contact: c
      policy:
        forbid:
          - flow: {from: sensitive, to: {capability: network}}
          - {flow: {from: sensitive, to: output}, severity: warning}
      artifacts:

      """
    for (index, member) in graph.enumerated() {
      var fields =
        member.inputs.isEmpty
        ? ["source: {type: filesystem, properties: {path: x}}"]
        : ["inputs: [\(member.inputs.map { "a\($0)" }.joined(separator: ", "))]"]
      if !member.inputs.isEmpty, let component = member.component {
        fields.append("process: {type: \(component)}")
      }
      if member.isMarked { fields.append("sensitive: true") }
      if member.isOutput { fields.append("output: true") }
      text += "  a\(index): {\(fields.joined(separator: ", "))}\n"
    }
    return text
  }

  /// Which artifacts hold sensitive data, and where it arrives that it may not.
  private static func expected(_ graph: [Member]) -> (errors: Set<String>, warnings: Set<String>) {
    var isTainted: [Bool] = []
    var errors: Set<String> = []
    var warnings: Set<String> = []
    for (index, member) in graph.enumerated() {
      let component = member.inputs.isEmpty ? nil : member.component
      let enters = member.inputs.contains { isTainted[$0] }
      let stops = component == "test_mask" || component == "test_upload"
      isTainted.append(member.isMarked || (enters && !stops))
      if enters, component == "test_summary" || component == "test_upload" { errors.insert("a\(index)") }
      if isTainted[index], member.isOutput { warnings.insert("a\(index)") }
    }
    return (errors, warnings)
  }

  @Test(arguments: 0..<300)
  func findsWhatAPlainSearchFinds(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let graph = Self.graph(&generator)
    let text = Self.text(graph)
    let result = FixtureCompilation.compiler().compile(text: Array(text.utf8), name: "r.yaml", goal: .check)
    let flows = result.diagnostics.filter { $0.rule.code == "WCT3040" }
    let (errors, warnings) = Self.expected(graph)
    #expect(Set(flows.filter { $0.severity == .error }.compactMap(Self.sink)) == errors, "\(text)")
    #expect(Set(flows.filter { $0.severity == .warning }.compactMap(Self.sink)) == warnings, "\(text)")
    #expect(flows.count == errors.count + warnings.count, "one report for each rule and end")
    for flow in flows { try expectWay(flow, in: result, graph) }
  }

  /// Every step of the way is an input of an artifact that is there, and the next goes on from it.
  private func expectWay(_ flow: Diagnostic, in result: CompilationResult, _ graph: [Member]) throws {
    let first = try #require(flow.flow.first)
    var current = try #require(Self.quoted(first.message).first)
    #expect(first.message == "'\(current)' is marked sensitive")
    for step in flow.flow.dropFirst() {
      let consumer = try #require(Self.quoted(step.message).first)
      #expect(result.sources.text(of: step.span) == current, "the step is at the artifact that it reads")
      let index = try #require(Int(consumer.dropFirst()))
      #expect(graph[index].inputs.map { "a\($0)" }.contains(current))
      current = consumer
    }
    #expect(current == Self.sink(flow))
  }

  /// The artifact where a flow ends: the last that its message names before the reason.
  private static func sink(_ flow: Diagnostic) -> String? {
    quoted(String(flow.message.prefix { $0 != "," })).last
  }

  private static func quoted(_ text: String) -> [String] {
    text.split(separator: "'", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element) }
  }

  /// A chain of thousands of artifacts, each an output: many flows, no endless ones.
  @Test func longWaysAreShortened() throws {
    let count = 3000
    var text = """
      name: N
      description: D
      contact: c
      policy: {forbid: [{flow: {from: sensitive, to: output}}]}
      artifacts:
        a0: {source: {type: filesystem, properties: {path: x}}, sensitive: true}

      """
    for index in 1...count { text += "  a\(index): {inputs: a\(index - 1), output: true}\n" }
    let result = FixtureCompilation.compiler().compile(text: Array(text.utf8), name: "r.yaml", goal: .check)
    #expect(result.diagnostics.count == count)
    #expect(result.diagnostics.allSatisfy { $0.flow.first?.message == "'a0' is marked sensitive" })
    #expect(result.diagnostics.map(\.flow.count).max() ?? 0 <= 45)
    #expect(result.diagnostics.map(\.flow.count).reduce(0, +) < 12_000)
    let far = try #require(result.diagnostics.first { $0.message.contains("'a100',") })
    #expect(far.flow[1].message.contains("60 more artifacts"), "\(far.flow[1].message)")
  }
}
