// Instructions that are written alike are checked together: one among thousands that is not is refused at its place.
import CanonicalJSON
import ComponentKit
import ExecutionPlan
import Testing

struct AlikeInstructionsTests {
  private static let small = SamplePlan.keyed(plan(of: 660))
  /// Of more instructions than are checked by one thread at a time.
  private static let large = SamplePlan.keyed(plan(of: 4_500))

  /// Blocks of a source of its own properties, a source that recurs, passes, and calls of 90 spellings.
  private static func plan(of count: Int) -> Plan {
    var plan = Plan(runbook: RunbookLabel(name: "", description: ""))
    plan.components = SamplePlan.plan.components
    plan.rulesets = SamplePlan.plan.rulesets
    for first in stride(from: 0, to: count, by: 6) {
      let ruleset = "local/\(first / 6 % 90)/1.0.0"
      let tag = ComponentCall(
        component: ComponentIndex(1), properties: ["ruleset": .string(ruleset)],
        rulesets: [ruleset: RulesetIndex(0)])
      plan.instructions += [
        SamplePlan.instruction("own\(first)", .extract(SamplePlan.call(0, ["path": .string("\(first)")]))),
        SamplePlan.instruction(
          "code\(first)", .extract(SamplePlan.call(0, ["path": "x"])), schema: SamplePlan.code),
        SamplePlan.instruction("pass\(first)", .pass, [first]),
        SamplePlan.instruction("merge\(first)", .merge, [first, first + 2]),
        SamplePlan.instruction("tag\(first)", .process(tag), [first + 3]),
        SamplePlan.instruction(
          "join\(first)", .process(SamplePlan.call(2, [:])), [first + 1, first + 4], schema: SamplePlan.code),
      ]
    }
    return plan
  }

  private static func check(_ plan: Plan) throws -> PlanError? {
    let decoded = try Plan.decode(plan.encoded().bytes)
    do {
      _ = try PlanVerifier.verify(decoded, catalog: SamplePlan.catalog)
      return nil
    } catch {
      return error
    }
  }

  @Test func accepted() throws {
    #expect(try Self.check(Self.small) == nil)
    #expect(try Self.check(Self.large) == nil)
  }

  static let faults: [(offset: Int, place: String, change: @Sendable (inout Instruction, Int) -> Void)] = [
    (0, "/properties/path", { line, _ in line.operation = .extract(SamplePlan.call(0, ["path": 3])) }),
    (0, "/inputs", { line, first in line.operands = [InstructionIndex(first - 1)] }),
    (1, "/component", { line, _ in line.operation = .process(SamplePlan.call(0, ["path": "x"])) }),
    (2, "/schema", { line, first in line.operands = [InstructionIndex(first + 1)] }),
    (2, "/inputs", { line, _ in line.operands = [] }),
    (2, "/inputs", { line, first in line.operands = [InstructionIndex(first + 2)] }),
    (2, "/schema", { line, _ in line.schema = SchemaReference("text", "9.0.0") }),
    (3, "/schema", { line, first in line.operands = [0, first + 1].map { InstructionIndex($0) } }),
    (3, "/inputs", { line, first in line.operands = [InstructionIndex(first)] }),
    (4, "/inputs", { line, first in line.operands = [InstructionIndex(first + 1)] }),
    (4, "/component", { line, _ in line.operation = .process(SamplePlan.call(9, [:])) }),
    (4, "/schema", { line, _ in line.schema = SamplePlan.code }),
    (
      4, "/rulesets",
      { line, _ in
        line.operation = .process(
          ComponentCall(
            component: ComponentIndex(1), properties: ["ruleset": "local/x/1.0.0"],
            rulesets: ["local/x/1.0.0": RulesetIndex(7)]))
      }
    ),
    (5, "/inputs", { line, first in line.operands = [first + 1, first + 1].map { InstructionIndex($0) } }),
    (5, "/inputs", { line, first in line.operands = [InstructionIndex(first + 1)] }),
  ]

  @Test(arguments: faults.indices)
  func refused(_ number: Int) throws { try Self.refuse(Self.small, Self.faults[number], at: 600) }

  @Test(arguments: [1, 4, 9, 14])
  func refusedByAnotherThread(_ number: Int) throws {
    try Self.refuse(Self.large, Self.faults[number], at: 4_200)
  }

  private static func refuse(
    _ right: Plan, _ fault: (offset: Int, place: String, change: @Sendable (inout Instruction, Int) -> Void),
    at first: Int
  ) throws {
    var plan = right
    fault.change(&plan.instructions[first + fault.offset], first)
    let error = try #require(try check(SamplePlan.keyed(plan)))
    #expect(error.pointer == "/instructions/\(first + fault.offset)\(fault.place)", "\(error)")
  }

  /// The key of an instruction that is alike but for its operands, of another form, and of none.
  @Test func wrongKeys() throws {
    for (index, other) in [(602, 2), (604, 4), (601, 600), (605, 5)] {
      var plan = Self.small
      plan.instructions[index].key = Self.small.instructions[other].key
      #expect(try Self.check(plan)?.pointer == "/instructions/\(index)/key")
    }
  }
}
