// Turns typed errors into a message on standard error and a documented exit code.
internal import ArgumentParser
internal import CommandSupport
internal import EnvironmentFiles
internal import ExecutionPlan
internal import PlanMachine

enum Failure {
  /// Shows what went wrong and gives the code to leave with.
  static func leave(_ message: String, _ status: ExitStatus) -> ExitCode {
    Terminal.error.write("error: \(message)\n")
    return status.exitCode
  }

  static func leave(_ error: StoreError) -> ExitCode { leave(error.description, status(of: error)) }

  static func leave(_ error: PlanError) -> ExitCode { leave("refused: \(error)", .refused) }

  static func leave(_ error: MachineError) -> ExitCode {
    leave(error.description, error.storeError.map(status) ?? .failed)
  }

  static func leave(_ error: EnvironmentFileError) -> ExitCode {
    leave(error.description, error.line == nil ? .usage : .failed)
  }

  private static func status(of error: StoreError) -> ExitStatus {
    switch error.code {
    case .held, .newer: .refused
    case .missing, .ambiguous: .usage
    case .inputOutput, .diskFull, .damaged: .failed
    }
  }
}
