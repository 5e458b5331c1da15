// Plans that were made to do harm: each is refused with exit code 4, its reason and its place, in bounded memory.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct HostilePlanTests {
  private let place: Workplace
  private let plan: Plan
  private let text: String

  init() throws {
    place = try Workplace()
    try place.write("sample.yaml", SampleRunbook.detection(of: "./data"))
    let bytes = try place.wct("compile", "sample.yaml", "-o", "-").standardOutput
    plan = try Plan.decode(bytes).plan
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// A virtual memory of 1 GB is what the program itself needs to start, and little more.
  private func verify(_ bytes: [UInt8]) throws -> ProcessResult {
    try writeFile("\(place.path)/hostile.json", bytes)
    let command = "ulimit -v 1000000; exec \"$0\" verify hostile.json"
    return try ChildProcess(
      "/bin/sh", ["-c", command, try BuiltProgram.machine.path()], directory: place.path,
      environment: ["PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"]
    ).result()
  }

  private func expectRefusal(_ bytes: [UInt8], _ name: String, _ code: String, at pointer: String) throws {
    let result = try verify(bytes)
    #expect(result.code == 4, "\(name): \(result)")
    #expect(result.error.hasPrefix("error[\(code)]: refused: hostile.json: "), "\(name): \(result)")
    #expect(pointer.isEmpty || result.error.contains(pointer), "\(name): \(result)")
    #expect(result.error.utf8.count < 1000 && result.output.isEmpty, "\(name): \(result)")
    let isPlain = result.error.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x0A: true
      case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: false
      default: true
      }
    }
    #expect(isPlain, "\(name): control characters are shown")
  }

  typealias Change = @Sendable (inout Plan) -> Void

  private static func operands(_ index: Int, _ operands: [Int]) -> Change {
    { $0.instructions[index].operands = operands.map { InstructionIndex($0) } }
  }

  private static func call(_ change: @escaping @Sendable (inout ComponentCall) -> Void) -> Change {
    { plan in
      guard case .extract(var call) = plan.instructions[0].operation else { return }
      change(&call)
      plan.instructions[0].operation = .extract(call)
    }
  }

  private static func nested(_ depth: Int) -> JSONValue {
    (0..<depth).reduce(JSONValue.null) { value, _ in .array([value]) }
  }

  /// Plans whose digests are right.
  static let meanings: [(name: String, code: String, pointer: String, change: Change)] = [
    ("forward operand", "WCT4005", "/instructions/1/inputs", operands(1, [2])),
    ("operand of itself", "WCT4005", "/instructions/1/inputs", operands(1, [1])),
    ("negative operand", "WCT4005", "/instructions/1/inputs", operands(1, [-1])),
    ("largest operand", "WCT4005", "/instructions/1/inputs", operands(1, [.max])),
    ("smallest operand", "WCT4005", "/instructions/1/inputs", operands(1, [.min])),
    (
      "cycle", "WCT4005", "/instructions/1/inputs",
      { plan in
        operands(1, [2])(&plan)
        operands(2, [1])(&plan)
      }
    ),
    (
      "a million operands", "WCT4005", "/instructions/0/inputs",
      operands(0, [Int](repeating: 0, count: 1_000_000))
    ),
    ("duplicate id", "WCT4005", "/instructions/1/id", { $0.instructions[1].id = $0.instructions[0].id }),
    (
      "a hundred thousand times one id", "WCT4005", "/instructions/1/id",
      { $0.instructions = Array(repeating: $0.instructions[0], count: 100_000) }
    ),
    (
      "alias of nothing", "WCT4005", "/aliases",
      { $0.aliases[$0.instructions[0].id.appending($0.instructions[0].id)] = InstructionIndex(.max) }
    ),
    (
      "component out of range", "WCT4005", "/instructions/0/component",
      call { $0.component = ComponentIndex(.max) }
    ),
    (
      "negative component", "WCT4005", "/instructions/0/component", call { $0.component = ComponentIndex(-1) }
    ),
    (
      "ruleset out of range", "WCT4005", "/instructions/0/rulesets",
      call { $0.rulesets["x"] = RulesetIndex(.max) }
    ),
    (
      "absurd concurrency", "WCT4005", "/config/max_concurrency",
      { $0.configuration.maximumConcurrency = .max }
    ),
    ("absurd depth", "WCT4005", "/config/max_child_depth", { $0.configuration.maximumChildDepth = .max }),
    ("another key", "WCT4004", "/instructions/2/key", { $0.instructions[2].key = $0.instructions[1].key }),
    (
      "a huge number", "WCT4005", "/instructions/0/properties/max_files",
      call { $0.properties["max_files"] = .bigInteger(String(repeating: "9", count: 4000)) }
    ),
    (
      "a deep property", "WCT4005", "/instructions/0/properties/deep",
      call { $0.properties["deep"] = nested(100) }
    ),
    (
      "a long property", "WCT4005", "/instructions/0/properties/long",
      call { $0.properties["long"] = .string(String(repeating: "a", count: 5_000_000)) }
    ),
    (
      "an undeclared variable", "WCT4005", "/instructions/0/bindings",
      call {
        $0.bindings = [LateBinding(pointer: "/path", template: "${X}", type: .string, isSecret: false)]
      }
    ),
    (
      "a binding of nothing", "WCT4005", "/instructions/0/bindings",
      call {
        $0.bindings = [LateBinding(pointer: "~", template: "${", type: .string, isSecret: false)]
      }
    ),
    ("an unknown component", "WCT4006", "/components/0", { $0.components[0].type = "nobody\u{1B}[2J" }),
    (
      "an unknown schema", "WCT4006", "/instructions/0/schema",
      { $0.instructions[0].schema = SchemaReference("x") }
    ),
    (
      "a name with NUL", "WCT4060", "/instructions/0/label/name",
      { $0.instructions[0].label.name = "a\u{0}b" }
    ),
    (
      "a name that turns round", "WCT4060", "/instructions/0/label/name",
      { $0.instructions[0].label.name = "txt.\u{202E}exe" }
    ),
    (
      "a runbook's name that clears the screen", "WCT4060", "/runbook/name", { $0.runbook.name = "\u{1B}[2J" }
    ),
    (
      "a description with an isolate", "WCT4060", "/runbook/description",
      { $0.runbook.description = "\u{2066}" }
    ),
    ("a framework with C1", "WCT4060", "/framework", { $0.framework = "\u{9B}2J" }),
    (
      "a variable that clears the screen", "WCT4002", "/environment/0/name",
      { $0.environment = [RequiredVariable(name: "A\u{1B}[2J", isRequired: true, isSecret: false)] }
    ),
  ]

  @Test(arguments: meanings.indices)
  func isRefused(_ index: Int) throws {
    let (name, code, pointer, change) = Self.meanings[index]
    var hostile = plan
    change(&hostile)
    try #require(hostile != plan)
    try expectRefusal(hostile.encoded().bytes, name, code, at: pointer)
  }

  /// What no value can hold: texts that are put in place of others.
  static let texts: [(old: String, new: String, code: String, pointer: String)] = [
    (#""id":"files""#, #""id":"fi\u0000les""#, "WCT4002", "/instructions/0/id"),
    (#""id":"files""#, "\"id\":\"fi\u{202E}les\"", "WCT4002", "/instructions/0/id"),
    (#""id":"files""#, "\"id\":\"\(String(repeating: "a", count: 5000))\"", "WCT4002", "/instructions/0/id"),
    (#""inputs":[0]"#, #""inputs":[18446744073709551616]"#, "WCT4002", "/instructions/1/inputs"),
    (#""inputs":[0]"#, #""inputs":[1e999]"#, "WCT4001", "byte"),
    (#""inputs":[0]"#, "\"inputs\":[\(String(repeating: "9", count: 5000))]", "WCT4001", "byte"),
    (#""inputs":[0]"#, #""inputs":[-0]"#, "WCT4004", "/digest"),
    (#""inputs":[0]"#, #""inputs":[0],"inputs":[0]"#, "WCT4001", "stands twice"),
    (#""max_concurrency":10"#, #""max_concurrency":1e99"#, "WCT4002", "/config/max_concurrency"),
    (
      #""properties":{"#, "\"properties\":{\"a\":\(String(repeating: "[", count: 300_000))", "WCT4001", "byte"
    ),
    (#""properties":{"#, #""properties":{"a":"\ud800","#, "WCT4001", "byte"),
    (#""op":"extract""#, #""op":"extract","#, "WCT4001", "byte"),
    (#""op":"extract""#, #""op":"explode""#, "WCT4002", "/instructions/0/op"),
    (#""format_version":1"#, #""format_version":2"#, "WCT4003", "/format_version"),
    (#""environment":[]"#, #""environment":[null]"#, "WCT4002", "/environment/0"),
  ]

  @Test(arguments: texts.indices)
  func textIsRefused(_ index: Int) throws {
    let (old, new, code, pointer) = Self.texts[index]
    try #require(text.contains(old))
    let hostile = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false).joined(
      separator: new)
    try expectRefusal(Array(hostile.utf8), "\(new.prefix(60))", code, at: pointer)
  }
}
