// Compiles fixtures and runbooks of tests the way the command does, with everything that it depends on given.
import ComponentKit
import Diagnostics
import EnvironmentFiles
import ExecutionPlan
import FlowPolicies
import Rulesets
import RunbookCompiler
import TestSupport

/// One compilation of a fixture.
struct FixtureCompilation {
  let result: CompilationResult
  let goal: Compiler.Goal
  /// The directory that paths are shown from.
  private let directory: String

  /// Compiles a fixture with what its first lines ask for.
  ///
  /// `# env: NAME=value` sets a variable; `# late-bind: NAME` and `# late-bind-all` are the command's options;
  /// `# policy: FILE` names a policy beside the fixture, `# today: DATE` the day; `# check-only` asks for
  /// diagnostics without a plan.
  init(_ file: FixtureFile) throws {
    let text = String(decoding: file.bytes() ?? [], as: UTF8.self)
    let setup = FixtureSetup(text)
    let path = file.absolutePath
    goal = setup.goal
    directory = String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex))
    let policies = try setup.policies.map { name in
      let (document, report) = PolicyDocument.read(
        file.neighbour(name).bytes() ?? [], name: file.neighbour(name).absolutePath,
        catalog: FixtureCatalog.catalog)
      guard let document else { throw BrokenPolicy(messages: report.diagnostics.map(\.message)) }
      return document
    }
    result = FixtureCompilation.compiler(setup, policies: policies).compile(path: path, goal: setup.goal)
  }

  static func compiler(
    _ setup: FixtureSetup = FixtureSetup(""), policies: [PolicyDocument] = [],
    earlierRuns: (any EarlierRuns)? = nil
  ) -> Compiler {
    var options = CompilerOptions(
      catalog: FixtureCatalog.catalog, rulesets: RulesetLibrary(directories: []),
      environment: Environment(process: setup.variables), lateBinding: setup.lateBinding)
    options.policies = policies
    options.today = setup.today
    options.earlierRuns = earlierRuns
    return Compiler(options)
  }

  var planBytes: [UInt8]? { result.plan?.bytes }

  /// Every diagnostic as text, paths seen from the fixture's directory.
  var rendered: [UInt8] {
    let renderer = TextRenderer(sources: result.sources)
    let text = result.diagnostics.map(renderer.render).joined(separator: "\n")
    return Array(Self.replace(directory, in: text).utf8)
  }

  private static func replace(_ directory: String, in text: String) -> String {
    text.split(separator: directory + "/", omittingEmptySubsequences: false).joined()
      .split(separator: directory, omittingEmptySubsequences: false).joined(separator: ".")
  }
}

/// A fixture names a policy that has errors.
struct BrokenPolicy: Error {
  let messages: [String]
}

/// The variables and options of one compilation, as a fixture's comments give them.
struct FixtureSetup {
  var variables: [String: String] = [:]
  var lateBinding = LateBindingPolicy.secretsOnly
  var goal = Compiler.Goal.plan
  /// Files beside the fixture.
  var policies: [String] = []
  var today: CalendarDate?

  init(_ text: String) {
    var late: Set<String> = []
    for line in text.split(whereSeparator: \.isNewline).prefix(while: { $0.hasPrefix("#") }) {
      if line == "# check-only" { goal = .check }
      if line == "# late-bind-all" { lateBinding = .all }
      if line.hasPrefix("# late-bind: ") { late.insert(String(line.dropFirst(13))) }
      if line.hasPrefix("# policy: ") { policies.append(String(line.dropFirst(10))) }
      if line.hasPrefix("# today: ") { today = CalendarDate(String(line.dropFirst(9))) }
      guard line.hasPrefix("# env: ") else { continue }
      let parts = line.dropFirst(7).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
    }
    if !late.isEmpty { lateBinding = .named(late) }
  }
}
