// Where the log of a run goes, and in which form.
internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Logging
internal import SystemFiles

extension LogForm: ExpressibleByArgument {}

struct LogOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Append a log of the run to a file.", valueName: "FILE"))
  var logFile: String?

  @Option(
    help: ArgumentHelp(
      "The form of the log (text or json); without --log-file it takes the place of progress on standard error."
    ))
  var logFormat: LogForm?

  /// Whether the log takes the place of what is shown.
  var isShown: Bool { logFile == nil && logFormat != nil }

  /// What writes the log; nil where none was asked for.
  ///
  /// - Throws: `ProgramError` when the file can't be written.
  func handler(_ level: LogLevel) throws -> LineLogHandler? {
    guard logFile != nil || logFormat != nil else { return nil }
    guard let logFile else {
      return LineLogHandler(logFormat ?? .text, level: Self.level(level)) { _ = Terminal.error.write($0) }
    }
    do {
      let file = LogFile(try FileDescriptor(opening: logFile, .append))
      return LineLogHandler(logFormat ?? .text, level: Self.level(level)) { file.write($0) }
    } catch {
      throw ProgramError(.unwritableFile, "the log can't be written: \(error)", leaving: .usage)
    }
  }

  private static func level(_ level: LogLevel) -> Logger.Level {
    switch level {
    case .debug: .debug
    case .info: .info
    case .warning: .warning
    case .error: .error
    }
  }
}

/// A file that lines are appended to, each in one write. A full disk costs lines of the log, not the run.
private final class LogFile: Sendable {
  private let file: FileDescriptor

  init(_ file: consuming FileDescriptor) { self.file = file }

  func write(_ line: [UInt8]) { try? file.write(line) }
}
