// Where the results of a run are written.
internal import Reports
internal import RunHistory
internal import SystemFiles

/// The results file of one run.
struct ResultsFile {
  let path: String

  /// Writes the results and gives their place.
  static func write(_ report: RunReport, _ options: RunOutputOptions) throws -> ResultsFile {
    let path = try place(report, options)
    try makeDirectory(PathText.parent(of: path), isDurable: true)
    removeLeftovers(of: path)
    try JSONExporter.export(report, to: path)
    return ResultsFile(path: path)
  }

  /// `-o FILE` relative to the output directory, else a name made of the time of the run's start.
  private static func place(_ report: RunReport, _ options: RunOutputOptions) throws -> String {
    let directory = PathText.lexicallyClean(options.outputDir)
    if let file = options.output { return PathText.join(directory, file) }
    let stamp = report.run.startedAt.compactText
    let path = PathText.join(directory, "\(stamp)_analysis_results.json")
    // Another run of the same second keeps its file.
    guard (try? FileStatus.of(path, followingLinks: false)) != nil else { return path }
    return PathText.join(directory, "\(stamp)_\(report.run.id)_analysis_results.json")
  }
}

extension Timestamp {
  /// `YYYYMMDDHHMMSS`, UTC.
  var compactText: String { String(text.prefix(19).filter(\.isNumber)) }
}
