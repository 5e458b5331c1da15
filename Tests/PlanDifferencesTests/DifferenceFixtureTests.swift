// The fixtures: adding a case is adding a directory. See Fixtures/README.md.
import CanonicalJSON
import ExecutionPlan
import PlanDifferences
import TestSupport
import Testing

struct DifferenceFixtureTests {
  static let cases = FixtureFile.all(in: "diff", suffix: "")

  /// `diff/NAME/{a,b}.yaml` differ as `expected.txt`, `expected.json` and `expected.md` say.
  @Test(arguments: cases) func differs(_ directory: FixtureFile) throws {
    let difference = try self.difference(directory)
    expectGolden(
      directory, "expected.txt", Array(TextDifferenceRenderer(isColoured: false).render(difference).utf8))
    expectGolden(directory, "expected.json", JSONDifferenceRenderer.render(difference))
    expectGolden(directory, "expected.md", Array(MarkdownDifferenceRenderer().render(difference).utf8))
    expectGolden(directory, "expected.html", Array(HTMLDifferenceRenderer.render(difference).utf8))
  }

  /// A plan does not differ from itself.
  @Test(arguments: cases) func isTheSameAsItself(_ directory: FixtureFile) throws {
    for name in ["a.yaml", "b.yaml"] {
      let plan = try DifferenceTrial.plan(FixtureFile("\(directory.path)/\(name)"))
      let difference = PlanComparison(plan, plan, catalog: DifferenceCatalog.catalog).difference()
      #expect(difference.isEmpty && difference.artifacts.isEmpty && difference.flows.isEmpty)
      #expect(difference.outputs.allSatisfy { $0.verdict == .same })
      #expect(difference.totals.madeAnew == 0 && difference.totals.reusable == plan.plan.instructions.count)
    }
  }

  /// What is added seen from one side is removed seen from the other.
  @Test(arguments: cases) func mirrors(_ directory: FixtureFile) throws {
    let a = try DifferenceTrial.plan(FixtureFile("\(directory.path)/a.yaml"))
    let b = try DifferenceTrial.plan(FixtureFile("\(directory.path)/b.yaml"))
    let there = PlanComparison(a, b, catalog: DifferenceCatalog.catalog).difference()
    let back = PlanComparison(b, a, catalog: DifferenceCatalog.catalog).difference()
    #expect(Mirror(there) == Mirror(back).reversed)
  }

  @Test func theJSONIsAsItsSchemaSays() throws {
    let schema = "\(Self.repository)/docs/diff.schema.json"
    let checks = Self.cases.map { ["schema", schema, "\($0.absolutePath)/expected.json"] }
    let result = try ChildProcess(
      "/usr/bin/python3",
      ["-W", "ignore", "\(Self.repository)/Tests/Tools/validate-report.py"]
        + Array(checks.joined(separator: ["--"])),
      directory: Self.repository, environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    ).result()
    #expect(result.code == 0, "\(result)")
  }

  /// A harness that finds no files would pass.
  @Test func findsFixtures() { #expect(Self.cases.count >= 25) }

  private static let repository = String(FixtureFile.root.dropLast("/Fixtures".count))

  private func difference(_ directory: FixtureFile) throws -> PlanDifference {
    PlanComparison(
      try DifferenceTrial.plan(FixtureFile("\(directory.path)/a.yaml")),
      try DifferenceTrial.plan(FixtureFile("\(directory.path)/b.yaml")), catalog: DifferenceCatalog.catalog
    ).difference()
  }

  /// Plan ids and digests change whenever plans hold more, so they are left out.
  private func expectGolden(_ directory: FixtureFile, _ name: String, _ actual: [UInt8]) {
    let text = String(decoding: actual, as: UTF8.self)
      .replacing(
        /sha256:[0-9a-f]{64}/, with: "sha256:0000000000000000000000000000000000000000000000000000000000000000"
      )
      .replacing(/\b[0-9a-f]{12}\b/, with: "000000000000")
    let file = GoldenFile(FixtureFile("\(directory.path)/\(name)"))
    if let mismatch = file.mismatch(Array(text.utf8)) { Issue.record(Comment(rawValue: mismatch)) }
  }
}

/// What of a difference must be the same, turned round, when the plans change sides.
struct Mirror: Equatable {
  struct Item: Equatable, Comparable {
    var kind: String
    var subject: String
    var previous: String?
    var changes: [Change]
    var rules: [RuleChange]

    static func < (left: Item, right: Item) -> Bool {
      (left.kind, left.subject, left.previous ?? "") < (right.kind, right.subject, right.previous ?? "")
    }
  }

  var causes: [Item]
  var environment: [Change]
  var metadata: [[Change]]
  var opened: Set<String>
  var closed: Set<String>

  init(_ difference: PlanDifference) {
    causes = difference.causes.map {
      Item(
        kind: $0.kind.rawValue, subject: $0.subject, previous: $0.previous, changes: $0.changes,
        rules: $0.rules.sorted { $0.name < $1.name })
    }.sorted()
    environment = difference.environment
    metadata = difference.metadata.map(\.changes)
    opened = Set(difference.flows.opened.map { "\($0.ends)" })
    closed = Set(difference.flows.closed.map { "\($0.ends)" })
  }

  var reversed: Mirror {
    var other = self
    other.causes = causes.map { item in
      let kinds = ["added": "removed", "removed": "added"]
      var item = item
      item.kind = kinds[item.kind] ?? item.kind
      if let previous = item.previous { (item.subject, item.previous) = (previous, item.subject) }
      item.changes = item.changes.map { change in
        // A ruleset's pointer holds its newer URI.
        let pointer =
          change.aspect == .ruleset && item.previous != nil && change.pointer.hasPrefix("/rulesets/")
          ? "/rulesets/" + item.subject.replacing("/", with: "~1") : change.pointer
        return Change(change.aspect, pointer, old: change.new, new: change.old)
      }
      item.rules = item.rules.map(\.reversed).sorted { $0.name < $1.name }
      return item
    }.sorted()
    other.environment = environment.map(\.reversed)
    other.metadata = metadata.map { $0.map(\.reversed) }
    (other.opened, other.closed) = (closed, opened)
    return other
  }
}
