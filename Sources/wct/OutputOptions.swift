// The options that decide how diagnostics are shown.
internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import SystemFiles

extension ColorChoice: ExpressibleByArgument {}
extension LogLevel: ExpressibleByArgument {}

/// One `--format`: a format, and the file that it goes to.
struct FormatRequest: ExpressibleByArgument {
  let format: DiagnosticFormat
  /// Nil: standard output.
  let file: String?

  init(_ format: DiagnosticFormat, file: String? = nil) {
    self.format = format
    self.file = file
  }

  /// Reads `FORMAT` or `FORMAT=FILE`.
  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let format = DiagnosticFormat(rawValue: String(parts[0])) else { return nil }
    guard parts.count == 1 || !parts[1].isEmpty else { return nil }
    self.init(format, file: parts.count == 2 ? String(parts[1]) : nil)
  }

  static var allValueStrings: [String] { DiagnosticFormat.allCases.map(\.rawValue) }
}

struct OutputOptions: ParsableArguments {
  @Option(help: "When to colour.")
  var color: ColorChoice = .auto

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "How to show diagnostics, or which file to write them to (repeatable).", valueName: "format[=FILE]"))
  var formats: [FormatRequest] = []

  @Flag(help: "The same as --format json.")
  var json = false

  @Flag(name: .shortAndLong, help: "Show errors only.")
  var quiet = false

  mutating func validate() throws {
    guard requests.count(where: { $0.file == nil }) <= 1 else {
      throw ValidationError("only one --format goes to standard output; name a file for the others")
    }
  }

  private var requests: [FormatRequest] { formats + (json ? [FormatRequest(.json)] : []) }

  /// What is shown on the terminal; text where only files were asked for.
  var shownFormat: DiagnosticFormat { requests.first { $0.file == nil }?.format ?? .text }

  /// The directory that links begin from, where the terminal shows links.
  func linkDirectory(_ terminal: Terminal) -> String? {
    terminal.showsLinks(color) ? try? resolvePath(".") : nil
  }

  /// The formats that go to files.
  var fileRequests: [(format: DiagnosticFormat, path: String)] {
    requests.compactMap { request in request.file.map { (request.format, $0) } }
  }

  /// Shows what was found, and writes it to the files that were asked for.
  ///
  /// Text goes to `terminal`, other formats to standard output.
  func show(_ reports: [DiagnosticReport], on terminal: Terminal) throws {
    let target = shownFormat == .text || shownFormat == .short ? terminal : Terminal.output
    target.write(
      shownFormat.render(
        quiet ? reports.map(\.errorsOnly) : reports, isColoured: terminal.isColoured(color),
        width: terminal.width, linkDirectory: linkDirectory(terminal)))
    try writeFiles(reports)
  }

  /// Writes what was found to the files that were asked for.
  func writeFiles(_ reports: [DiagnosticReport]) throws {
    for request in requests {
      guard let file = request.file else { continue }
      do {
        try writeFile(file, Array(request.format.render(reports).utf8))
      } catch {
        throw ProgramError(writing: error)
      }
    }
  }
}

extension DiagnosticReport {
  var errorsOnly: DiagnosticReport {
    DiagnosticReport(diagnostics: diagnostics.filter { $0.severity == .error }, sources: sources, path: path)
  }
}
