// Runs the passes over one runbook, in the order of one list.
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax

/// One step of a compilation: it reads the model, reports what is wrong, and goes on.
struct Pass: Sendable {
  let name: String
  /// The passes whose results it builds on.
  let requires: [String]
  let run: @Sendable (inout Compilation) -> Void
}

/// Compiles runbooks.
package struct Compiler: Sendable {
  /// What a compilation is asked for.
  package enum Goal: Sendable {
    /// Diagnostics only.
    case check
    /// A plan too.
    case plan
  }

  /// All passes but the loading of the first file, in order.
  static let passes: [Pass] = [
    Pass(name: "substitute-environment", requires: []) { $0.substituteEnvironment() },
    Pass(name: "flatten-child-runbooks", requires: ["substitute-environment"]) { $0.flattenChildRunbooks() },
    Pass(name: "resolve-references", requires: ["flatten-child-runbooks"]) { $0.resolveReferences() },
    Pass(name: "detect-cycles", requires: ["resolve-references"]) { $0.detectCycles() },
    Pass(name: "check-components", requires: ["flatten-child-runbooks"]) { $0.checkComponents() },
    Pass(name: "check-schemas", requires: ["detect-cycles", "check-components"]) { $0.checkSchemas() },
    Pass(name: "track-sensitivity", requires: ["detect-cycles", "check-components"]) {
      $0.trackSensitivity()
    },
    Pass(name: "check-flows", requires: ["check-schemas", "track-sensitivity"]) { $0.checkFlows() },
    Pass(name: "lint-runbook", requires: ["check-schemas"]) { $0.lintRunbook() },
  ]

  /// The names of the passes in the order in which they run, each with those that it builds on.
  package static var passOrder: [(name: String, requires: [String])] { passes.map { ($0.name, $0.requires) } }

  private let options: CompilerOptions

  package init(_ options: CompilerOptions) { self.options = options }

  /// The most bytes that a runbook may have.
  package var fileSizeLimit: Int { options.limits[.fileSize] }

  /// Compiles the runbook at a path.
  package func compile(path: String, goal: Goal) -> CompilationResult {
    var compilation = Compilation(options: options, goal: goal)
    let root = compilation.loadRoot(path)
    let (plan, map) = finish(&compilation, root)
    return CompilationResult(compilation, plan, map)
  }

  /// Compiles a runbook's text; `name` stands for its path.
  ///
  /// - Parameter resolvedPath: The path with its links resolved, where it is known already.
  package func compile(
    text: [UInt8], name: String, resolvedPath: String? = nil, goal: Goal
  ) -> CompilationResult {
    var compilation = Compilation(options: options, goal: goal)
    let root = compilation.parseRoot(text, name: name, resolvedPath: resolvedPath)
    let (plan, map) = finish(&compilation, root)
    return CompilationResult(compilation, plan, map)
  }

  /// Runs the passes.
  private func finish(
    _ compilation: inout Compilation, _ root: LoadedRunbook?
  ) -> (plan: EncodedPlan?, map: SourceMap?) {
    var encoded: EncodedPlan?
    var map: SourceMap?
    if let root {
      compilation.begin(with: root)
      // Refused at once: what was made until then would take its time to check, and says nothing of the whole.
      for pass in Self.passes where !compilation.isTooLarge { compilation.inspecting(pass.name, pass.run) }
      if compilation.goal == .plan, !compilation.sink.hasErrors,
        let plan = compilation.inspecting("lower-to-plan", { $0.lowerToPlan() })
      {
        encoded = compilation.inspecting("encode-plan") { _ in plan.encoded() }
        map = compilation.inspecting("map-sources") { $0.sourceMap() }
      }
    }
    compilation.completeReports()
    return (encoded, map)
  }
}
