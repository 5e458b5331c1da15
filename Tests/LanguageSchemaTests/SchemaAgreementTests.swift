// The schema and the compiler say the same of every fixture, as far as a schema can know.
import CanonicalJSON
import LanguageSchema
import SystemFiles
import TestSupport
import Testing

@Suite(.enabled(if: SchemaChecker.isAvailable, "needs python3-yaml and python3-jsonschema"))
struct SchemaAgreementTests {
  /// Codes of errors that a schema can know. The others need more than one value: other artifacts, other files,
  /// variables, the text of the YAML itself.
  private static let knowable: Set<String> = [
    "WCT1003", "WCT1008", "WCT1012", "WCT2001", "WCT2002", "WCT2003", "WCT2006", "WCT2007", "WCT2008",
    "WCT2011",
    "WCT2012",
    "WCT2020", "WCT2028", "WCT3001", "WCT3002", "WCT3003", "WCT3004", "WCT3005", "WCT3008", "WCT3009",
    "WCT3012",
    "WCT3013", "WCT2040",
  ]

  /// Fixtures on which the two differ, and why.
  private static let exceptions: [String: String] = [
    "err/alias_bomb.yaml": "a limit of the reader comes before the unknown fields that the schema refuses",
    "err/partial_substitution_is_text.yaml": "a late binding may make it a number",
    "err/pass_through_with_other_schema.yaml": "the schema of another artifact decides",
    "err/substituted_value_of_wrong_type.yaml": "the values of variables decide",
    "err/tabs_and_long_line.yaml": "PyYAML takes no tab there",
    "err/value_is_long.yaml": "the values of variables decide",
    "err/value_is_secret.yaml": "the values of variables decide",
    "err/value_late_bound_is_secret.yaml": "the values of variables decide",
    "project/child_path_from_environment_goes_up/main.yaml": "the value of a variable decides",
  ]

  @Test func theVerdictsAgree() throws {
    let files = Self.fixtures
    #expect(files.count > 150)
    let verdicts = try SchemaChecker(LanguageSchema.runbook(FixtureCatalog.catalog)).verdicts(files)
    for file in files {
      let codes = try FixtureErrors.codes(of: file)
      let known = codes.intersection(Self.knowable)
      let difference: String? =
        switch verdicts[file.path] {
        case true?: known.isEmpty ? nil : "the schema accepts it, the compiler found \(known.sorted())"
        case false?: known.isEmpty ? "the schema refuses it, the compiler found \(codes.sorted())" : nil
        case nil: codes.contains { $0.hasPrefix("WCT1") } ? nil : "only the compiler takes it for YAML"
        }
      if Self.exceptions[file.path] != nil {
        #expect(difference != nil, "\(file) is no exception any more")
      } else if let difference {
        Issue.record("\(file): \(difference)")
      }
    }
  }

  private static var fixtures: [FixtureFile] {
    let projects = FixtureFile.all(in: "project", suffix: "").flatMap { project in
      FixtureFile.all(in: project.path, suffix: ".yaml")
        + FixtureFile.all(in: project.path, suffix: "").flatMap {
          FixtureFile.all(in: $0.path, suffix: ".yaml")
        }
    }
    let all = ["ok", "err", "plan"].flatMap { FixtureFile.all(in: $0, suffix: ".yaml") } + projects
    // Some are links that lead nowhere, and policies of their own are no runbooks.
    return all.filter { $0.bytes() != nil && !$0.path.hasSuffix("/policy.yaml") }
  }
}

/// What the golden file of a fixture says is wrong with it.
enum FixtureErrors {
  /// The codes of the errors whose place is in the file itself.
  static func codes(of file: FixtureFile) throws -> Set<String> {
    let parts = file.path.split(separator: "/")
    guard parts[0] == "err" || parts[0] == "project" else { return [] }
    let golden = parts[0] == "err" ? file.sibling(".out") : FixtureFile("project/\(parts[1])/expected.out")
    let name = parts[0] == "err" ? String(parts[1]) : parts[2...].joined(separator: "/")
    var codes: Set<String> = []
    var code: String?
    for line in String(decoding: golden.bytes() ?? [], as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("error[") { code = String(line.dropFirst(6).prefix { $0 != "]" }) }
      guard let current = code, let arrow = line.firstRange(of: "--> ") else { continue }
      if line[arrow.upperBound...].hasPrefix("\(name):") || line[arrow.upperBound...] == name {
        codes.insert(current)
      }
      code = nil
    }
    return codes
  }
}

/// Python's `jsonschema`, which knows nothing of this project.
struct SchemaChecker {
  private let directory: TemporaryDirectory

  static let isAvailable = (try? run("-c", "import yaml, jsonschema"))?.code == 0

  init(_ schema: JSONValue) throws {
    directory = try TemporaryDirectory()
    try directory.write("schema.json", schema.canonicalText)
  }

  /// For each file whether it fits; none for files that are not YAML.
  func verdicts(_ files: [FixtureFile]) throws -> [String: Bool] {
    let found = try verdicts(ofPaths: files.map(\.absolutePath))
    var verdicts: [String: Bool] = [:]
    for file in files { verdicts[file.path] = found[file.absolutePath] }
    return verdicts
  }

  /// The same by absolute paths.
  func verdicts(ofPaths paths: [String]) throws -> [String: Bool] {
    let script = PathText.parent(of: FixtureFile.root) + "/Tests/Tools/check-schema.py"
    let result = try Self.run([script, "\(directory.path)/schema.json"] + paths)
    #expect(result.code == 0, "\(result)")
    let object = try JSONReader.read(result.standardOutput).objectValue
    var verdicts: [String: Bool] = [:]
    for path in paths { verdicts[path] = object?[path]?.boolValue }
    return verdicts
  }

  private static func run(_ arguments: String...) throws -> ProcessResult { try run(arguments) }

  private static func run(_ arguments: [String]) throws -> ProcessResult {
    try ChildProcess(
      "/usr/bin/python3", ["-W", "ignore"] + arguments, directory: "/", environment: ["PATH": "/usr/bin:/bin"]
    ).result()
  }
}
