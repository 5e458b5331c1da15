// The options that decide how diagnostics are shown.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics

extension ColorChoice: ExpressibleByArgument {}
extension LogLevel: ExpressibleByArgument {}

enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

struct OutputOptions: ParsableArguments {
  @Option(help: "When to colour.")
  var color: ColorChoice = .auto

  @Option(help: "How to show diagnostics.")
  var format: DiagnosticFormat = .text

  @Flag(help: "The same as --format json.")
  var json = false

  @Flag(name: .shortAndLong, help: "Show errors only.")
  var quiet = false

  var effectiveFormat: DiagnosticFormat { json ? .json : format }

  /// Shows what was found; text goes to `terminal`, JSON always to standard output.
  func show(_ reports: [DiagnosticReport], on terminal: Terminal) {
    switch effectiveFormat {
    case .json:
      Terminal.output.write(JSONRenderer.document(reports).canonicalText + "\n")
    case .text:
      for report in reports {
        let renderer = TextRenderer(
          sources: report.sources, isColoured: terminal.isColoured(color), width: terminal.width)
        for diagnostic in report.diagnostics where !quiet || diagnostic.severity == .error {
          terminal.write(renderer.render(diagnostic) + "\n")
        }
      }
    }
  }
}
