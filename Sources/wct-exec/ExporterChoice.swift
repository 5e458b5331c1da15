// What `--exporter` asks for: a name, and where its file goes.
internal import ArgumentParser
internal import CommandSupport
internal import ComponentKit
internal import StandardManifests
internal import SystemFiles

/// One `--exporter NAME` or `--exporter NAME=FILE`.
struct ExporterChoice: Sendable, Hashable {
  let name: String
  /// Relative to the output directory; nil: beside the results.
  let file: String?

  init(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    name = parts.first ?? ""
    file = parts.count > 1 ? parts[1] : nil
  }

  /// Throws why choices can't be met.
  static func check(_ choices: [ExporterChoice], outputDirectory: String) throws {
    let known = ComponentCatalog.standard.manifests(.exporter).map(\.type)
    if let fault = UnknownName.fault("exporter", choices.map(\.name), known: known) {
      throw ValidationError(fault)
    }
    for choice in choices {
      guard let file = choice.file else { continue }
      guard !file.isEmpty else { throw ValidationError("--exporter \(choice.name)= takes a file") }
      guard choice.name != "json" else {
        throw ValidationError("the exporter json writes the results file, which --output names")
      }
      let path = PathText.join(outputDirectory, file)
      if (try? FileStatus.of(path).kind) == .directory || path.hasSuffix("/") {
        throw ValidationError("--exporter \(choice.name)= takes a file; '\(path)' is a directory")
      }
    }
  }
}
