// Texts that no message may show, and a quick way to find which of them stand in one. Does not hide them.
internal import Diagnostics

/// A secret that stands in a runbook, where anybody can read it, but not in what is said about the runbook.
struct LiteralSecret: Sendable {
  let span: SourceSpan
  /// The secret itself, or the defaults of variables.
  let texts: [String]
}

/// Secrets by their first bytes, so that thousands of them cost no more for each message than one.
struct KnownSecrets: Sendable {
  /// Shorter ones would hide half of every message.
  static let shortest = 6

  private var textsByBeginning: [UInt64: [String]] = [:]

  init(_ texts: some Sequence<String>) {
    for text in Set(texts).sorted() {
      guard let beginning = Self.beginning(of: text.utf8[...]) else { continue }
      textsByBeginning[beginning, default: []].append(text)
    }
  }

  var isEmpty: Bool { textsByBeginning.isEmpty }

  /// The secrets that may stand in anything that a diagnostic says.
  func candidates(in diagnostic: Diagnostic) -> [String] {
    var texts = [diagnostic.message, diagnostic.annotation ?? ""] + diagnostic.notes
    texts += (diagnostic.labels + diagnostic.flow).map(\.message)
    texts += diagnostic.provenance.steps.map(\.message)
    texts += diagnostic.fixes.flatMap { [$0.message] + $0.edits.map(\.replacement) }
    return texts.flatMap(candidates)
  }

  private func candidates(in text: String) -> [String] {
    var found: [String] = []
    var rest = text.utf8[...]
    while let beginning = Self.beginning(of: rest) {
      found += textsByBeginning[beginning] ?? []
      rest = rest.dropFirst()
    }
    return found
  }

  /// The first bytes as a number; nil when there are fewer.
  private static func beginning(of text: Substring.UTF8View) -> UInt64? {
    var count = 0
    let number = text.prefix(shortest).reduce(UInt64(0)) { number, byte in
      count += 1
      return number << 8 | UInt64(byte)
    }
    return count == shortest ? number : nil
  }
}
