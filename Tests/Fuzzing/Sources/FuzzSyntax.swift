// The runbook parser: any bytes give a syntax tree, or diagnostics inside the file.
internal import Diagnostics
internal import RunbookSyntax

enum FuzzSyntax {
  static func test(_ bytes: [UInt8]) {
    var sources = SourceCollection()
    var sink = DiagnosticSink()
    let runbook = parseRunbook(bytes: bytes, name: "input", sources: &sources, sink: &sink)
    precondition(runbook != nil || sink.hasErrors, "nothing was parsed, and nothing was said")
    CheckDiagnostics.check(sink.sorted, sources)
  }
}
