import CanonicalJSON
import ComponentKit
import EnvironmentFiles
import ExecutionPlan
import PlanMachine
import RunHistory
import Testing

private func binding(
  _ pointer: String, _ template: String, _ type: LateBinding.ValueType = .string, isSecret: Bool = false,
  isOverride: Bool = false
) -> LateBinding {
  LateBinding(
    pointer: pointer, template: template, type: type, isSecret: isSecret, isOverride: isOverride)
}

/// The properties that the component is made from, or what stops the run.
private func properties(
  _ bindings: [LateBinding], _ variables: [String: String], own: JSONObject = JSONObject()
) throws -> JSONObject? {
  var builder = try PlanBuilder()
  try builder.source("db", bindings: bindings, properties: own)
  let seen = Shared<JSONObject?>(nil)
  var fixture = MachineFixture(builder, .fakes { made in seen.change { $0 = made.properties } })
  fixture.environment = Environment(process: variables)
  _ = try fixture.run()
  return seen.value
}

@Suite struct BindingTests {
  @Test func valuesAreConvertedToTheirTypes() throws {
    let made = try properties(
      [
        binding("/password", "${PW}", isSecret: true), binding("/port", "${PORT:-3306}", .integer),
        binding("/ratio", "${RATIO}", .number), binding("/strict", "${STRICT}", .boolean),
      ], ["PW": "p$w", "RATIO": "0.5", "STRICT": "Yes"])
    let expected: JSONValue = [
      "name": "db", "password": "p$w", "port": 3306, "ratio": .number(0.5), "strict": true,
    ]
    #expect(made.map { .object($0) } == expected)
  }

  @Test func elementsOfListsAreFilledIn() throws {
    let own = JSONObject([("keys", .array([.null, "b", .null]))])
    let bindings = [binding("/keys/0", "${A}", isSecret: true), binding("/keys/2", "x-${C}", isSecret: true)]
    #expect(try properties(bindings, ["A": "a", "C": "c"], own: own)?["keys"] == ["a", "b", "x-c"])
  }

  @Test func overrideHoldsOnlyWhereItsVariableIsSet() throws {
    let override = binding("/port", "${DB_PORT}", .integer, isOverride: true)
    let own = JSONObject([("port", 1)])
    #expect(try properties([override], [:], own: own)?["port"] == 1)
    #expect(try properties([override], ["DB_PORT": "2"], own: own)?["port"] == 2)
  }

  @Test func whatIsOverriddenNeedsNoValueOfItsOwn() throws {
    let bindings = [
      binding("/password", "${PW}", isSecret: true),
      binding("/password", "${DB_PASSWORD}", isSecret: true, isOverride: true),
    ]
    #expect(try properties(bindings, ["DB_PASSWORD": "x"])?["password"] == "x")
    #expect(throws: MachineError.self) { try properties(bindings, [:]) }
  }

  @Test func everyUnsetVariableIsNamedBeforeAnythingStarts() throws {
    var builder = try PlanBuilder()
    try builder.source("first")
    try builder.source("db", bindings: [binding("/password", "${PW}", isSecret: true)])
    try builder.source("other", bindings: [binding("/password", "${OTHER:?ask Anna}", isSecret: true)])
    let fixture = MachineFixture(builder, .fakes { _ in Issue.record("nothing may start") })
    let error = try #require(throws: MachineError.self) { try fixture.run() }
    #expect(error.code == .missingVariable)
    #expect(error.message == "a variable is not set: PW, for 'password' of 'db'")
    #expect(error.hint?.contains("--env-file FILE") == true)
    #expect(error.details == ["OTHER, for 'password' of 'other': ask Anna"])
    #expect(fixture.journal.commits.isEmpty)
  }

  @Test(arguments: [
    ("${PORT}", LateBinding.ValueType.integer, "many", "expected a whole number, found 'many'"),
    ("${PORT}", .number, "nan", "expected a number, found 'nan'"),
    ("${PORT}", .boolean, "perhaps", "expected true or false, found 'perhaps'"),
  ])
  func unfitValueIsReportedBeforeAnythingStarts(
    template: String, type: LateBinding.ValueType, value: String, reason: String
  ) throws {
    let error = try #require(throws: MachineError.self) {
      try properties([binding("/port", template, type)], ["PORT": value])
    }
    #expect(error.code == .unfitVariable)
    #expect(error.message == "a variable does not fit: PORT, for 'port' of 'db': \(reason)")
  }

  @Test func valueOutsideTheSchemaIsReportedBeforeAnythingStarts() throws {
    let error = try #require(throws: MachineError.self) {
      try properties([binding("/port", "${PORT}", .integer)], ["PORT": "99999"])
    }
    #expect(error.message == "a variable does not fit: 'port' of 'db': expected at most 65535")
  }

  @Test func secretIsNotInTheMessageOfAnUnfitValue() throws {
    let error = try #require(throws: MachineError.self) {
      try properties([binding("/port", "${PORT}", .integer, isSecret: true)], ["PORT": "hunter2"])
    }
    #expect(!error.description.contains("hunter2"))
  }

  @Test func secretsOfAComponentAreNotInWhatItSays() throws {
    var builder = try PlanBuilder()
    let source = try builder.source("db", bindings: [binding("/password", "${PW}", isSecret: true)])
    var fixture = MachineFixture(
      builder,
      .fakes([
        "db": { _, _, context in
          context.warn("tried hunter2")
          throw ComponentFailure("mysql://root:hunter2@host refused", hint: "is hunter2 right?")
        }
      ]))
    fixture.environment = Environment(process: ["PW": "hunter2"])
    let outcome = try fixture.run()
    #expect(outcome.reason(source) == "mysql://root:[REDACTED]@host refused; is [REDACTED] right?")
  }

  /// What is completed needs no password any more.
  @Test func completedArtifactsNeedNoVariables() throws {
    var builder = try PlanBuilder()
    let source = try builder.source("db", bindings: [binding("/password", "${PW}", isSecret: true)])
    let next = try builder.derive("next", from: [source])
    let isBroken = Shared(true)
    let registry = ComponentRegistry.fakes([
      "next": { inputs, sink, context in
        if isBroken.value { throw ComponentFailure("broken") }
        return try increment(inputs, sink, context)
      }
    ])
    var fixture = MachineFixture(builder, registry)
    fixture.environment = Environment(process: ["PW": "x"])
    let first = try fixture.run()
    #expect(first.status(next) == .failed)
    isBroken.change { $0 = false }
    fixture.environment = Environment(process: [:])
    let second = try fixture.run(from: first.state, status: .failed)
    #expect(second.run.status == .completed)
  }

  @Test func componentThatIsNotLinkedIsReportedBeforeAnythingStarts() throws {
    var builder = try PlanBuilder()
    try builder.source("db", type: "unlinked")
    let error = try #require(throws: MachineError.self) { try MachineFixture(builder).run() }
    #expect(error.code == .missingComponent)
    #expect(
      error.message
        == "the component 'unlinked', which 'db' needs, is known, but not part of this wct-exec")
  }
}
