// Compiling a runbook from a program.
internal import CanonicalJSON
internal import ComponentKit
public import Diagnostics
internal import EnvironmentFiles
internal import ExecutionPlan
internal import RunbookCompiler
internal import Rulesets
internal import StandardManifests
internal import TextMatching

/// A runbook that compiled: an execution plan, ready to run or to be written to a file.
public struct CompiledPlan: Sendable {
  /// The plan file's bytes: canonical JSON.
  public let bytes: [UInt8]
  /// The digest of what the plan means, `sha256:` and 64 hex digits.
  public let id: String
  /// Warnings, sorted by place.
  public let warnings: [Diagnostic]
}

/// Why a runbook did not compile: every error that it has.
public struct CompilationError: Error, Sendable, CustomStringConvertible {
  /// All diagnostics, sorted by place.
  public let diagnostics: [Diagnostic]
  /// The files that they point into.
  public let sources: SourceCollection

  /// The diagnostics as `wct check` shows them.
  public var description: String {
    let renderer = TextRenderer(sources: sources)
    return diagnostics.map { renderer.render($0) }.joined(separator: "\n")
  }
}

extension Runbook {
  /// Compiles this runbook against the built-in components.
  ///
  /// `variables` are what `${NAME}` in the runbook's values sees; the process's environment is not read.
  /// `rulesets` are directories of rulesets by provider name, as `--rulesets NAME=DIR` takes them.
  /// - Throws: ``CompilationError`` with every error of the runbook.
  public func compile(
    variables: [String: String] = [:], rulesets: [String: String] = [:]
  ) throws(CompilationError) -> CompiledPlan {
    try CompiledPlan.compile(variables: variables, rulesets: rulesets) { compiler in
      compiler.compile(text: Array(text.utf8), name: name, goal: .plan)
    }
  }

  /// Compiles the runbook file at a path against the built-in components.
  ///
  /// - Throws: ``CompilationError`` with every error of the runbook, or why it can't be read.
  public static func compile(
    contentsOf path: String, variables: [String: String] = [:], rulesets: [String: String] = [:]
  ) throws(CompilationError) -> CompiledPlan {
    try CompiledPlan.compile(variables: variables, rulesets: rulesets) { compiler in
      compiler.compile(path: path, goal: .plan)
    }
  }
}

extension CompiledPlan {
  fileprivate static func compile(
    variables: [String: String], rulesets: [String: String], _ compile: (Compiler) -> CompilationResult
  ) throws(CompilationError) -> CompiledPlan {
    let directories = rulesets.sorted { $0.key < $1.key }.map { (name: $0.key, path: $0.value) }
    let result = compile(
      Compiler(
        CompilerOptions(
          catalog: .standard,
          rulesets: RulesetLibrary(
            directories: directories, checkPattern: { RegularExpression.fault(inPython: $0) }),
          environment: Environment(process: variables))))
    guard let plan = result.plan else {
      throw CompilationError(diagnostics: result.diagnostics, sources: result.sources)
    }
    return CompiledPlan(bytes: plan.bytes, id: plan.id.description, warnings: result.diagnostics)
  }
}
