// Compiles runbooks and compares their plans, with everything that they depend on given.
import ComponentKit
import Diagnostics
import EnvironmentFiles
import ExecutionPlan
import PlanDifferences
import RunbookCompiler
import Rulesets
import TestSupport

/// A runbook of a test that does not compile.
struct BrokenRunbook: Error, CustomStringConvertible {
  let description: String
}

/// What a runbook's first lines ask for.
///
/// `# env: NAME=value`, `# late-bind: NAME`, `# rulesets: NAME=DIR` beside the file, `# version: KIND:TYPE
/// VERSION` and `# interface: KIND:TYPE` for a component that is not as in the catalogue.
struct DifferenceSetup {
  var variables: [String: String] = [:]
  var lateBound: Set<String> = []
  var rulesets: [(name: String, path: String)] = []
  var versions: [String: String] = [:]
  var interfaces: Set<String> = []

  init(_ text: String, directory: String = ".") {
    for line in text.split(whereSeparator: \.isNewline).prefix(while: { $0.hasPrefix("#") }) {
      let words = line.dropFirst(2).split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2 else { continue }
      let pair = words[1].split(separator: "=", maxSplits: 1).map(String.init)
      switch words[0] {
      case "env:": variables[pair[0]] = pair[1]
      case "late-bind:": lateBound.insert(words[1])
      case "rulesets:": rulesets.append((pair[0], "\(directory)/\(pair[1])"))
      case "version:":
        let parts = words[1].split(separator: " ").map(String.init)
        versions[parts[0]] = parts[1]
      case "interface:": interfaces.insert(words[1])
      default: break
      }
    }
  }

  var compiler: Compiler {
    Compiler(
      CompilerOptions(
        catalog: DifferenceCatalog.catalog(versions: versions, otherInterfaces: interfaces),
        rulesets: RulesetLibrary(directories: rulesets), environment: Environment(process: variables),
        lateBinding: lateBound.isEmpty ? .secretsOnly : .named(lateBound)))
  }
}

enum DifferenceTrial {
  /// The plan of a runbook's text.
  static func plan(_ text: String, name: String = "a.yaml") throws -> ComparablePlan {
    try plan(
      DifferenceSetup(text).compiler.compile(text: Array(text.utf8), name: name, goal: .plan), name)
  }

  /// The plan of a fixture.
  static func plan(_ file: FixtureFile) throws -> ComparablePlan {
    let path = file.absolutePath
    let directory = String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex))
    let setup = DifferenceSetup(String(decoding: file.bytes() ?? [], as: UTF8.self), directory: directory)
    let name = String(path.suffix(from: path.lastIndex(of: "/") ?? path.startIndex).dropFirst())
    return try plan(setup.compiler.compile(path: path, goal: .plan), name)
  }

  private static func plan(_ result: CompilationResult, _ name: String) throws -> ComparablePlan {
    guard let bytes = result.plan?.bytes else {
      throw BrokenRunbook(description: "\(name): \(result.diagnostics.map(\.message))")
    }
    return try ComparablePlan(Plan.decode(bytes), name: name)
  }

  static func comparison(_ old: String, _ new: String) throws -> PlanComparison {
    PlanComparison(
      try plan(old, name: "a.yaml"), try plan(new, name: "b.yaml"), catalog: DifferenceCatalog.catalog)
  }

  static func difference(_ old: String, _ new: String) throws -> PlanDifference {
    try comparison(old, new).difference()
  }

  static let header = "name: Shop\ndescription: D\ncontact: c@example.org\n"

  /// A runbook of these artifacts, a line each.
  static func runbook(_ artifacts: [String], _ more: String = "") -> String {
    header + more + "artifacts:\n" + artifacts.map { "  \($0)\n" }.joined()
  }
}
