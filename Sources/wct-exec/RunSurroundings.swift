// What a run sees from outside: where paths begin, and the variables.
internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import EnvironmentFiles
internal import RunHistory
internal import SystemFiles

/// The directory that relative paths begin at.
enum BaseDirectory {
  /// The one that was asked for, else the working directory; it must be there.
  static func absolute(_ option: String?) throws -> String {
    let path = PathText.join(currentDirectory(), option ?? ".")
    guard (try? FileStatus.of(path))?.kind == .directory else {
      throw ProgramError(
        .missingDirectory, "--base-dir: there is no directory '\(path)'", leaving: .usage)
    }
    return path
  }
}

/// What `--cost-limit` takes.
enum CostLimit {
  static func check(_ option: Double?) throws {
    guard let option else { return }
    guard option.isFinite, option >= 0 else {
      throw ValidationError("--cost-limit takes a number that is not negative")
    }
  }
}

extension RunOptions {
  /// The process's variables over those of the files.
  func environment() throws -> Environment {
    var environment = Environment.ofProcess()
    do {
      for file in environmentFiles { try environment.load(file: file) }
    } catch {
      throw ProgramError(error)
    }
    return environment
  }
}
