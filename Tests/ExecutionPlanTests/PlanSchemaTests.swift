// The published schema of plan files: fresh in docs/, fits every plan of the fixtures, and refuses whatever the
// decoder refuses for its structure.
import CanonicalJSON
import ExecutionPlan
import TestSupport
import Testing

struct PlanSchemaTests {
  private static let schema = FixtureFile("../docs/plan.schema.json")

  @Test func theCommittedCopyIsFresh() throws {
    let actual = PrettyJSONWriter.bytes(of: PlanSchema.document) + [0x0A]
    if let mismatch = GoldenFile(Self.schema).mismatch(actual) { Issue.record(Comment(rawValue: mismatch)) }
  }

  /// Whether each plan fits the schema, by the validator of another project; nil where that is not installed.
  private func verdicts(_ plans: [JSONValue]) throws -> [Bool]? {
    let directory = try TemporaryDirectory()
    let lines = plans.map { $0.canonicalText + "\n" }.joined()
    try directory.write("plans", lines)
    let tool = FixtureFile("../Tests/Tools/check-plans.py").absolutePath
    let process = try ChildProcess(
      "/usr/bin/python3", [tool, Self.schema.absolutePath, "\(directory.path)/plans"],
      directory: directory.path, environment: ["PATH": "/usr/bin:/bin"], seconds: 120)
    let result = process.result()
    if result.error.contains("No module named") { return nil }
    let verdicts = try JSONReader.read(result.standardOutput).arrayValue?.compactMap(\.boolValue)
    #expect(verdicts?.count == plans.count, "\(result)")
    return verdicts
  }

  @Test func itFitsEveryPlanOfTheFixtures() throws {
    var plans = [try JSONReader.read(PlanCodecTests.bytes)]
    for directory in ["plan", "plan/formats/1"] {
      for file in FixtureFile.all(in: directory, suffix: ".plan.json") {
        plans.append(try JSONReader.read(try #require(file.bytes())))
      }
    }
    #expect(plans.count > 10)
    guard let verdicts = try verdicts(plans) else { return }
    #expect(!verdicts.contains(false))
  }

  /// Every value of a plan is taken away, or replaced by values of other types; unknown members are added.
  @Test func itRefusesWhatTheDecoderRefuses() throws {
    let plan = try JSONReader.read(PlanCodecTests.bytes)
    var mutants: [(place: String, plan: JSONValue, refused: Bool)] = []
    for place in plan.places() {
      for value in Self.replacements + [nil] {
        guard let changed = plan.replacing(place, with: value), changed != plan else { continue }
        mutants.append((place, changed, isRefusedForStructure(changed)))
      }
      if let changed = plan.replacing("\(place)/unknown", with: 1), changed != plan {
        mutants.append((place, changed, isRefusedForStructure(changed)))
      }
    }
    #expect(mutants.count > 2000)
    let refused = mutants.filter(\.refused).count
    #expect(refused > 1000 && refused < mutants.count)
    guard let verdicts = try verdicts(mutants.map(\.plan)) else { return }
    for (mutant, fits) in zip(mutants, verdicts) where mutant.refused == fits {
      // What a schema is stricter about: members that are written only when they say something.
      guard mutant.refused || !Self.isStrictness(mutant.place) else { continue }
      Issue.record("\(mutant.place): refused by the decoder: \(mutant.refused), fits the schema: \(fits)")
    }
  }

  static let replacements: [JSONValue] = [
    .null, true, false, 0, 1, -1, .double(1.5), .bigInteger("18446744073709551616"), "", "a", "a/b", "a\n",
    "a\u{202E}b", "a\u{0}",
    "text/1.0.0", "text/1", .string("sha256:" + String(repeating: "0", count: 64)), [], [1], ["output"], [:],
    ["a": 1], ["name": "x"],
  ]

  /// Empty lists and maps, false flags, a schema without its version and a label without text are read, and then
  /// refused as altered.
  private static func isStrictness(_ place: String) -> Bool {
    place.contains("/rulesets/local")
      || ["aliases", "bindings", "inputs", "flags", "label", "override", "rulesets", "schema", "secret"]
        .contains {
          place.hasSuffix("/\($0)")
        }
  }

  private func isRefusedForStructure(_ plan: JSONValue) -> Bool {
    do {
      _ = try Plan.decode(JSONWriter.bytes(of: plan) + [0x0A])
      return false
    } catch {
      return [.structure, .format, .misleadingText].contains(error.code)
    }
  }
}

extension JSONValue {
  /// JSON Pointers of everything in this value, and of itself.
  func places(_ pointer: String = "") -> [String] {
    switch self {
    case .object(let object):
      return [pointer]
        + object.members.flatMap {
          $0.value.places("\(pointer)/\($0.key.replacing("~", with: "~0").replacing("/", with: "~1"))")
        }
    case .array(let elements):
      return [pointer] + elements.enumerated().flatMap { $0.element.places("\(pointer)/\($0.offset)") }
    default: return [pointer]
    }
  }
}
