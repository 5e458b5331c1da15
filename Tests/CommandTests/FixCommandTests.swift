// `wct check --fix`: what is written, what is shown, and what is left alone.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct FixCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private static func runbook(output: String = "true", processor: String = "personal_data") -> String {
    """
    name: Sample   # kept
    description: Finds personal data
    contact: tests@example.com
    artifacts:
        files: {source: {type: filesystem, properties: {path: .}}}
        found:
            from: files
            transform: {type: \(processor)}   # detection
            output: \(output)

    """
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try place.bytes(name), as: UTF8.self)
  }

  @Test func writesSafeFixesAndKeepsEverythingElse() throws {
    try place.write("a.yaml", Self.runbook(output: "yes"))
    let result = try place.wct("check", "--fix", "a.yaml")
    #expect(result.code == 0, "\(result)")
    #expect(result.output.contains("fixed 3 problems in 1 file; none left"), "\(result)")
    let expected = Self.runbook().split(separator: "from:", omittingEmptySubsequences: false)
      .joined(separator: "inputs:").split(separator: "transform:").joined(separator: "process:")
    #expect(try text("a.yaml") == expected)
    #expect(try place.wct("check", "--fix", "a.yaml").output.contains("nothing to fix; none left"))
  }

  @Test func keepsLineBreaksByteOrderMarkAndPermissions() throws {
    let windows =
      "\u{FEFF}"
      + Self.runbook().split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    try place.write("a.yaml", windows)
    try place.run("/bin/chmod", "600", "a.yaml")
    #expect(try place.wct("check", "--fix", "a.yaml").code == 0)
    let fixed = try place.bytes("a.yaml")
    #expect(fixed.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(fixed.count { $0 == 0x0A } == fixed.count { $0 == 0x0D })
    #expect(try FileStatus.of(place.path + "/a.yaml").permissions == 0o600)
  }

  @Test func guessesNeedToBeAskedFor() throws {
    try place.write("a.yaml", Self.runbook(processor: "personal_dat"))
    let safe = try place.wct("check", "--fix", "a.yaml")
    #expect(
      safe.code == 1 && safe.output.contains("fixed 2 problems in 1 file; 1 left (1 more with --fix-unsafe)"),
      "\(safe)")
    let all = try place.wct("check", "--fix-unsafe", "a.yaml")
    #expect(all.code == 0 && all.output.contains("fixed 1 problem in 1 file; none left"), "\(all)")
    #expect(try text("a.yaml").contains("{type: personal_data}   # detection"))
  }

  @Test func diffChangesNothing() throws {
    let before = Self.runbook(processor: "personal_dat")
    try place.write("a.yaml", before)
    let result = try place.wct("check", "--diff", "--fix-unsafe", "a.yaml")
    #expect(result.code == 1, "the code of the file as it is")
    #expect(result.output.hasPrefix("--- a.yaml\n+++ a.yaml\n@@ "), "\(result)")
    #expect(result.output.contains("-        from: files\n"))
    #expect(result.output.contains("+        inputs: files\n"))
    #expect(result.error.contains("would fix 3 problems in 1 file; none left"), "\(result)")
    #expect(try text("a.yaml") == before)
  }

  @Test func aGuessThatMakesAnErrorIsTakenBack() throws {
    try place.write(
      "a.yaml",
      """
      name: N
      description: D
      contact: c@example.org
      artifacts:
        item: {inputs: itemm, output: true}

      """)
    let result = try place.wct("check", "--fix-unsafe", "a.yaml")
    #expect(result.code == 1)
    #expect(
      result.error.contains("note: not fixed: a.yaml:5: \"replace with 'item'\" would give error[WCT2005]"),
      "\(result)")
    #expect(try text("a.yaml").contains("itemm"))
  }

  /// Although the cycle is described in other words afterwards: it was there before.
  @Test func anIdIsRenamedWhereverItStands() throws {
    let text = """
      {"name": "n", "description": "d", "contact": "c", "outputs": {"r": {"artifact": "été 1"}},
       "artifacts": {
        "été 1": {"inputs": ["first step"], "process": {"type": "personal_data"}},
        'first step': {"inputs": ['été 1']}}}

      """
    try place.write("a.yaml", text)
    let result = try place.wct("check", "--fix-unsafe", "a.yaml")
    #expect(result.output.contains("fixed 2 problems in 1 file; 1 left"), "\(result)")
    #expect(result.output.contains("ete_1 → first_step → ete_1"), "\(result)")
    let expected = text.replacing("été 1", with: "ete_1").replacing("first step", with: "first_step")
    #expect(try self.text("a.yaml") == expected)
  }

  @Test func standardInputBecomesStandardOutput() throws {
    let result = try place.wct("check", "--fix", "-", input: Self.runbook())
    #expect(result.code == 0, "\(result)")
    #expect(
      result.output.contains("        inputs: files\n        process: {type: personal_data}   # detection\n"))
    #expect(result.output.hasPrefix("name: Sample   # kept\n"))
    #expect(result.error.contains("fixed 2 problems in 1 file"))
    let untouched = try place.wct("check", "--fix", "-", input: "name: N\n")
    #expect(untouched.code == 1 && untouched.output == "name: N\n", "what can't be fixed is handed through")
  }

  // MARK: Several files

  private static let parent = """
    name: Parent
    description: D
    contact: c@example.org
    config: {template_paths: [TEMPLATES]}
    artifacts:
      data: {source: {type: filesystem, properties: {path: .}}}
      found:
        inputs: [data]
        child_runbook: {path: child.yaml, input_mapping: {files: data}, output: found}
        output: true

    """

  private static let child = """
    name: Child
    description: D
    contact: c@example.org
    inputs: {files: {input_schema: standard_input}}
    outputs: {found: {artifact: found}}
    artifacts:
      found: {from: files, process: {type: personal_data}}

    """

  @Test func childrenInTheSameTreeAreFixedToo() throws {
    try place.write("books/parent.yaml", Self.parent.split(separator: "TEMPLATES").joined(separator: "parts"))
    try place.write("books/parts/child.yaml", Self.child)
    let result = try place.wct("check", "--fix", "books/parent.yaml")
    #expect(result.code == 0, "\(result)")
    #expect(try text("books/parts/child.yaml").contains("found: {inputs: files"))
  }

  @Test func filesOutsideAreLeftAlone() throws {
    try place.write(
      "books/parent.yaml", Self.parent.split(separator: "TEMPLATES").joined(separator: "../parts"))
    try place.write("parts/child.yaml", Self.child)
    let result = try place.wct("check", "--fix", "books/parent.yaml")
    #expect(result.error.contains("lies outside the directories of the files that are checked"), "\(result)")
    #expect(try text("parts/child.yaml") == Self.child)
  }

  @Test func aLinkStaysALink() throws {
    try place.write("real.yaml", Self.runbook())
    try place.link("link.yaml", to: "real.yaml")
    #expect(try place.wct("check", "--fix", "link.yaml").code == 0)
    #expect(try FileStatus.of(place.path + "/link.yaml", followingLinks: false).kind == .symbolicLink)
    #expect(try text("real.yaml").contains("inputs: files"))
  }

  @Test func jsonHoldsWhatRemains() throws {
    try place.write("a.yaml", Self.runbook(processor: "personal_dat"))
    let result = try place.wct("check", "--fix", "--json", "a.yaml")
    let document = try JSONReader.read(result.standardOutput)
    let diagnostics = document["diagnostics"]?.arrayValue ?? []
    let fix = diagnostics.first?["fixes"]?.arrayValue?.first
    #expect(diagnostics.count == 1 && fix?["applicability"] == "unsafe", "\(result)")
    #expect(fix?["edits"]?.arrayValue?.first?["replacement"] == "personal_data")
  }

  @Test func configurationIsFixedLikeRunbooks() throws {
    try place.write("a.yaml", Self.runbook(output: "yes"))
    try place.write(".wct.yaml", "# ours\nexlude: [drafts/]\n")
    let safe = try place.wct("check", "--fix", "a.yaml")
    #expect(safe.output.contains("1 left (1 more with --fix-unsafe)"), "\(safe)")
    let all = try place.wct("check", "--fix-unsafe", "a.yaml")
    #expect(all.code == 0 && all.output.contains("fixed 1 problem in 1 file; none left"), "\(all)")
    #expect(try text(".wct.yaml") == "# ours\nexclude: [drafts/]\n")
  }

  /// What hides behind values stays in the file as it is, and is not shown.
  @Test func environmentFilesAreFixedAndNotShown() throws {
    try place.write("a.yaml", Self.runbook())
    let before = "# ours\nA=hunter2\nDB_URL: postgres://u:hunter2@h?a=b\nB : hunter2\nC='hunter2\n"
    try place.write(".env", before)
    let report = try place.wct("check", "a.yaml")
    #expect(report.code == 2 && !report.output.contains("hunter2"), "\(report)")
    #expect(report.output.contains("DB_URL") == false && report.output.contains(".env:5:1"), "\(report)")
    let fixed = try place.wct("check", "--fix-unsafe", "a.yaml")
    #expect(fixed.code == 0 && !fixed.output.contains("hunter2"), "\(fixed)")
    #expect(
      try text(".env") == "# ours\nA=hunter2\nDB_URL=postgres://u:hunter2@h?a=b\nB=hunter2\nC='hunter2'\n")
  }
}
