// The last step of a check: what baselines accept is taken away, or put into them.
internal import DiagnosticFilters
internal import Diagnostics
internal import SystemFiles

/// Applies the baselines of a whole check.
struct BaselinePass {
  /// A checked file, the baseline that is used for it, and what rules are set to there.
  struct Input {
    var file: CheckedFile
    let baseline: String?
    let severities: ReportFilter.Severities
  }

  /// What came of it.
  struct Outcome {
    /// The files as given, without what is accepted.
    var files: [CheckedFile]
    /// What there is to say about the baselines themselves.
    var settings: [CheckedFile] = []
    var remarks: [String] = []
    var hasFailed = false
  }

  private let isUpdating: Bool
  private var outcome: Outcome

  /// - Parameter isUpdating: Whether to write what was found into the baselines.
  static func apply(to inputs: [Input], isUpdating: Bool) -> Outcome {
    var pass = BaselinePass(isUpdating: isUpdating, outcome: Outcome(files: inputs.map(\.file)))
    var paths: [String] = []
    var groups: [String: [Int]] = [:]
    for (index, input) in inputs.enumerated() where input.file.outcome == .checked {
      guard let path = input.baseline else { continue }
      if groups[path] == nil { paths.append(path) }
      groups[path, default: []].append(index)
    }
    for path in paths {
      guard let group = groups[path], let first = group.first else { continue }
      pass.apply(path, to: group, inputs[first].severities)
    }
    return pass.outcome
  }

  private mutating func apply(_ path: String, to group: [Int], _ severities: ReportFilter.Severities) {
    let baseline: BaselineFile
    do {
      baseline = try BaselineFile(readingFrom: path)
    } catch {
      guard error.isMissing, isUpdating else {
        return outcome.settings.append(
          CheckedFile(setting: error.report, isUnreadable: error.isUnreadable))
      }
      baseline = BaselineFile(emptyAt: path)
    }
    let names = BaselineNames(baselineAt: path)
    var result = baseline.apply(to: reports(group), names: names, severities: severities)
    if isUpdating {
      guard let updated = write(result, to: path) else { return }
      result = updated.apply(to: reports(group), names: names, severities: severities)
    }
    for (index, report) in zip(group, result.reports) { outcome.files[index].report = report }
    if let stale = result.staleEntries {
      outcome.settings.append(CheckedFile(setting: stale, isUnreadable: false))
    }
  }

  private func reports(_ group: [Int]) -> [DiagnosticReport] { group.map { outcome.files[$0].report } }

  /// Writes a baseline, unless it says so already.
  ///
  /// - Returns: What was written, as it would be read; nil when that failed.
  private mutating func write(_ result: BaselineOutcome, to path: String) -> BaselineFile? {
    let bytes = result.updated.encoded
    do {
      if (try? readFile(path)) != bytes { try writeFile(path, bytes) }
      outcome.remarks.append(
        "wrote \(path): \(result.updated.count) in the baseline (\(result.newCount) new, "
          + "\(result.staleCount) removed)")
      return try BaselineFile(bytes, path: path)
    } catch let error as SystemError {
      outcome.settings.append(unwritable(path, error.description))
    } catch {
      outcome.settings.append(unwritable(path, "the baseline that was written can't be read: \(error)"))
    }
    outcome.hasFailed = true
    return nil
  }

  private func unwritable(_ path: String, _ message: String) -> CheckedFile {
    let problem = Diagnostic(.unwritableFile, message, at: nil, path: path)
    return CheckedFile(
      setting: DiagnosticReport(diagnostics: [problem], sources: SourceCollection(), path: path),
      isUnreadable: false)
  }
}
