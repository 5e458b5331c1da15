// What a policy's text means, and what is said about wrong ones; more of the latter in Fixtures/project/flow_*.
import CanonicalJSON
import ComponentKit
import Diagnostics
import FlowPolicies
import Testing

struct PolicyReaderTests {
  private func read(_ text: String) -> (document: PolicyDocument?, report: DiagnosticReport) {
    PolicyDocument.read(Array(text.utf8), name: "policy.yaml", catalog: nil)
  }

  private func rules(_ text: String) throws -> [PolicyRule] {
    let (document, report) = read(text)
    #expect(report.diagnostics.map(\.message) == [])
    return try #require(document).policy.rules
  }

  @Test func flowWithEverything() throws {
    let rule = try #require(
      rules(
        """
        forbid:
          - name: no-models
            flow: {from: sensitive, to: {capability: [network, llm], artifact: "audit/*"}}
            because: it stays here
            severity: note
            except:
              - {from: {artifact: a}, because: agreed, until: 2027-01-31}
        """
      ).first)
    #expect(rule.name == "no-models")
    #expect(rule.reason == "it stays here")
    #expect(rule.severity == .note)
    guard case .flow(let from, let to) = rule.prohibition else {
      Issue.record("expected a flow")
      return
    }
    #expect(from.isJustSensitive)
    #expect(to.capabilities == [.network, .llm])
    #expect(to.artifacts.map(\.text) == ["audit/*"])
    let exception = try #require(rule.exceptions.first)
    #expect(exception.reason == "agreed")
    #expect(exception.holds(on: CalendarDate("2027-01-31")))
    #expect(!exception.holds(on: CalendarDate("2027-02-01")))
    #expect(exception.holds(on: nil))
  }

  @Test func listsOfComponentsAreRulesToo() throws {
    let rules = try rules("allow_components: [a, 'b_*']\nforbid_components: c\n")
    #expect(rules.count == 2)
    func forbids(_ rule: PolicyRule, _ component: String?) -> Bool {
      guard case .use(let selector) = rule.prohibition else { return false }
      var subject = PolicySubject()
      subject.componentNames = component.map { [$0, "processor:\($0)"] } ?? []
      return selector.matches(subject)
    }
    #expect(["a", "b_x", "c"].map { forbids(rules[0], $0) } == [false, false, true])
    #expect(["a", "b_x", "c"].map { forbids(rules[1], $0) } == [false, false, true])
    #expect(!forbids(rules[0], nil), "what no component makes is none that is not allowed")
  }

  @Test func severalErrorsInOneRun() {
    let (document, report) = read(
      """
      forbid:
        - flow: {from: sensitve, to: output}
        - use: {capability: netwrok}
      alow_components: [a]
      """)
    #expect(document == nil)
    #expect(report.diagnostics.map(\.rule.code) == ["WCT2008", "WCT2008", "WCT2001"])
    #expect(
      report.diagnostics.flatMap(\.fixes).flatMap(\.edits).map(\.replacement) == [
        "sensitive", "network", "allow_components",
      ])
    #expect(report.diagnostics.compactMap { report.start(of: $0)?.line } == [2, 3, 4])
  }

  @Test(arguments: ["", "# nothing\n", "[a]", "text", "forbid: []", "{}", "forbid: [\n", "a: b: c"])
  func whatIsNoPolicyIsAnError(_ text: String) {
    let (document, report) = read(text)
    #expect(document == nil || text == "forbid: []")
    #expect(!report.diagnostics.isEmpty || text == "forbid: []")
  }

  @Test func misspeltComponentsAreErrors() {
    let processor = ComponentManifest(
      kind: .processor, type: "summary", version: "1.0.0", summary: "", outputs: [], propertySchema: [:])
    let (document, report) = PolicyDocument.read(
      Array("forbid_components: [sumary, 'sum*', processor:summary, execute, unheard_of]\n".utf8),
      name: "p", catalog: ComponentCatalog([processor], schemas: SchemaCatalog([])))
    #expect(document == nil)
    #expect(report.diagnostics.map(\.rule.code) == ["WCT3042", "WCT3042"])
    #expect(report.diagnostics.first?.fixes.flatMap(\.edits).map(\.replacement) == ["summary"])
  }

  @Test func choicesNestToABound() {
    func policy(_ depth: Int) -> String {
      "forbid: [{use: " + String(repeating: "{not: ", count: depth) + "output"
        + String(repeating: "}", count: depth) + "}]"
    }
    #expect(read(policy(15)).report.diagnostics.isEmpty)
    #expect(read(policy(16)).report.diagnostics.isEmpty)
    #expect(read(policy(17)).report.diagnostics.map(\.rule.code) == ["WCT1007"])
  }

  @Test func placesMoveToAnotherFile() throws {
    let document = try #require(read("forbid_components: [a]\n").document)
    let moved = document.policy.moved(to: SourceID(index: 7))
    #expect(moved.rules.map(\.span.source.index) == [7])
    #expect(moved.rules.flatMap(\.selectors).flatMap(\.components).map(\.span.source.index) == [7])
  }
}
