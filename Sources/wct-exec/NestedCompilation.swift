// Compiles a runbook that an artifact holds, with the `wct` beside this program.
internal import CanonicalJSON
internal import CommandSupport
internal import ComponentKit
internal import EnvironmentFiles
internal import ExecutionPlan
internal import PlanMachine
internal import RunHistory
internal import RunStore
internal import StandardManifests
internal import SystemFiles

/// One compilation, in a directory of the store that goes away afterwards.
///
/// The directory lies in the store so that the configuration and the policies of the project are found from there.
struct NestedCompilation {
  /// Error lines of the compiler that a failure quotes.
  private static let quotedErrors = 3
  /// Seconds that compiling may take: as long as the run, but never so short that a slow machine can't, or for ever.
  private static let timeLimits = 30.0...600.0
  private static let defaultDepth = RunConfiguration.defaultMaximumChildDepth

  let store: RunStore
  let request: NestedRequest
  /// Asked now and then while the compiler runs.
  let isCancelled: () -> Bool

  /// The plan, verified, and its bytes.
  func compile() throws -> (VerifiedPlan, [UInt8]) {
    let bytes = try inScratch { directory in
      let source = PathText.join(directory, "runbook.yaml")
      let target = PathText.join(directory, "plan.json")
      // JSON is YAML, and the canonical writer's escapes are those that YAML knows too.
      try writeFile(source, JSONWriter.bytes(of: .object(runbook(in: directory))), permissions: 0o600)
      try compile(source, to: target)
      return try readFile(target, limit: LoadedPlan.sizeLimit)
    }
    do {
      let verified = try PlanVerifier.verify(Plan.decode(bytes), catalog: .standard)
      try checkDepth(verified.plan)
      return (verified, bytes)
    } catch let error as PlanError {
      throw NestedFailure("the runbook compiles to a plan that is refused: \(error)")
    }
  }

  private func compile(_ source: String, to target: String) throws {
    guard let compiler = ProgramLocation.beside("wct") else {
      throw NestedFailure("wct is not beside wct-exec, and only it can compile a runbook")
    }
    var arguments = [
      "compile", source, "-o", target, "--store", store.directory, "--quiet", "--color", "never",
    ]
    for file in request.options.environmentFiles { arguments += ["--env-file", file] }
    let (least, most) = (Self.timeLimits.lowerBound, Self.timeLimits.upperBound)
    let limit = min(max(request.limits.timeout ?? most, least), most)
    let process = FedProcess(
      program: compiler, arguments: arguments, environment: Self.variables, input: [], outputLimit: 1 << 20,
      seconds: limit)
    let ending = try process.run(isCancelled)
    switch ending.end {
    case .exited(0): return
    case .cancelled: throw CancellationError()
    case .overdue: throw NestedFailure("the runbook was not compiled after \(limit) s")
    case .exited, .tooLong:
      throw NestedFailure("the runbook does not compile: \(Self.errors(ending.error))")
    }
  }

  /// Those of this process: the compiler sees what the run sees.
  private static var variables: [String] {
    let environment = Environment.ofProcess()
    return environment.names.map { "\($0)=\(environment[$0] ?? "")" }
  }

  /// The first errors, each its first line: places in a file that is gone say nothing.
  private static func errors(_ said: [UInt8]) -> String {
    let lines = String(decoding: said, as: UTF8.self).split(separator: "\n")
    let errors = lines.filter { $0.hasPrefix("error") }
    let quoted = (errors.isEmpty ? lines : errors).prefix(quotedErrors).joined(separator: "; ")
    return errors.count > quotedErrors ? "\(quoted); and \(errors.count - quotedErrors) more" : quoted
  }

  // MARK: - Limits

  /// The runbook with what is left of the depth, and with a place where its children are looked for.
  private func runbook(in directory: String) -> JSONObject {
    var runbook = request.runbook
    var configuration = runbook["config"]?.objectValue ?? JSONObject()
    let own = configuration["max_child_depth"]?.integerValue ?? Self.defaultDepth
    configuration["max_child_depth"] = .integer(max(1, min(own, request.limits.maximumDepth)))
    let paths = (configuration["template_paths"]?.arrayValue ?? []).compactMap(\.stringValue)
    // A runbook names directories relative to itself only.
    let places = origins.flatMap { origin in [origin] + paths.map { PathText.join(origin, $0) } }
    configuration["template_paths"] = .array(
      places.filter { (try? FileStatus.of($0))?.kind == .directory }.map {
        .string(RelativePath.from(directory, to: $0))
      })
    runbook["config"] = .object(configuration)
    return runbook
  }

  /// Where children are looked for: beside the runbook that holds the `execute`, then where relative paths begin.
  private var origins: [String] {
    let base = request.options.baseDirectory
    guard let path = runbookPath else { return [base] }
    // It was named from the working directory, which may be another one now.
    let named = PathText.join(currentDirectory(), path)
    let file = (try? FileStatus.of(named)) == nil ? PathText.join(base, path) : named
    let beside = PathText.parent(of: file)
    return beside == base ? [base] : [beside, base]
  }

  /// The file of the runbook that the outermost run was compiled from; nil where a plan was run.
  private var runbookPath: String? {
    var next: RunID? = request.parent.run
    // A run within a run has no file; the depth of runbooks bounds the way up.
    for _ in 0..<1_000 {
      guard let run = next, let record = try? store.find(run.text).record else { return nil }
      if let path = record.runbookPath { return path }
      next = record.parent?.run
    }
    return nil
  }

  /// A depth of nothing can't be written in a runbook, so it is looked for in the plan.
  private func checkDepth(_ plan: Plan) throws(NestedFailure) {
    guard request.limits.maximumDepth == 0 else { return }
    let tooDeep = plan.instructions.first { instruction in
      if case .execute = instruction.operation { return true }
      let parts = instruction.id.text.split(separator: "/")
      return parts.count > 2 || (parts.count == 2 && parts[1] != "source")
    }
    guard let tooDeep else { return }
    throw NestedFailure(
      "'\(tooDeep.id)' nests deeper than the runbook that executes it allows (max_child_depth)")
  }

  // MARK: - Files

  /// Hands over a new directory, and removes it with the files in it.
  private func inScratch<Result>(_ body: (String) throws -> Result) throws -> Result {
    let directory = PathText.join(store.directory, "tmp/nested.\(RunID.random().text)")
    try makeDirectory(directory, permissions: 0o700)
    defer {
      for entry in (try? listDirectory(directory)) ?? [] {
        if let name = entry.text { try? removeFile(PathText.join(directory, name)) }
      }
      removeDirectory(directory)
    }
    return try body(directory)
  }
}
