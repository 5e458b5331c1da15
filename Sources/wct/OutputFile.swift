// Where a command's result goes: a file, or standard output.
internal import ArgumentParser
internal import CommandSupport
internal import SystemFiles

enum OutputFile {
  /// Writes to a file, or to standard output where there is none or it is `-`; leaves when that fails.
  static func write(_ bytes: [UInt8], to file: String?) throws {
    guard let file, file != "-" else {
      guard Terminal.output.write(bytes) else { throw ExitStatus.failed.exitCode }
      return
    }
    do {
      try writeFile(file, bytes)
    } catch {
      throw ProgramError(writing: error)
    }
  }
}
