// A check over files, with results that are remembered from one to the next.
import Diagnostics
import Rulesets
import StandardManifests
import SystemFiles
import TestSupport
import Testing

@testable import RunbookChecking

@Suite struct CheckSessionTests {
  private let directory: TemporaryDirectory
  private let cache = CheckCache(in: nil)

  init() throws { directory = try TemporaryDirectory() }

  /// The codes of what is found, and how many results were known.
  private func check(
    _ path: String, on day: String? = nil, change: (inout CheckSettings) -> Void = { _ in }
  ) -> (codes: [String], cached: Int) {
    var settings = CheckSettings(catalog: .standard, rulesets: RulesetLibrary())
    settings.today = day.flatMap { CalendarDate($0) }
    change(&settings)
    let request = CheckRequest(paths: ["\(directory.path)/\(path)"], jobs: 1)
    var codes: [String] = []
    let tally = CheckSession(request, settings, cache: cache).run { file in
      codes += file.report.diagnostics.map(\.rule.code)
    }
    return (codes, tally.cached)
  }

  private func runbook(_ comment: String = "") -> String {
    """
    name: x
    description: y
    artifacts:\(comment)
      data:
        source: {type: filesystem, properties: {path: .}}
        output: true

    """
  }

  @Test func whatEndsOnADayHoldsOnThatDayAlone() throws {
    let ignore = "# wct-ignore-file missing-contact: not yet known until 2027-01-31\n"
    try directory.write("a.yaml", ignore + runbook())
    let before = check("a.yaml", on: "2027-01-31")
    #expect(before.codes.isEmpty && before.cached == 0, "\(before)")
    #expect(check("a.yaml", on: "2027-01-31").cached == 1)
    let after = check("a.yaml", on: "2027-02-01")
    #expect(!after.codes.isEmpty && after.cached == 0, "\(after)")
  }

  @Test func whatDoesNotEndHoldsOnEveryDay() throws {
    try directory.write("a.yaml", runbook())
    _ = check("a.yaml", on: "2027-01-31")
    #expect(check("a.yaml", on: "2027-02-01").cached == 1)
  }

  @Test func theConfigurationAndTheCommandLineAreDependencies() throws {
    try directory.write("a.yaml", runbook())
    try directory.write(".git/HEAD", "")
    let first = check("a.yaml")
    #expect(first.codes.count == 1, "\(first)")
    try directory.write(".wct.yaml", "rules: {missing-contact: off}\n")
    let configured = check("a.yaml")
    #expect(configured.codes.isEmpty && configured.cached == 0, "\(configured)")
    #expect(check("a.yaml").cached == 1)
    try directory.write(".wct.yaml", "rules: {missing-contact: note}\n")
    #expect(check("a.yaml").codes == first.codes)
    #expect(check("a.yaml") { $0.profile = .strict }.cached == 0)
    #expect(check("a.yaml") { $0.limits = [("nesting", "3")] }.cached == 0)
  }

  @Test func whatIsIgnoredIsRememberedAsWell() throws {
    try directory.write("a.yaml", "# wct-ignore-file missing-contact: nobody\n" + runbook())
    func ignored() -> Int {
      let request = CheckRequest(paths: ["\(directory.path)/a.yaml"], jobs: 1)
      return CheckSession(
        request, CheckSettings(catalog: .standard, rulesets: RulesetLibrary()), cache: cache
      )
      .run { _ in }.ignored
    }
    #expect(ignored() == 1)
    #expect(ignored() == 1)
    #expect(check("a.yaml").cached == 1)
  }
}
