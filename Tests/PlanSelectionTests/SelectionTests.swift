// What each form of selection means.
import ExecutionPlan
import PlanSelection
import Testing

@Suite struct SelectionTests {
  private func names(
    _ selections: [String], excluding exclusions: [String] = [], states: SelectionStates? = nil
  ) throws -> [String] {
    let result = try SelectedPlan.graph.select(
      selections.map { try Selection($0) }, excluding: exclusions.map { try Selection($0) }, states: states)
    return result.artifacts.indices.map { SelectedPlan.graph.artifacts[$0].id }
  }

  private static let everything = SelectedPlan.graph.artifacts.map(\.id)

  @Test(arguments: [
    ("files", ["files"]), ("result", ["audit/kept"]), ("audit/deep/raw", ["audit/deep/raw"]),
    // An alias wins over the child of the same name; 'audit/deep' is a child only.
    ("audit", ["audit/kept"]), ("audit/deep", ["audit/deep/raw"]), ("notes", ["notes"]),
  ])
  func names(_ text: String, _ expected: [String]) throws { #expect(try names([text]) == expected) }

  @Test(arguments: [
    ("audit/*", ["audit/found", "audit/kept"]),
    ("audit/**", ["audit/deep/raw", "audit/found", "audit/kept"]),
    ("*", ["files", "customers", "audit/kept", "notes", "old", "all"]), ("**", everything),
    ("*o*s", ["customers", "notes"]), ("a**", ["audit/deep/raw", "audit/found", "audit/kept", "all"]),
    ("**/*a*", ["audit/deep/raw"]), ("re*t", ["audit/kept"]), ("files*", ["files"]),
    ("*/source", ["notes/source"]), ("**d*/**", ["audit/deep/raw", "audit/found", "audit/kept"]),
    ("f*s*f", []), ("child:audit", ["audit/deep/raw", "audit/found", "audit/kept"]),
    ("child:audit/deep", ["audit/deep/raw"]),
  ])
  func patterns(_ text: String, _ expected: [String]) throws { #expect(try names([text]) == expected) }

  @Test(arguments: [
    ("+audit/found", ["files", "customers", "audit/deep/raw", "audit/found"]),
    ("files+", ["files", "audit/deep/raw", "audit/found", "audit/kept", "all"]),
    ("1+audit/found", ["audit/deep/raw", "audit/found"]), ("files+1", ["files", "audit/deep/raw"]),
    ("0+all", ["all"]), ("1+audit/found+1", ["audit/deep/raw", "audit/found", "audit/kept"]),
    ("+result+", ["files", "customers", "audit/deep/raw", "audit/found", "audit/kept", "all"]),
    ("@notes/source", everything), ("@old", everything),
    ("@audit/found", everything), ("+(audit/found notes)", Array(everything[0...3] + everything[5...6])),
    ("op:reuse+", ["old", "all"]), ("99999+all", everything),
  ])
  func reaches(_ text: String, _ expected: [String]) throws { #expect(try names([text]) == expected) }

  @Test(arguments: [
    ("type:personal_data", ["audit/found", "notes"]), ("type:*s*m", ["files"]),
    ("component:personal_data", ["audit/found", "notes"]), ("component:mysql/1.1.0", ["customers"]),
    ("component:mysql/1.0.0", []), ("component:connector:*", ["files", "customers"]),
    ("component:processor:personal_data/2.*", ["audit/found", "notes"]),
    ("schema:finding", ["audit/found", "audit/kept", "notes", "all"]), ("schema:finding/1.0.0", ["notes"]),
    ("schema:*/1.2.*", ["audit/found", "audit/kept", "all"]),
    ("op:merge", ["audit/deep/raw", "all"]), ("op:constant", ["notes/source"]),
    ("ruleset:personal_data", ["audit/found"]), ("ruleset:personal_data/1.0.0", ["audit/found"]),
    ("ruleset:local/personal_data/1.0.0", ["audit/found"]), ("ruleset:local/**", ["audit/found"]),
    ("ruleset:local", []), ("variable:DB_PASSWORD", ["customers"]), ("variable:DB_*", ["customers"]),
    ("output:true", ["all"]), ("optional:true", ["notes"]), ("sensitive:true", ["audit/kept"]),
    ("tainted:false", ["files", "audit/found", "notes/source", "notes", "old"]),
  ])
  func criteria(_ text: String, _ expected: [String]) throws { #expect(try names([text]) == expected) }

  @Test(arguments: [
    ("files old", ["files", "old"]), ("+result,op:extract", ["files", "customers"]),
    ("audit/** -audit/found", ["audit/deep/raw", "audit/kept"]),
    ("-audit/found audit/**", ["audit/deep/raw", "audit/kept"]),
    ("-tainted:true", ["files", "audit/found", "notes/source", "notes", "old"]),
    ("files+,(op:merge op:pass)", ["audit/deep/raw", "audit/kept", "all"]),
    ("** -files+,+notes+", Array(everything.dropLast())),
    ("  files \t old\n", ["files", "old"]), ("((files))", ["files"]),
    ("type:personal_data,(output:false -optional:true)", ["audit/found"]),
  ])
  func setOperations(_ text: String, _ expected: [String]) throws {
    #expect(try names([text]) == expected)
  }

  @Test func severalSelectionsAreJoined() throws {
    #expect(try names(["old", "files"]) == ["files", "old"])
    #expect(try names(["audit/**"], excluding: ["audit/deep", "**t"]) == ["audit/found"])
    #expect(try names([], excluding: ["+all"]) == [])
    #expect(try names([]) == Self.everything)
  }

  @Test func statesComeFromTheComparison() throws {
    let states = SelectionStates(["modified": [3], "added": [5, 99, -1], "removed": []])
    #expect(try names(["state:modified+"], states: states) == ["audit/found", "audit/kept", "all"])
    #expect(try names(["state:added"], states: states) == ["notes/source"])
    #expect(try names(["state:removed"], states: states).isEmpty)
    let unknown = #expect(throws: SelectionFault.self) { try names(["state:modifed"], states: states) }
    #expect(unknown?.suggestion == "modified" && unknown?.span == 6..<13)
    let without = #expect(throws: SelectionFault.self) { try names(["old state:modified+"]) }
    #expect(without?.span == 4..<18)
    #expect(without?.message.contains("no other here") == true)
  }

  /// A name that nothing has is a mistake; a criterion that nothing fits may be what was hoped for.
  @Test func whatNothingFitsIsSaid() throws {
    let unknown = #expect(throws: SelectionFault.self) { try names(["files +resullt+"]) }
    #expect(unknown?.span == 7..<14 && unknown?.suggestion == "result")
    let child = #expect(throws: SelectionFault.self) { try names(["child:audti"]) }
    #expect(child?.span == 6..<11 && child?.suggestion == "audit")
    #expect(try names(["child:notes"]) == ["notes/source"], "the source of an inline processor lies below it")
    let remarks = try SelectedPlan.graph.select([Selection("type:personal_date x*,files")]).remarks
    #expect(remarks.map(\.span) == [5..<18, 19..<21])
    #expect(remarks.map(\.suggestion) == ["personal_data", nil])
  }

  @Test func plansAreUntrusted() throws {
    var plan = SelectedPlan.plan
    plan.instructions[3].operands = [InstructionIndex(8), InstructionIndex(-1), InstructionIndex(3)]
    plan.aliases[try #require(ArtifactID("x"))] = InstructionIndex(99)
    let graph = SelectableGraph(plan)
    #expect(try graph.select([Selection("+audit/found+")]).artifacts.indices == [3, 4, 8])
    #expect(throws: SelectionFault.self) { try graph.select([Selection("x")]) }
    #expect(try SelectableGraph([]).select([Selection("**")]).artifacts.isEmpty)
  }
}
