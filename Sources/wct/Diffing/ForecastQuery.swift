// What a plan would do with a store, asked of the machine beside this program: `wct` links no database.
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics
internal import PlanDifferences
internal import SystemFiles

/// Asks `wct-exec forecast`.
struct ForecastQuery {
  let store: String
  /// `auto`, `off` or a run; nil: what the machine does by itself.
  let reuse: String?
  /// The directory that relative paths begin at; nil: the working directory.
  let baseDirectory: String?

  /// The forecast for a plan.
  ///
  /// - Throws: ``ProgramError`` when the machine can't say; its own words were shown.
  func forecast(_ plan: ComparedPlan) throws -> RunForecast {
    let (result, forecast) = try ask(plan)
    guard result.code == 0 else {
      // The machine has said it in the form of this toolchain.
      Terminal.error.write(result.error)
      throw (ExitStatus(rawValue: result.code ?? ExitStatus.failed.rawValue) ?? .failed).exitCode
    }
    guard let forecast else {
      throw ProgramError(
        .forecastFailed, "wct-exec gave a forecast that this wct can't read",
        notes: ["install both programs in one version"], leaving: .failed)
    }
    return forecast
  }

  /// The same for a plan that need not be fit to run here any more; nil where the machine can't say.
  func forecastIfAny(_ plan: ComparedPlan) -> RunForecast? { try? ask(plan).forecast }

  private func ask(_ plan: ComparedPlan) throws -> (result: CapturedCommand, forecast: RunForecast?) {
    let scratch = try Self.scratchDirectory()
    let path = PathText.join(scratch.path, "plan.json")
    do {
      try writeFile(path, plan.bytes, permissions: 0o600, isDurable: false)
    } catch {
      throw ProgramError(writing: error)
    }
    let result = try run(arguments(path, plan))
    guard result.code == 0, let value = try? JSONReader.read(result.output) else { return (result, nil) }
    return (result, RunForecast(value))
  }

  private static func scratchDirectory() throws -> ScratchDirectory {
    do {
      let scratch = try ScratchDirectory()
      ScratchGuard.protect(scratch.path)
      return scratch
    } catch {
      throw ProgramError(writing: error)
    }
  }

  private func arguments(_ path: String, _ plan: ComparedPlan) -> [String] {
    var arguments = ["forecast", path, "--store", store, "--json"]
    if let reuse { arguments += ["--reuse", reuse] }
    if let baseDirectory { arguments += ["--base-dir", baseDirectory] }
    if let runbook = plan.runbook { arguments += ["--runbook", runbook] }
    return arguments + plan.environmentFiles.flatMap { ["--env-file", $0] }
  }

  private func run(_ arguments: [String]) throws -> CapturedCommand {
    guard let program = ProgramLocation.beside("wct-exec") else {
      throw ProgramError(
        .missingProgram, "wct-exec is not beside wct", notes: ["install both programs in one directory"],
        leaving: .failed)
    }
    do {
      return try CapturedCommand.run(program, arguments)
    } catch {
      throw ProgramError(.missingProgram, error.description, leaving: .failed)
    }
  }
}
