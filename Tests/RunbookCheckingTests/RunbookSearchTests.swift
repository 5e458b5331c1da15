// Which files arguments stand for, and in which order.
import Diagnostics
import SystemFiles
import TestSupport
import Testing

@testable import RunbookChecking

@Suite struct RunbookSearchTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    for name in [
      "b.yaml", "a.yml", "note.txt", "sub/c.YAML", "sub/deep/d.yaml", ".hidden/e.yaml", ".f.yaml",
      "node_modules/g.yaml",
    ] {
      try directory.write(name, "artifacts: {}\n")
    }
  }

  /// The paths that are found, from the directory on, with `!` before those that can't be checked.
  private func find(_ arguments: String..., excluding patterns: [String] = []) -> [String] {
    let root = directory.path
    let search = RunbookSearch(excluding: Exclusion(patterns, base: root))
    return search.find(arguments.map { $0 == "." ? root : $0.hasPrefix("/") ? $0 : "\(root)/\($0)" }).items
      .map { item in
        switch item {
        case .file(let target): String(target.path.dropFirst(root.count + 1))
        case .problem(let report): "!" + report.path.dropFirst(root.count + 1)
        }
      }
  }

  private func link(_ name: String, to target: String) throws {
    let result = try ChildProcess(
      "/bin/ln", ["-s", target, name], directory: directory.path, environment: [:]
    ).result()
    #expect(result.code == 0)
  }

  @Test func aDirectoryStandsForItsYAMLFilesInOrder() {
    #expect(find(".") == ["a.yml", "b.yaml", "sub/c.YAML", "sub/deep/d.yaml"])
  }

  @Test func whatIsNamedIsTakenWhateverItIsCalled() {
    #expect(find("note.txt", ".f.yaml", ".hidden") == ["note.txt", ".f.yaml", ".hidden/e.yaml"])
  }

  @Test func eachFileComesOnceWhereItIsNamedFirst() throws {
    try link("alias.yaml", to: "b.yaml")
    try link("same", to: "sub")
    #expect(find("b.yaml", "b.yaml", "sub/../b.yaml") == ["b.yaml"])
    #expect(find("sub/deep", ".") == ["sub/deep/d.yaml", "a.yml", "b.yaml", "sub/c.YAML"])
    #expect(find("same", "sub") == ["same/c.YAML", "same/deep/d.yaml"])
  }

  @Test func linksThatLeadInCirclesOrNowhereEndNoSearch() throws {
    try link("sub/loop", to: "..")
    try link("sub/self.yaml", to: "self.yaml")
    try link("sub/gone.yaml", to: "nowhere")
    #expect(find("sub") == ["sub/c.YAML", "sub/deep/d.yaml"])
  }

  @Test(arguments: [
    (["sub"], ["a.yml", "b.yaml"]), (["*.yml"], ["b.yaml", "sub/c.YAML", "sub/deep/d.yaml"]),
    (["sub/*.YAML"], ["a.yml", "b.yaml", "sub/deep/d.yaml"]),
    (["sub/deep/"], ["a.yml", "b.yaml", "sub/c.YAML"]),
  ])
  func patternsLeaveOut(patterns: [String], rest: [String]) throws {
    #expect(find(".", excluding: patterns) == rest)
    #expect(find("sub/c.YAML", excluding: patterns) == ["sub/c.YAML"])
  }

  @Test(arguments: [
    ("*.y*ml", ["a.yml", "b.yaml"]), ("**/*.yaml", ["b.yaml", "sub/deep/d.yaml"]),
    ("{sub,nowhere}/c.*", ["sub/c.YAML"]), ("su?", ["sub/c.YAML", "sub/deep/d.yaml"]),
    ("*/deep/d.yaml", ["sub/deep/d.yaml"]),
    (".h*/*", [".hidden/e.yaml"]), ("*.nothing", ["!*.nothing"]), ("sub/[c]*", ["sub/c.YAML"]),
  ])
  func globsAreExpanded(glob: String, paths: [String]) { #expect(find(glob) == paths) }

  @Test func aFileWhoseNameIsAGlobIsThatFile() throws {
    try directory.write("[ab].yaml", "artifacts: {}\n")
    #expect(find("[ab].yaml") == ["[ab].yaml"])
  }

  @Test func aDirectoryWithoutYAMLIsAProblem() throws {
    try makeDirectory("\(directory.path)/empty")
    #expect(find("empty", "b.yaml") == ["!empty", "b.yaml"])
  }

  @Test func whatIsMissingStaysToBeReportedWhenItIsRead() { #expect(find("gone.yaml") == ["gone.yaml"]) }

  @Test func aNameThatIsNotTextIsAProblem() throws {
    let result = try ChildProcess(
      "/bin/bash", ["-c", #"echo 'artifacts: {}' > $'sub/caf\xe9.yaml'"#], directory: directory.path,
      environment: [:]
    ).result()
    #expect(result.code == 0)
    #expect(find("sub").count { $0.hasPrefix("!") } == 1)
  }
}
