// `wct check --watch`: each change that matters shows a new check, and no other does.
internal import Glibc
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct CheckWatchTests {
  private let place: Workplace
  private let good = SampleRunbook.detection(of: "./data")
  private let bad = "name: x\nartifacts:\n  a: {inputs: gone}\n"
  private let parent = """
    name: x
    description: y
    contact: z
    artifacts:
      data: {source: {type: filesystem, properties: {path: "${WHERE}"}}}
      found:
        inputs: data
        child_runbook: {path: deep/child.yaml, input_mapping: {data: data}, output: result}
        output: true

    """

  init() throws {
    place = try Workplace()
    try place.write("books/good.yaml", good)
  }

  private func start(_ arguments: String..., output: OutputPlace = .pipes) throws -> ChildProcess {
    try place.start(.wct, ["check", "--watch"] + arguments, output: output)
  }

  /// How often a check was shown.
  private func rounds(_ program: ChildProcess) -> Int {
    program.standardOutput.split(separator: "watching ").count - 1
  }

  private func waits(_ program: ChildProcess, rounds count: Int) -> Bool {
    program.wait { rounds($0) >= count && $0.standardOutput.hasSuffix("\n") }
  }

  /// What the last check showed.
  private func last(_ program: ChildProcess) -> String {
    var rest = program.standardOutput[...]
    var parts: [Substring] = []
    while let line = rest.firstRange(of: "watching ") {
      parts.append(rest[..<line.lowerBound])
      rest = rest[line.upperBound...]
    }
    return parts.last.map(String.init) ?? ""
  }

  private func end(_ program: ChildProcess, _ signal: Int32 = SIGINT) {
    program.send(signal)
    let result = program.result()
    #expect(result.code == (signal == SIGINT ? 130 : 143), "\(result)")
    #expect(result.error.isEmpty, "\(result)")
  }

  @Test(arguments: [SIGINT, SIGTERM]) func aSaveShowsANewCheckAndASignalEnds(signal: Int32) throws {
    let program = try start("books/good.yaml")
    #expect(waits(program, rounds: 1))
    #expect(last(program).contains("1 file checked: no problems"))
    #expect(program.standardOutput.contains("watching 1 file\n"))
    // Written beside it and renamed, as editors do.
    try place.write("books/good.yaml", bad)
    #expect(waits(program, rounds: 2))
    #expect(last(program).contains("there is no artifact 'gone'"), "\(program.standardOutput)")
    // Written in place.
    try place.run("/bin/sh", "-c", "printf 'name: [' > books/good.yaml")
    #expect(program.wait { last($0).contains("WCT1005") }, "\(program.standardOutput)")
    try place.write("books/good.yaml", good)
    #expect(program.wait { last($0).contains("no problems") && $0.standardOutput.hasSuffix("\n") })
    end(program, signal)
  }

  @Test func childrenAndVariablesAreWatchedAlthoughTheyAreNotThereYet() throws {
    try place.write("books/good.yaml", parent)
    let program = try start("books/good.yaml", "--cache", "off")
    #expect(waits(program, rounds: 1))
    #expect(last(program).contains("'WHERE' is not set"), "\(program.standardOutput)")
    #expect(last(program).contains("deep/child.yaml"), "\(program.standardOutput)")
    try place.write("books/.env", "WHERE=.\n")
    #expect(program.wait { !last($0).contains("WHERE") && rounds($0) > 1 }, "\(program.standardOutput)")
    try place.write("books/deep/child.yaml", SampleRunbook.child)
    #expect(program.wait { last($0).contains("no problems") }, "\(program.standardOutput)")
    try place.write("books/deep/child.yaml", SampleRunbook.child.replacing("found}", with: "fuond}"))
    #expect(program.wait { last($0).contains("'fuond'") }, "\(program.standardOutput)")
    end(program)
  }

  @Test func filesThatComeAndGoInADirectoryAreSeen() throws {
    let program = try start("books")
    #expect(waits(program, rounds: 1))
    try place.write("books/new/other.yaml", bad)
    #expect(program.wait { last($0).contains("2 files checked: ") }, "\(program.standardOutput)")
    try removeFile("\(place.path)/books/new/other.yaml")
    #expect(
      program.wait { last($0).contains("1 file checked: no problems") && rounds($0) > 2 },
      "\(program.standardOutput)")
    end(program)
  }

  @Test func renamedFilesAndDirectoriesAreSeen() throws {
    let program = try start("books")
    #expect(waits(program, rounds: 1))
    try place.write("books/good.yaml", bad)
    #expect(program.wait { last($0).contains("--> books/good.yaml:3") }, "\(program.standardOutput)")
    try place.run("/bin/mv", "books/good.yaml", "books/other.yaml")
    #expect(program.wait { last($0).contains("--> books/other.yaml:3") }, "\(program.standardOutput)")
    try place.run("/bin/mv", "books", "gone")
    #expect(program.wait { last($0).contains("cannot open books") }, "\(program.standardOutput)")
    try place.run("/bin/mv", "gone", "books")
    #expect(
      program.wait { last($0).contains("--> books/other.yaml:3") && !last($0).contains("cannot open") },
      "\(program.standardOutput)")
    // The directory that came back is watched like the one that went.
    try place.write("books/other.yaml", good)
    #expect(program.wait { last($0).contains("1 file checked: no problems") }, "\(program.standardOutput)")
    end(program)
  }

  @Test func globsFindWhatIsNew() throws {
    let program = try start("books/*.yaml")
    #expect(waits(program, rounds: 1))
    try place.write("books/new.yaml", bad)
    #expect(program.wait { last($0).contains("2 files checked: ") }, "\(program.standardOutput)")
    try place.run("/bin/rm", "books/new.yaml", "books/good.yaml")
    #expect(program.wait { last($0).contains("nothing matches") }, "\(program.standardOutput)")
    end(program)
  }

  /// What does not matter shows nothing: the first change here is not seen, the second one is.
  @Test func otherFilesAndItsOwnReportsShowNothing() throws {
    try place.write("books/note.txt", "a")
    let program = try start("books", "--format", "text", "--format", "sarif=books/report.sarif")
    #expect(waits(program, rounds: 1))
    try place.write("books/note.txt", "b")
    try place.write("books/.hidden.yaml", bad)
    try place.write("books/good.yaml", bad)
    #expect(program.wait { last($0).contains("'gone'") }, "\(program.standardOutput)")
    #expect(rounds(program) == 2, "\(program.standardOutput)")
    end(program)
  }

  @Test func aTerminalIsClearedForEachCheck() throws {
    let program = try start("books/good.yaml", output: .terminal)
    #expect(program.wait { $0.standardOutput.contains("watching 1 file; Ctrl-C ends this") })
    try place.write("books/good.yaml", bad)
    #expect(program.wait { $0.standardOutput.split(separator: "\u{1B}[2J").count == 3 })
    program.type([3])
    #expect(program.result().code == 130)
  }

  @Test func standardInputCannotBeWatched() throws {
    #expect(try place.wct("check", "--watch", "-").code == 2)
  }
}
