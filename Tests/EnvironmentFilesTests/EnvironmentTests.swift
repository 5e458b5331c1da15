// Which value a variable has when several places set it.
import EnvironmentFiles
import TestSupport
import Testing

struct EnvironmentTests {
  @Test func processWinsThenLaterFile() throws {
    let directory = try TemporaryDirectory()
    let first = try directory.write("a.env", "A=first\nB=first\nC=first\n")
    let second = try directory.write("b.env", "B=second\nC=second\n")
    var environment = Environment(process: ["C": "process", "D": ""])
    try environment.load(file: first)
    try environment.load(file: second)
    #expect(["A", "B", "C", "D", "E"].map { environment[$0] } == ["first", "second", "process", "", nil])
    #expect(environment.names == ["A", "B", "C", "D"])
    #expect(environment.filePaths == [first, second])
  }

  @Test func besideTheRunbook() throws {
    let directory = try TemporaryDirectory()
    try directory.write(".env", "RUNBOOK_TESTS_A=beside\nRUNBOOK_TESTS_B=beside\n")
    let file = try directory.write("other.env", "RUNBOOK_TESTS_B=named\n")
    let environment = try Environment.forRunbook(at: "\(directory.path)/r.yaml", files: [file])
    #expect(environment["RUNBOOK_TESTS_A"] == "beside" && environment["RUNBOOK_TESTS_B"] == "named")
    #expect(environment.filePaths == ["\(directory.path)/.env", file])
  }

  @Test func noFileBesideIsFine() throws {
    let directory = try TemporaryDirectory()
    #expect(try Environment.forRunbook(at: "\(directory.path)/r.yaml", files: []).filePaths.isEmpty)
  }

  @Test func namedFileMustBeThere() throws {
    let directory = try TemporaryDirectory()
    let missing = "\(directory.path)/none.env"
    let error = #expect(throws: EnvironmentFileError.self) {
      try Environment.forRunbook(at: "r.yaml", files: [missing])
    }
    #expect(error?.line == nil && error?.path == missing)
    #expect(throws: EnvironmentFileError.self) {
      try Environment.forRunbook(at: "r.yaml", files: [directory.path])
    }
  }
}
