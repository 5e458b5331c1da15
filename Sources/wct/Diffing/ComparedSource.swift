// What is compared: a plan, a runbook, or either in a revision of the repository. Reads and compiles it.
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import GitRevisions
internal import PlanDifferences
internal import RunbookChecking
internal import SystemFiles

/// A plan that is compared, and what the machine wants to know besides to say how it would run.
struct ComparedPlan {
  let plan: ComparablePlan
  let bytes: [UInt8]
  /// The runbook that it was compiled from, where that is a file of the working directory.
  var runbook: String?
  /// The environment files that were read for it.
  var environmentFiles: [String] = []
}

/// One argument of `wct diff`.
struct ComparedSource {
  /// A file, or `REV:path`.
  let argument: String
  let compile: CompileOptions
  let earlierRuns: StoredRuns?
  /// How diagnostics are shown.
  let color: ColorChoice

  /// What came of reading it.
  enum Outcome {
    case plan(ComparedPlan)
    /// There are errors; they were shown.
    case broken(isUnreadable: Bool)
  }

  /// Reads or compiles it; shows what is wrong with it.
  ///
  /// - Throws: ``ProgramError`` where there is nothing to read, or a plan is none.
  func load() throws -> Outcome {
    // A file of such a name is meant before a revision.
    if (try? FileStatus.of(argument)) == nil, let wanted = RevisionPath(argument) {
      let checkout = try Self.checkOut(wanted)
      return try withExtendedLifetime(checkout) {
        try load(checkout.path, isTemporary: true) { checkout.named($0) }
      }
    }
    return try load(argument, isTemporary: false) { $0 }
  }

  private static func checkOut(_ wanted: RevisionPath) throws -> RevisionCheckout {
    do {
      return try RevisionCheckout(wanted, made: ScratchGuard.protect)
    } catch {
      throw ProgramError(error, wanted)
    }
  }

  private func load(
    _ path: String, isTemporary: Bool, _ named: (String) -> String
  ) throws -> Outcome {
    if let bytes = try PlanFile.bytes(at: path) {
      return .plan(
        ComparedPlan(plan: try comparable(PlanFile.decode(bytes, path: argument)), bytes: bytes))
    }
    let compilation = compile.planCompilation(path, earlierRuns: earlierRuns)
    guard let compiled = compilation.compiled else {
      let terminal = Terminal.error
      let text = DiagnosticFormat.text.render(
        compilation.reports.map(\.errorsOnly), isColoured: terminal.isColoured(color), width: terminal.width)
      terminal.write(named(text))
      let isUndefined = compilation.reports.contains {
        $0.diagnostics.contains { $0.rule == .undefinedVariable }
      }
      if isTemporary, isUndefined {
        terminal.write("note: a '.env' that git ignores is in no revision; name it with --env-file\n")
      }
      return .broken(isUnreadable: compilation.isUnreadable)
    }
    var compared = ComparedPlan(
      plan: try comparable(Plan.decode(compiled.plan.bytes)), bytes: compiled.plan.bytes)
    if !isTemporary {
      compared.runbook = path
      compared.environmentFiles = compiled.environmentFiles
    }
    return .plan(compared)
  }

  private func comparable(_ decoded: DecodedPlan) throws -> ComparablePlan {
    do {
      return try ComparablePlan(decoded, name: argument)
    } catch {
      throw ProgramError(
        code: error.code.rawValue, "refused: \(argument): \(error.message) (at \(error.pointer))",
        leaving: .refused)
    }
  }
}

extension ProgramError {
  /// What git could not give, as an error of this program.
  fileprivate init(_ fault: GitFault, _ wanted: RevisionPath) {
    switch fault {
    case .noGit:
      self.init(
        .gitMissing, "git is not installed, so '\(wanted)' can't be read",
        notes: ["install git, or compare two files"], leaving: .usage)
    case .noRepository:
      self.init(
        .noRepository,
        "'\(wanted)': there is no such file, and the working directory is in no git repository",
        notes: ["change to the repository's directory, or compare two files"], leaving: .usage)
    case .unknownRevision(let revision, let names):
      let hint = closest(to: revision, among: names).map { "did you mean '\($0)'?" }
      self.init(
        .unknownRevision, "'\(wanted)': there is no revision '\(revision)', and no file of that name",
        notes: [hint ?? "'git fetch' brings revisions that are only on the server"], leaving: .usage)
    case .unknownPath(let path, let revision, let hint):
      self.init(
        .unknownRevisionPath, "there is no file '\(path)' in '\(revision)'",
        notes: [
          hint.map { "did you mean '\(revision):\($0)'?" }
            ?? "the path begins at the top of the repository, or with './' in the working directory"
        ], leaving: .usage)
    case .unsafePath(let path):
      self.init(
        .unsafeRevisionPath, "'\(path)' names no file within the repository", leaving: .usage)
    case .tooLarge(let bytes, let limit):
      self.init(
        .revisionTooLarge,
        "the files that '\(wanted)' may refer to have \(bytes >> 20) MiB, and at most \(limit >> 20) MiB are read",
        notes: ["check the revision out with 'git worktree add', and compare the files"], leaving: .failed)
    case .failed(let text):
      self.init(.gitFailed, "'\(wanted)': \(text)", leaving: .failed)
    }
  }
}
