// Recognises runbooks of the older format, so that one diagnostic stands for all of their unknown fields.
import Diagnostics
import YAMLReader

/// The sections of the older format (the Waivern Compliance Framework's before artifacts).
package enum OlderSection: String, Sendable, CaseIterable {
  case connectors, analysers, execution

  /// The section that a key names, in either spelling.
  package init?(key: String) {
    self.init(rawValue: key == "analyzers" ? "analysers" : key)
  }
}

extension RunbookParser {
  /// Reports a runbook that holds the older sections and no artifacts.
  ///
  /// - Returns: Whether it is one.
  mutating func reportThreeSections(_ root: YAMLNode) -> Bool {
    guard entry(of: RunbookField.artifacts, in: root) == nil else { return false }
    let sections = root.entries.filter {
      $0.value.kind == .sequence && $0.key.text.utf8.count <= 10 && OlderSection(key: $0.key.text) != nil
    }
    let isOlder = sections.contains { $0.key.text == "execution" } || sections.count >= 2
    guard isOlder, let first = sections.first else { return false }
    let labels = sections.dropFirst().map { DiagnosticLabel("and here", at: $0.key.span) }
    report(
      .threeSectionFormat, "this runbook is written in the older format of three sections",
      at: first.key.span, labels: labels, notes: ["'wct migrate FILE' writes it anew, in artifacts"])
    return true
  }
}
