// The canonical layout of the files in Fixtures/fmt: adding a case is adding `x.yaml` and `x.out`.
import Diagnostics
import RunbookFormatter
import TestSupport
import Testing

@Suite struct FormatGoldenTests {
  static let cases = FixtureFile.all(in: "fmt", suffix: ".yaml")

  @Test(arguments: cases) func laysOut(_ file: FixtureFile) throws {
    let text = try #require(Formatted(file.bytes() ?? []).text)
    if let mismatch = GoldenFile(file.sibling(".out")).mismatch(text) {
      Issue.record(Comment(rawValue: mismatch))
    }
  }

  @Test(arguments: cases) func isIdempotent(_ file: FixtureFile) throws {
    let text = try #require(Formatted(file.bytes() ?? []).text)
    #expect(Formatted(text).isUnchanged)
  }

  @Test func findsCases() { #expect(Self.cases.count >= 8) }
}

/// One file as it is laid out.
struct Formatted {
  let result: FormatResult
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    result = CanonicalLayout.format(bytes, name: "t.yaml")
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  /// The new text, or the old one where it stays; nil when the file can't be laid out.
  var text: [UInt8]? {
    switch result.outcome {
    case .unchanged: bytes
    case .changed(let text): text
    case .refused, .broken: nil
    }
  }

  var isUnchanged: Bool { if case .unchanged = result.outcome { true } else { false } }

  var isBroken: Bool { if case .broken = result.outcome { true } else { false } }

  /// The codes of what keeps the file from being laid out.
  var refusals: [String] {
    if case .refused(let diagnostics) = result.outcome { diagnostics.map(\.rule.code) } else { [] }
  }
}
