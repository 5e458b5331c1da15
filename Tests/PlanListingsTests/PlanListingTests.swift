// The listing: its tables, its columns, and how it gives way to a narrow terminal.
import CanonicalJSON
import ExecutionPlan
import PlanListings
import Testing

@Suite struct PlanListingTests {
  private func listing(
    _ selection: String? = nil, width: Int = .max, isLong: Bool = false, isColoured: Bool = false
  ) throws -> String {
    let listed = try ListedSample.listed(ListedSample.plan, selection)
    return ListedSample.text {
      PlanListing(listed, style: ListingStyle(width: width, isColoured: isColoured, isLong: isLong))
        .write(to: &$0)
    }
  }

  @Test func listsEverything() throws {
    let expected = """
      plan       sha256:…
      file       sha256:…
      runbook    Sample: All there is
      contact    c
      framework  GDPR
      config     max_concurrency 3, max_child_depth 2, timeout 1.5 s, cost_limit 10

      components (2)
        C0  connector  read@1.2.3  sha256:…
        C1  processor  tag@0.1.0   sha256:…

      rulesets (1)
        R0  rules@2.0.0  sha256:…

      environment (1)
        TOKEN  required, secret

      instructions (8)
       #  artifact      op        component        inputs  schema      marks               source
      #0  files         extract   read@1.2.3               text/1.0.0  tainted             runbooks/parent.yaml:4:3
      #1  hidden        constant                           text/1.0.0  sensitive, tainted
      #2  old           reuse     files of latest          text/1.0.0
      #3  all           merge                      0-2     text/1.0.0  tainted
      #4  audit/tagged  process   tag@0.1.0        3       text/1.0.0  output              child.yaml:7:3
      #5  again         process   tag@0.1.0        3       text/1.0.0  same as #4
      #6  kept          pass                       4       text/1.0.0  optional
      #7  run           execute                    2       text/1.0.0  output

      outputs (2)
        #4  audit/tagged  text/1.0.0
        #7  run           text/1.0.0

      aliases (1)
        audit  #4  audit/tagged

      """
    #expect(try listing() == expected)
  }

  @Test func aPartKeepsItsNumbers() throws {
    let text = try listing("again kept")
    #expect(text.contains("instructions (2 of 8)\n"))
    #expect(text.contains("\n#5  again     process  tag@0.1.0  3       text/1.0.0  same as #4\n"), "\(text)")
    #expect(!text.contains("outputs") && !text.contains("aliases") && !text.contains("#0"))
    #expect(try listing("type:none").contains("instructions (0 of 8)\n"))
  }

  @Test func longLinesSayWhatIsTold() throws {
    let text = try listing("files audit/tagged", isLong: true)
    for line in [
      "properties/login/ids [1,2]", "properties/login/user \"me\"", "properties/path \"./data\"",
      "binding     /login/token = \"${TOKEN}\" (string, secret)", "ruleset     R0 local/rules/2.0.0",
      "timeout     2 s", "included    from runbooks/parent.yaml:12:5", "key         sha256:…",
    ] {
      #expect(text.contains("\n        \(line)\n"), "\(line) in \(text)")
    }
    #expect(try listing("again", isLong: true).contains("        name        Again\n"))
  }

  /// What is marked sensitive is shown to those only who ask for it.
  @Test func sensitiveContentIsNotShown() throws {
    let hidden = try listing(isLong: true)
    #expect(hidden.contains("content     \"[REDACTED]\"") && !hidden.contains("p@ssw0rd"), "\(hidden)")
    let listed = try ListedSample.listed(showsSensitive: true)
    let shown = ListedSample.text { PlanListing(listed, style: ListingStyle(isLong: true)).write(to: &$0) }
    #expect(shown.contains("content/data [\"p@ssw0rd\"]"), "\(shown)")
  }

  @Test(arguments: [120, 100, 88, 80, 72, 60, 50]) func noLineIsWiderThanTheTerminal(_ width: Int) throws {
    let text = try listing(width: width, isLong: true)
    for line in text.split(separator: "\n") {
      #expect(line.replacing("sha256:…", with: "sha256:").unicodeScalars.count <= width, "\(line)")
    }
    #expect(text.contains("again") && text.contains("#7"))
    if width >= 88 { #expect(text.contains("yaml:4:3"), "\(text)") }
    if width < 88 { #expect(!text.contains("  schema "), "\(text)") }
  }

  @Test func coloursDoNotMoveColumns() throws {
    let plain = try listing()
    let coloured = try listing(isColoured: true)
    #expect(coloured.contains("\u{1B}[31msensitive, tainted\u{1B}[0m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test func namesFromThePlanCannotSteerTheTerminal() throws {
    var plan = ListedSample.plan
    plan.runbook.name = "a\u{1B}[31mb\u{202E}c\nd"
    plan.framework = "\u{7}"
    plan.instructions[5].label.name = "\u{9B}2J"
    let map = SourceMap(
      sources: ["\u{1B}]0;x\u{7}.yaml"],
      places: [ListedSample.id("again"): [SourceMap.Place(source: 0, line: 1, column: 1)]])
    let listed = try ListedSample.listed(plan, map: map)
    let text = ListedSample.text { PlanListing(listed, style: ListingStyle(isLong: true)).write(to: &$0) }
    #expect(
      text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
    #expect(text.contains("a␛[31mb<U+202E>c␊d") && !text.contains("\u{202E}"), "\(text)")
  }

  @Test func operandsThatFollowEachOtherAreARange() throws {
    var plan = Plan(runbook: RunbookLabel(name: "", description: ""))
    for number in 0..<9 { ListedSample.add("n\(number)", .constant([:]), to: &plan) }
    ListedSample.add("m", .merge, [0, 1, 3, 4, 5, 8, 7], to: &plan)
    let listed = try ListedSample.listed(plan)
    let text = ListedSample.text { PlanListing(listed, style: ListingStyle()).write(to: &$0) }
    #expect(text.contains("  0,1,3-5,8,7  "), "\(text)")
  }

  @Test func nothingIsWrittenToAClosedPipe() throws {
    var plan = Plan(runbook: RunbookLabel(name: "", description: ""))
    for number in 0..<20_000 { ListedSample.add("n\(number)", .constant([:]), to: &plan) }
    let listed = try ListedSample.listed(plan, map: nil)
    var pieces = 0
    var sink = ListingSink { _ in
      pieces += 1
      return false
    }
    PlanListing(listed, style: ListingStyle()).write(to: &sink)
    let isRead = sink.flush()
    #expect(!isRead && pieces == 1)
  }
}
