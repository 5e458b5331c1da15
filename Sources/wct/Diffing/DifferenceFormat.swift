// The forms in which differences are shown or written, as options name them.
internal import ArgumentParser
internal import CommandSupport
internal import PlanDifferences

/// How a difference is written.
enum DifferenceFormat: String, CaseIterable {
  case text, json, markdown, html

  func render(_ difference: PlanDifference, isColoured: Bool = false) -> [UInt8] {
    switch self {
    case .text: Array(TextDifferenceRenderer(isColoured: isColoured).render(difference).utf8)
    case .json: JSONDifferenceRenderer.render(difference)
    case .markdown: Array(MarkdownDifferenceRenderer().render(difference).utf8)
    case .html: Array(HTMLDifferenceRenderer.render(difference).utf8)
    }
  }
}

/// One `--format`: a form, and the file that it goes to.
struct DifferenceFormatRequest: ExpressibleByArgument {
  let format: DifferenceFormat
  /// Nil: standard output.
  let file: String?

  init(_ format: DifferenceFormat, file: String? = nil) {
    self.format = format
    self.file = file
  }

  /// Reads `FORMAT` or `FORMAT=FILE`.
  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let format = DifferenceFormat(rawValue: String(parts[0])) else { return nil }
    guard parts.count == 1 || !parts[1].isEmpty else { return nil }
    self.init(format, file: parts.count == 2 ? String(parts[1]) : nil)
  }

  static var allValueStrings: [String] { DifferenceFormat.allCases.map(\.rawValue) }
}

/// What makes `wct diff` fail.
enum DifferenceAlarm: String, CaseIterable {
  /// A reader of an output may stop working.
  case breaking
  /// Sensitive data may go where it did not.
  case sensitive
  /// The plans do different things.
  case any
  /// Names, descriptions or contacts differ.
  case metadata

  func isRaised(by difference: PlanDifference) -> Bool {
    switch self {
    case .breaking: difference.isBreaking
    case .sensitive: difference.flows.isWidened
    case .any: !difference.isEmpty && !difference.isMetadataOnly
    case .metadata: !difference.metadata.isEmpty
    }
  }
}
