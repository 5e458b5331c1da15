// `--policy`: what teams forbid, with each command that compiles.
internal import CanonicalJSON
internal import TestSupport
import Testing

@Suite struct PolicyCommandTests {
  private let place: Workplace

  private static let runbook = """
    name: Shop
    description: Customers
    contact: Tests
    artifacts:
      rows: {source: {type: mysql, properties: {host: h, user: u}}}
      found: {inputs: rows, process: {type: personal_data}, output: true}

    """

  init() throws {
    place = try Workplace()
    try place.write("shop.yaml", Self.runbook)
    try place.write(
      "policy.yaml",
      """
      forbid:
        - name: no-sensitive-results
          flow: {from: sensitive, to: output}
          because: results leave the department

      """)
  }

  @Test func aForbiddenFlowIsAnErrorThatShowsTheWay() throws {
    #expect(try place.wct("check", "shop.yaml").code == 0)
    let result = try place.wct("check", "shop.yaml", "--policy", "policy.yaml")
    #expect(result.code == 1)
    for part in [
      "error[WCT3040]: sensitive data of 'rows' reaches 'found', which is an output",
      "1. 'rows' is sensitive: the connector 'mysql' declares it", "2. 'found' derives from it",
      "policy.yaml:2:5", "'no-sensitive-results'", "results leave the department",
    ] { #expect(result.output.contains(part), "\(part) is not in \(result)") }
  }

  @Test func sarifHasTheCodeFlow() throws {
    let result = try place.wct("check", "shop.yaml", "--policy", "policy.yaml", "--format", "sarif")
    let sarif = try JSONReader.read(result.standardOutput)
    let found = sarif["runs"]?.arrayValue?.first?["results"]?.arrayValue?.first
    let flow = found?["codeFlows"]?.arrayValue?.first?["threadFlows"]?.arrayValue?.first
    #expect(flow?["locations"]?.arrayValue?.count == 3, "\(result)")
  }

  @Test func compileAndRunRefuse() throws {
    for command in ["compile", "run"] {
      let result = try place.wct(command, "shop.yaml", "--policy", "policy.yaml")
      #expect(result.code == 1 && result.error.contains("WCT3040"), "\(result)")
    }
    #expect(try place.directory.names() == ["policy.yaml", "shop.yaml"])
  }

  /// A policy permits or refuses; it does not change what is done.
  @Test func aPolicyThatPermitsLeavesThePlanAsItIs() throws {
    try place.write("loose.yaml", "forbid_components: [filesystem]\n")
    let without = try place.wct("compile", "shop.yaml", "-o", "-")
    let with = try place.wct("compile", "shop.yaml", "-o", "-", "--policy", "loose.yaml")
    #expect(without.code == 0 && with.code == 0, "\(with)")
    #expect(without.standardOutput == with.standardOutput)
  }

  @Test func severalPoliciesHoldTogether() throws {
    try place.write("allowed.yaml", "allow_components: [filesystem, personal_data]\n")
    let result = try place.wct("check", "shop.yaml", "--policy", "policy.yaml", "--policy", "allowed.yaml")
    #expect(result.output.contains("WCT3040") && result.output.contains("WCT3041"), "\(result)")
    #expect(result.output.contains("2 errors"), "\(result)")
  }

  @Test func exceptionsEnd() throws {
    for (day, code) in [("2000-01-31", Int32(1)), ("9999-12-31", 0)] {
      try place.write(
        "policy.yaml",
        """
        forbid:
          - flow: {from: sensitive, to: output}
            except: [{to: {artifact: found}, because: agreed, until: "\(day)"}]

        """)
      let result = try place.wct("check", "shop.yaml", "--policy", "policy.yaml")
      #expect(result.code == code, "\(result)")
      #expect(result.output.contains("this exception ended after 2000-01-31") == (code == 1), "\(result)")
    }
  }

  @Test func aBrokenPolicyIsReportedAndNothingIsCompiled() throws {
    try place.write("policy.yaml", "forbid:\n  - flow: {from: sensitve, to: output}\n")
    let checked = try place.wct("check", "shop.yaml", "shop.yaml", "--policy", "policy.yaml")
    #expect(checked.code == 1)
    #expect(checked.output.contains("policy.yaml:2:18"), "\(checked)")
    #expect(checked.output.contains("1 error"), "once, not once a runbook: \(checked)")
    let compiled = try place.wct("compile", "shop.yaml", "--policy", "policy.yaml")
    #expect(compiled.code == 1 && compiled.error.contains("did you mean 'sensitive'?"), "\(compiled)")
    #expect(!place.exists("shop.plan.json"))
  }

  @Test func anUnreadablePolicyIsAUsageError() throws {
    for command in ["check", "compile", "run"] {
      let result = try place.wct(command, "shop.yaml", "--policy", "gone.yaml")
      #expect(result.code == 2, "\(result)")
      #expect((result.output + result.error).contains("gone.yaml"), "\(result)")
    }
  }
}
