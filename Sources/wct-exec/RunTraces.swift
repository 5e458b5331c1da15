// Writes what `--trace` and `--openlineage` ask for, once a run has ended in any way.
internal import CommandSupport
internal import Diagnostics
internal import Reports
internal import SystemFiles

enum RunTraces {
  static func write(_ report: RunReport, _ options: RunOutputOptions) throws {
    do {
      if let path = options.trace { try TraceExporter.export(report, to: path) }
      if let path = options.openlineage {
        try LineageExporter.export(report, version: ToolchainVersion.text, to: path)
      }
    } catch let error as SystemError {
      throw ProgramError(.unwritableFile, error.description, leaving: .failed)
    }
  }
}
