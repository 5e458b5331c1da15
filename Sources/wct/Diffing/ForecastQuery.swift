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

  /// The forecast for a plan.
  ///
  /// - Throws: ``ProgramError`` when the machine can't say, with its own words.
  func forecast(_ plan: [UInt8]) throws -> RunForecast {
    let scratch = try Self.scratchDirectory()
    let path = PathText.join(scratch.path, "plan.json")
    do {
      try writeFile(path, plan, permissions: 0o600, isDurable: false)
    } catch {
      throw ProgramError(writing: error)
    }
    return try ask(path)
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

  private func ask(_ plan: String) throws -> RunForecast {
    guard let program = ProgramLocation.beside("wct-exec") else {
      throw ProgramError(
        .missingProgram, "wct-exec is not beside wct", notes: ["install both programs in one directory"],
        leaving: .failed)
    }
    let arguments =
      ["forecast", plan, "--store", store] + (reuse.map { ["--reuse", $0] } ?? []) + ["--json"]
    let result: CapturedCommand
    do {
      result = try CapturedCommand.run(program, arguments)
    } catch {
      throw ProgramError(.missingProgram, error.description, leaving: .failed)
    }
    guard result.code == 0 else {
      // The machine has said it in the form of this toolchain.
      Terminal.error.write(result.error)
      throw (ExitStatus(rawValue: result.code ?? ExitStatus.failed.rawValue) ?? .failed).exitCode
    }
    guard let value = try? JSONReader.read(result.output), let forecast = RunForecast(value) else {
      throw ProgramError(
        .forecastFailed, "wct-exec gave a forecast that this wct can't read",
        notes: ["install both programs in one version"], leaving: .failed)
    }
    return forecast
  }
}
