// `wct migrate`: where the result goes, and that it is checked.
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct MigrateCommandTests {
  private let place: Workplace
  private static let older = """
    name: N
    description: D
    contact: c@example.org
    connectors:
      - {name: files, type: filesystem_connector, properties: {root_path: .}}   # where
    analysers:
      - {name: detector, type: personal_data_analyser}
    execution:
      - {name: Find, connector: files, analyser: detector}

    """

  init() throws {
    place = try Workplace()
    try place.write("old.yaml", Self.older)
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try place.bytes(name), as: UTF8.self)
  }

  @Test func printsTheResult() throws {
    let result = try place.wct("migrate", "old.yaml")
    #expect(result.code == 0 && result.error.hasSuffix("migrated\n"), "\(result)")
    #expect(result.output.contains("artifacts:\n  # where\n  files:\n"), "\(result)")
    #expect(try text("old.yaml") == Self.older)
    #expect(try place.wct("migrate", "-", input: Self.older).output == result.output)
  }

  @Test func writesToAFileOrInPlace() throws {
    #expect(try place.wct("migrate", "old.yaml", "-o", "new.yaml").code == 0)
    #expect(try place.wct("migrate", "old.yaml", "--in-place").code == 0)
    #expect(try text("old.yaml") == text("new.yaml"))
    #expect(try place.wct("check", "new.yaml").code == 0)
    let again = try place.wct("migrate", "new.yaml", "--in-place")
    #expect(again.code == 0 && again.error.contains("nothing to migrate"), "\(again)")
    #expect(try text("old.yaml") == text("new.yaml"))
  }

  @Test func diffWritesNothing() throws {
    let result = try place.wct("migrate", "--diff", "old.yaml")
    #expect(result.code == 0 && result.output.contains("\n-connectors:\n"), "\(result)")
    #expect(try text("old.yaml") == Self.older)
  }

  @Test func whatCannotBeMigratedIsSaidAtItsPlace() throws {
    try place.write("old.yaml", Self.older + "  - {name: Nobody, connector: absent, analyser: detector}\n")
    let result = try place.wct("migrate", "old.yaml")
    #expect(result.code == 1 && result.error.contains("old.yaml:10:31"), "\(result)")
    #expect(result.error.contains("there is no connector 'absent'"))
  }

  @Test func checkPointsToIt() throws {
    let result = try place.wct("check", "old.yaml")
    #expect(result.code == 1 && result.output.contains("error[WCT2040]"), "\(result)")
    #expect(result.output.contains("1 file checked: 1 error\n"))
    #expect(result.output.contains("'wct migrate FILE'"))
  }

  @Test(arguments: [["--in-place", "--diff"], ["--in-place", "-o", "x"], ["-o", ""]])
  func wrongUsage(options: [String]) throws {
    #expect(try place.start(.wct, ["migrate", "old.yaml"] + options).result().code == 2)
    #expect(try place.wct("migrate", "absent.yaml").code == 2)
  }
}
