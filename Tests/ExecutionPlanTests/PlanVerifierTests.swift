// Plans of the right shape, with the right digests, that mean nothing: each is refused at its place.
import CanonicalJSON
import ComponentKit
import ExecutionPlan
import Testing

struct PlanVerifierTests {
  typealias Change = @Sendable (inout Plan) -> Void

  private static func operands(_ index: Int, _ operands: [Int]) -> Change {
    { $0.instructions[index].operands = operands.map { InstructionIndex($0) } }
  }

  private static func operation(_ index: Int, _ operation: Operation) -> Change {
    { $0.instructions[index].operation = operation }
  }

  private static func call(_ index: Int, _ change: @escaping @Sendable (inout ComponentCall) -> Void)
    -> Change
  {
    { plan in
      switch plan.instructions[index].operation {
      case .extract(var call):
        change(&call)
        plan.instructions[index].operation = .extract(call)
      case .process(var call):
        change(&call)
        plan.instructions[index].operation = .process(call)
      default: break
      }
    }
  }

  private static func bind(_ pointer: String, _ template: String) -> Change {
    call(0) {
      $0.bindings = [LateBinding(pointer: pointer, template: template, type: .string, isSecret: false)]
    }
  }

  static let changes: [(name: String, change: Change, code: PlanError.Code, pointer: String)] = [
    ("forward operand", operands(5, [6]), .meaning, "/instructions/5/inputs"),
    ("itself", operands(5, [5]), .meaning, "/instructions/5/inputs"),
    ("negative operand", operands(5, [-1]), .meaning, "/instructions/5/inputs"),
    ("operand out of range", operands(5, [Int.max]), .meaning, "/instructions/5/inputs"),
    ("smallest operand", operands(5, [Int.min]), .meaning, "/instructions/5/inputs"),
    ("pass of two", operands(5, [3, 4]), .meaning, "/instructions/5/inputs"),
    ("pass of none", operands(5, []), .meaning, "/instructions/5/inputs"),
    ("merge of one", operands(4, [0]), .meaning, "/instructions/4/inputs"),
    ("merge of unlike schemas", operands(4, [0, 1]), .meaning, "/instructions/4/schema"),
    ("extract with an operand", operands(1, [0]), .meaning, "/instructions/1/inputs"),
    ("constant with an operand", operands(3, [0]), .meaning, "/instructions/3/inputs"),
    ("reuse with an operand", operands(2, [0]), .meaning, "/instructions/2/inputs"),
    ("process without operands", operands(6, []), .meaning, "/instructions/6/inputs"),
    ("process of another schema", operands(6, [1]), .meaning, "/instructions/6/inputs"),
    ("process of one of two", operands(7, [6]), .meaning, "/instructions/7/inputs"),
    (
      "constant that does not fit", operation(3, .constant(["data": [1]])), .meaning,
      "/instructions/3/content/data/0"
    ),
    ("constant without data", operation(3, .constant([:])), .meaning, "/instructions/3/content"),
    (
      "pass of another schema", { $0.instructions[5].schema = SamplePlan.code }, .meaning,
      "/instructions/5/schema"
    ),
    (
      "unknown schema", { $0.instructions[5].schema = SchemaReference("x") }, .component,
      "/instructions/5/schema"
    ),
    (
      "unknown version", { $0.instructions[5].schema = SchemaReference("text", "9.0.0") }, .component,
      "/instructions/5/schema"
    ),
    (
      "schema that is not produced", { $0.instructions[6].schema = SamplePlan.code }, .meaning,
      "/instructions/6/schema"
    ),
    ("duplicate id", { $0.instructions[5].id = SamplePlan.id("files") }, .meaning, "/instructions/5/id"),
    ("alias of nothing", { $0.aliases[SamplePlan.id("x")] = InstructionIndex(8) }, .meaning, "/aliases"),
    ("alias before all", { $0.aliases[SamplePlan.id("x")] = InstructionIndex(-1) }, .meaning, "/aliases"),
    (
      "alias of another's id", { $0.aliases[SamplePlan.id("files")] = InstructionIndex(1) }, .meaning,
      "/aliases"
    ),
    (
      "no such component", call(0) { $0.component = ComponentIndex(3) }, .meaning, "/instructions/0/component"
    ),
    (
      "negative component", call(0) { $0.component = ComponentIndex(-1) }, .meaning,
      "/instructions/0/component"
    ),
    (
      "processor that extracts", call(0) { $0.component = ComponentIndex(1) }, .meaning,
      "/instructions/0/component"
    ),
    (
      "connector that processes", call(6) { $0.component = ComponentIndex(0) }, .meaning,
      "/instructions/6/component"
    ),
    (
      "no such ruleset", call(6) { $0.rulesets["local/x/1.0.0"] = RulesetIndex(1) }, .meaning,
      "/instructions/6/rulesets"
    ),
    (
      "negative ruleset", call(6) { $0.rulesets["local/x/1.0.0"] = RulesetIndex(-1) }, .meaning,
      "/instructions/6/rulesets"
    ),
    (
      "ruleset that is not in the plan",
      { plan in
        plan.components.append(ComponentImport(SamplePlan.mark))
        let call = SamplePlan.call(3, ["ruleset": "local/x/1.0.0"])
        plan.instructions.append(SamplePlan.instruction("marked", .process(call), [5]))
      }, .meaning, "/instructions/8/rulesets"
    ),
    (
      "property that is bound twice", call(1) { $0.bindings.append($0.bindings[0]) }, .meaning,
      "/instructions/1/bindings"
    ),
    (
      "variable that is declared twice",
      { $0.environment.append(RequiredVariable(name: "USER", isRequired: true, isSecret: true)) }, .meaning,
      "/environment/2/name"
    ),
    (
      "property of another type", call(0) { $0.properties["path"] = 3 }, .meaning,
      "/instructions/0/properties/path"
    ),
    (
      "property out of range", call(0) { $0.properties["count"] = 0 }, .meaning,
      "/instructions/0/properties/count"
    ),
    ("property missing", call(0) { $0.properties["path"] = nil }, .meaning, "/instructions/0/properties"),
    (
      "nested property missing", call(0) { $0.properties["login"] = [:] }, .meaning,
      "/instructions/0/properties/login"
    ),
    (
      "unknown property", call(0) { $0.properties["paht"] = "x" }, .meaning, "/instructions/0/properties/paht"
    ),
    ("binding of nothing", bind("", "${USER}"), .meaning, "/instructions/0/bindings"),
    ("secret that is not marked", bind("/token", "${USER}"), .meaning, "/instructions/0/bindings"),
    ("binding without slash", bind("path", "${USER}"), .meaning, "/instructions/0/bindings"),
    ("malformed template", bind("/path", "${"), .meaning, "/instructions/0/bindings"),
    ("undeclared variable", bind("/path", "${NOBODY}"), .meaning, "/instructions/0/bindings"),
    ("unknown component", { $0.components[1].type = "tga" }, .component, "/components/1"),
    ("other version", { $0.components[1].version = "0.2.0" }, .component, "/components/1"),
    ("other interface", { $0.components[1].manifest = ContentDigest(of: [1]) }, .component, "/components/1"),
    ("other kind", { $0.components[1].kind = .connector }, .component, "/components/1"),
    ("no concurrency", { $0.configuration.maximumConcurrency = 0 }, .meaning, "/config/max_concurrency"),
    (
      "huge concurrency", { $0.configuration.maximumConcurrency = Int.max }, .meaning,
      "/config/max_concurrency"
    ),
    ("negative depth", { $0.configuration.maximumChildDepth = -1 }, .meaning, "/config/max_child_depth"),
  ]

  @Test(arguments: changes.indices)
  func refused(_ index: Int) throws {
    let (name, change, code, pointer) = Self.changes[index]
    var plan = SamplePlan.plan
    change(&plan)
    plan = SamplePlan.keyed(plan)
    try #require(plan != SamplePlan.plan)
    let decoded = try Plan.decode(plan.encoded().bytes)
    do {
      _ = try PlanVerifier.verify(decoded, catalog: SamplePlan.catalog)
      Issue.record("\(name) was accepted")
    } catch {
      #expect(error.code == code && error.pointer == pointer, "\(name): \(error)")
    }
  }

  /// A key that belongs to another meaning would let a machine take another artifact for this one.
  @Test func wrongKeys() throws {
    for index in SamplePlan.plan.instructions.indices {
      var plan = SamplePlan.plan
      plan.instructions[index].key = ContentDigest(of: [UInt8(index)])
      let decoded = try Plan.decode(plan.encoded().bytes)
      let error = #expect(throws: PlanError.self) {
        try PlanVerifier.verify(decoded, catalog: SamplePlan.catalog)
      }
      #expect(error?.code == .altered && error?.pointer == "/instructions/\(index)/key")
    }
  }

  @Test func unknownNestedPropertyIsFine() throws {
    var plan = SamplePlan.plan
    Self.call(1) { $0.properties["login"] = ["other": 1] }(&plan)
    let decoded = try Plan.decode(SamplePlan.keyed(plan).encoded().bytes)
    _ = try PlanVerifier.verify(decoded, catalog: SamplePlan.catalog)
  }

  @Test func emptyCatalog() throws {
    let decoded = try Plan.decode(PlanCodecTests.bytes)
    let error = #expect(throws: PlanError.self) {
      try PlanVerifier.verify(decoded, catalog: ComponentCatalog([], schemas: SchemaCatalog([])))
    }
    #expect(error?.code == .component)
  }

  /// A long chain is checked without recursion.
  @Test func longChain() throws {
    var plan = Plan(runbook: RunbookLabel(name: "", description: ""))
    plan.instructions = [SamplePlan.instruction("a0", .constant(["data": []]))]
    for index in 1..<20_000 {
      plan.instructions.append(SamplePlan.instruction("a\(index)", .pass, [index - 1]))
    }
    let decoded = try Plan.decode(SamplePlan.keyed(plan).encoded().bytes)
    _ = try PlanVerifier.verify(decoded, catalog: SamplePlan.catalog)
  }
}
