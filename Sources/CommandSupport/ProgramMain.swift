// Runs a command line program and turns every way out into one of the documented exit codes.
package import ArgumentParser
internal import Diagnostics
internal import Glibc

/// The entry point that both programs share.
package enum ProgramMain {
  /// Parses the arguments, runs the command, and ends the process.
  ///
  /// - Parameter plainly: Gives the command of arguments that need no parser; nil for all others.
  package static func run<Root: ParsableCommand>(
    _ root: Root.Type, reading plainly: ([String]) -> (any ParsableCommand)? = { _ in nil }
  ) -> Never {
    ignoreBrokenPipes()
    var running: (any ParsableCommand.Type)?
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      var command = try plainly(arguments) ?? parse(arguments, as: root)
      running = type(of: command)
      try command.run()
      end(ExitStatus.done.rawValue)
    } catch let code as ExitCode {
      end(code.rawValue)
    } catch let error as ProgramError {
      Terminal.error.show(error.diagnostic, in: error.sources)
      end(error.status.rawValue)
    } catch {
      leave(root, error, running)
    }
  }

  /// Parses with the named subcommand's parser alone: making those of all takes longer than most checks.
  ///
  /// Whatever that one does not accept (wrong usage, requests for help) is parsed again with all of them, so that
  /// messages name the program, and there is one description of the options.
  private static func parse<Root: ParsableCommand>(
    _ arguments: [String], as root: Root.Type
  ) throws -> any ParsableCommand {
    try CommandWord.check(arguments, of: root)
    if let word = arguments.first, let own = CommandWord.command(named: word, of: root),
      own.configuration.subcommands.isEmpty,
      let command = try? own.parseAsRoot(Array(arguments.dropFirst())),
      // A request for help comes as another command, which would not know the program's name.
      type(of: command) == own
    {
      return command
    }
    return try root.parseAsRoot(arguments)
  }

  /// Help and version go to standard output with code 0, wrong usage to standard error with code 2.
  ///
  /// - Parameter running: The command that was under way; nil when there was none yet.
  private static func leave<Root: ParsableCommand>(
    _ root: Root.Type, _ error: any Error, _ running: (any ParsableCommand.Type)?
  ) -> Never {
    let text = root.fullMessage(for: error)
    if root.exitCode(for: error) == .success {
      Terminal.output.write(text.hasSuffix("\n") ? text : text + "\n")
      end(ExitStatus.done.rawValue)
    }
    let usage = WrongUsage(text, of: running.map { root.usageString(for: $0) })
    Terminal.error.show(Diagnostic(.wrongUsage, usage.message, at: nil, notes: usage.notes))
    end(ExitStatus.usage.rawValue)
  }

  /// Output that was lost is a failure even where the command itself succeeded.
  fileprivate static func end(_ code: Int32) -> Never {
    guard let failure = Terminal.lostOutput else { exit(code) }
    Terminal.error.show(Diagnostic(.lostOutput, failure, at: nil))
    exit(code == ExitStatus.done.rawValue ? ExitStatus.failed.rawValue : code)
  }
}

extension ExitStatus {
  /// Throw this to leave with the status.
  package var exitCode: ExitCode { ExitCode(rawValue) }

  /// Ends the process with this status, at once.
  package func leave() -> Never { ProgramMain.end(rawValue) }
}
