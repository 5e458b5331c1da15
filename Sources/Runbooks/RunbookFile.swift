// Checking runbook text from a program, as `wct check` does with files.
internal import EnvironmentFiles
internal import RunbookCompiler
internal import Rulesets
internal import StandardManifests
internal import TextMatching

/// Runbook files as text.
public enum RunbookFile {
  /// Everything that `wct check` would report about a runbook's text, sorted by place.
  ///
  /// `name` stands for the path: child runbooks are looked up beside it. `variables` are what `${NAME}` sees.
  public static func check(text: String, name: String, variables: [String: String] = [:]) -> [Diagnostic] {
    let options = CompilerOptions(
      catalog: .standard,
      rulesets: RulesetLibrary(directories: [], checkPattern: { RegularExpression.fault(inPython: $0) }),
      environment: Environment(process: variables))
    return Compiler(options).compile(text: Array(text.utf8), name: name, goal: .check).diagnostics
  }
}
