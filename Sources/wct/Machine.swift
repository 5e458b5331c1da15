// Hands over to `wct-exec`, the machine beside this program, as git does with its subcommands.
internal import ArgumentParser
internal import CommandSupport

enum Machine {
  /// Becomes `wct-exec` with these arguments; gives the code to leave with when that fails.
  static func become(_ arguments: [String]) -> ExitCode {
    guard let program = ProgramLocation.beside("wct-exec") else {
      Terminal.error.write("error: wct-exec is not beside wct; install both programs in one directory\n")
      return ExitStatus.failed.exitCode
    }
    let error = ProgramLocation.become(program, arguments: arguments)
    Terminal.error.write("error: \(error)\n")
    return ExitStatus.failed.exitCode
  }
}
