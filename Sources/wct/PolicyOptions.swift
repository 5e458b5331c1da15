// The option that names policy files, shared by the subcommands that compile.
internal import ArgumentParser
internal import ComponentKit
internal import Diagnostics
internal import FlowPolicies
internal import StandardManifests
internal import SystemFiles

struct PolicyOptions: ParsableArguments {
  @Option(
    name: .customLong("policy"),
    help: ArgumentHelp("A file of rules that runbooks must keep (repeatable).", valueName: "FILE"))
  var files: [String] = []

  /// The policies that could be read, and what there is to say about their files.
  func load() -> LoadedPolicies {
    var loaded = LoadedPolicies()
    for file in files {
      do {
        let (document, report) = try PolicyDocument.load(file, catalog: .standard)
        loaded.documents += [document].compactMap(\.self)
        if !report.diagnostics.isEmpty { loaded.reports.append(report) }
      } catch {
        loaded.isUnreadable = true
        let diagnostic = Diagnostic(.unreadableFile, error.description, at: nil, path: file)
        loaded.reports.append(
          DiagnosticReport(diagnostics: [diagnostic], sources: SourceCollection(), path: file))
      }
    }
    return loaded
  }
}

/// What came of reading the policy files.
struct LoadedPolicies {
  var documents: [PolicyDocument] = []
  var reports: [DiagnosticReport] = []
  var isUnreadable = false
}
