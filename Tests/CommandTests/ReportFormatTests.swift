// Every format on every outcome: the reports are what their formats promise.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct ReportFormatTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("good.yaml", SampleRunbook.detection(of: "./data"))
  }

  /// What there is to check, and how the program ends.
  struct Outcome: Sendable, CustomStringConvertible {
    let description: String
    /// The bytes of `bad.yaml`; nil: there is no such file.
    let bytes: [UInt8]?
    let code: Int32

    init(_ description: String, _ text: String?, _ code: Int32) {
      self.init(description, bytes: text.map { Array($0.utf8) }, code)
    }

    init(_ description: String, bytes: [UInt8]?, _ code: Int32) {
      (self.description, self.bytes, self.code) = (description, bytes, code)
    }
  }

  private static let head = "name: N\ndescription: D\ncontact: c@example.org\nartifacts:\n"

  static let outcomes = [
    Outcome("clean", head + "  a: {source: {type: filesystem, properties: {path: .}}, output: true}\n", 0),
    Outcome("warnings", head + "  a: {source: {type: filesystem, properties: {path: .}}}\n", 0),
    Outcome(
      "errors and fixes", head + "  a: {source: {type: filesytem, properties: {path: .}}, outptu: 1}\n", 1),
    Outcome("a cycle", head + "  a: {inputs: b}\n  b: {inputs: c}\n  c: {inputs: a}\n", 1),
    Outcome("text that wants escaping", head + "  a: {inputs: \"<&'\\\"\\u0001\\u202e\\U0001F600]]>\"}\n", 1),
    Outcome("broken YAML", "name: [a\nartifacts: {}\n\t- x\n", 1),
    Outcome("an empty file", "", 1),
    Outcome("not UTF-8", bytes: Array("name: caf".utf8) + [0xE9, 0xFF, 0x0A], 1),
    Outcome("NUL bytes", bytes: Array("name: a".utf8) + [0, 0, 0x0A], 1),
    Outcome("a missing file", nil, 2),
  ]

  @Test(arguments: outcomes)
  func reportsAreValid(_ outcome: Outcome) throws {
    if let bytes = outcome.bytes { try writeFile("\(place.path)/bad.yaml", bytes) }
    try expectValidReports(of: "bad.yaml", code: outcome.code)
  }

  @Test func aDirectoryIsNoFile() throws {
    try place.run("/bin/mkdir", "folder")
    _ = try reports(of: "folder")
    try validate()
  }

  /// An error three files down, with a child that is used twice.
  @Test func childrenOfChildren() throws {
    func child(_ artifacts: String) -> String {
      "name: N\ndescription: D\ninputs: {in: {input_schema: standard_input}}\noutputs: {out: {artifact: last}}\n"
        + "artifacts:\n" + artifacts
    }
    let use = "inputs: in, child_runbook: {path: c.yaml, input_mapping: {in: in}, output: out}"
    try place.write("c.yaml", child("  last: {inputs: in, process: {type: gdpr_personal_data_classifier}}\n"))
    try place.write("b.yaml", child("  last: {\(use)}\n  again: {\(use)}\n"))
    try place.write(
      "bad.yaml",
      Self.head + "  in: {source: {type: filesystem, properties: {path: .}}}\n  top: {"
        + use.split(separator: "c.yaml").joined(separator: "b.yaml") + ", output: true}\n")
    try expectValidReports(of: "bad.yaml", code: 1)
    let report = try JSONReader.read(place.bytes("sarif"))
    let result = report["runs"]?.arrayValue?.first?["results"]?.arrayValue?.first
    let levels = result?["relatedLocations"]?.arrayValue?.compactMap {
      $0["properties"]?["nestingLevel"]?.integerValue
    }
    #expect(levels?.max() == 2, "\(levels ?? [])")
  }

  // MARK: - Checking

  private static let formats = ["short", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle"]

  private func reports(of path: String) throws -> ProcessResult {
    let options = Self.formats.flatMap { ["--format", "\($0)=\($0)"] }
    return try place.start(.wct, ["check", path, "good.yaml"] + options).result()
  }

  private func expectValidReports(of path: String, code: Int32) throws {
    let result = try reports(of: path)
    #expect(result.code == code, "\(result)")
    try validate()
    // What goes to standard output is the same document.
    for format in ["json", "sarif"] {
      let shown = try place.wct("check", path, "good.yaml", "--format", format)
      #expect(shown.standardOutput == (try place.bytes(format)), "\(format)")
      #expect(shown.error.isEmpty, "\(shown)")
    }
  }

  private func validate() throws {
    let own = "\(Repository.path)/docs/diagnostics.schema.json"
    let checks = [
      ["schema", "\(Repository.path)/Fixtures/schemas/sarif-schema-2.1.0.json", "sarif"],
      ["schema", own, "json"], ["lines", own, "diagnostic", "jsonl"], ["gitlab", "gitlab"],
      ["xml", "junit"], ["xml", "checkstyle"],
    ]
    let tool = "\(Repository.path)/Tests/Tools/validate-report.py"
    let result = try ChildProcess(
      "/usr/bin/python3", ["-W", "ignore", tool] + Array(checks.joined(separator: ["--"])),
      directory: place.path, environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    ).result()
    #expect(result.code == 0, "\(result)")
  }
}
