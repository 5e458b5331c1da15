// Runs a command line program and turns every way out into one of the documented exit codes.
package import ArgumentParser
internal import Glibc

/// The entry point that both programs share.
package enum ProgramMain {
  /// Parses the arguments, runs the command, and ends the process.
  package static func run<Root: ParsableCommand>(_ root: Root.Type) -> Never {
    ignoreBrokenPipes()
    do {
      var command = try root.parseAsRoot()
      try command.run()
      end(ExitStatus.done.rawValue)
    } catch let code as ExitCode {
      end(code.rawValue)
    } catch {
      leave(root, error)
    }
  }

  /// Help and version go to standard output with code 0, wrong usage to standard error with code 2.
  private static func leave<Root: ParsableCommand>(_ root: Root.Type, _ error: any Error) -> Never {
    let isRequestedText = root.exitCode(for: error) == .success
    let text = root.fullMessage(for: error)
    let terminal = isRequestedText ? Terminal.output : Terminal.error
    terminal.write(text.hasSuffix("\n") ? text : text + "\n")
    end(isRequestedText ? ExitStatus.done.rawValue : ExitStatus.usage.rawValue)
  }

  /// Output that was lost is a failure even where the command itself succeeded.
  fileprivate static func end(_ code: Int32) -> Never {
    guard let failure = Terminal.lostOutput else { exit(code) }
    Terminal.error.write("error: \(failure)\n")
    exit(code == ExitStatus.done.rawValue ? ExitStatus.failed.rawValue : code)
  }
}

extension ExitStatus {
  /// Throw this to leave with the status.
  package var exitCode: ExitCode { ExitCode(rawValue) }

  /// Ends the process with this status, at once.
  package func leave() -> Never { ProgramMain.end(rawValue) }
}
