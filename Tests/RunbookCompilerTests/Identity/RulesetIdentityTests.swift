// Rules travel in the plan: their content decides the keys of those that use them, their file does not.
import ComponentKit
import Diagnostics
import EnvironmentFiles
import ExecutionPlan
import Rulesets
import RunbookCompiler
import TestSupport
import Testing

struct RulesetIdentityTests {
  private static let rules = """
    name: mine
    version: 1.0.0
    description: Mine.
    categories: [a, b]
    rules:
      - name: first
        description: First.
        category: a
        patterns: [x, y]
    """
  private static let runbook = """
    name: N
    description: D
    contact: c
    artifacts:
      files: {source: {type: filesystem, properties: {path: x}}}
      own:
        inputs: files
        process: {type: personal_data, properties: {pattern_matching: {ruleset: mine/mine/1.0.0}}}
        output: true
      standard: {inputs: files, process: {type: personal_data}, output: true}
      after: {inputs: own, output: true}
    """

  private struct Identity {
    var id: ContentDigest
    var keys: [String: ContentDigest] = [:]
  }

  private func identity(_ rules: String, file: String = "mine/1.0.0/mine.yaml") throws -> Identity {
    let directory = try TemporaryDirectory()
    try directory.write(file, rules)
    let options = CompilerOptions(
      catalog: FixtureCatalog.catalog, rulesets: RulesetLibrary(directories: [("mine", directory.path)]),
      environment: Environment(process: [:]))
    let result = Compiler(options).compile(text: Array(Self.runbook.utf8), name: "r.yaml", goal: .plan)
    let decoded = try Plan.decode(try #require(result.plan?.bytes, "\(result.diagnostics.map(\.message))"))
    var identity = Identity(id: decoded.id)
    for instruction in decoded.plan.instructions { identity.keys[instruction.id.text] = instruction.key }
    return identity
  }

  @Test(arguments: [
    ("a pattern", "patterns: [x, y]", "patterns: [x, z]"), ("a category", "category: a", "category: b"),
    ("a rule's name", "name: first", "name: other"),
  ])
  func contentChangesTheKeysOfItsUsers(_ what: String, _ old: String, _ new: String) throws {
    let (before, after) = (try identity(Self.rules), try identity(Self.rules.replacing(old, with: new)))
    let changed = before.keys.keys.filter { before.keys[$0] != after.keys[$0] }
    #expect(Set(changed) == ["own", "after"], "\(what)")
    #expect(before.id != after.id)
  }

  @Test func spellingAndPlaceDoNot() throws {
    let before = try identity(Self.rules)
    let spelled = "# Rules.\r\n" + Self.rules.replacing("[x, y]", with: "[\"x\", 'y'] # two")
    for after in [try identity(spelled), try identity(Self.rules, file: "mine/data/1.0.0/any.yaml")] {
      #expect(before.id == after.id && before.keys == after.keys)
    }
  }
}
