// Hands over to `wct-exec`, the machine beside this program, as git does with its subcommands.
internal import CommandSupport
internal import Diagnostics
internal import SystemFiles

enum Machine {
  /// Becomes `wct-exec` with these arguments; gives the error to leave with when that fails.
  static func become(_ arguments: [String]) -> ProgramError {
    guard let program = ProgramLocation.beside("wct-exec") else {
      return ProgramError(
        .missingProgram, "wct-exec is not beside wct", notes: ["install both programs in one directory"],
        leaving: .failed)
    }
    let error = ProgramLocation.become(program, arguments: arguments)
    return ProgramError(.missingProgram, error.description, leaving: .failed)
  }
}
