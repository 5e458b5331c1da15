// Every fix that a diagnostic of a fixture offers resolves it, and breaks nothing.
import Diagnostics
import RunbookCompiler
import TestSupport
import Testing

struct FixItTests {
  static let fixtures =
    FixtureFile.all(in: "err", suffix: ".yaml") + GoldenFixtureTests.projects

  @Test(arguments: fixtures)
  func resolves(_ file: FixtureFile) throws {
    let bytes = file.bytes() ?? []
    let setup = FixtureSetup(String(decoding: bytes, as: UTF8.self))
    let compiler = FixtureCompilation.compiler(setup)
    let before = compiler.compile(path: file.absolutePath, goal: setup.goal)
    let syntaxErrors = Self.count("WCT1", before.diagnostics)
    for diagnostic in before.diagnostics where Self.path(of: diagnostic, in: before) == file.absolutePath {
      for fix in diagnostic.fixes {
        let fixed = Self.applied(fix.edits, to: bytes)
        let after = compiler.compile(text: fixed, name: file.absolutePath, goal: setup.goal)
        #expect(Self.count("WCT1", after.diagnostics) <= syntaxErrors, "\(fix.message) breaks the file")
        let old = Self.same(diagnostic, in: before)
        #expect(Self.same(diagnostic, in: after) < old, "\(fix.message) leaves: \(diagnostic.message)")
      }
    }
  }

  /// Some fixture offers a fix, so the test above tests something.
  @Test func someOffer() {
    let compiler = FixtureCompilation.compiler()
    let counts = Self.fixtures.map { file in
      compiler.compile(path: file.absolutePath, goal: .plan).diagnostics.reduce(0) { $0 + $1.fixes.count }
    }
    #expect(counts.reduce(0, +) > 30)
  }

  /// The edits of one file in its text, the last first so that offsets stay true.
  private static func applied(_ edits: [SourceEdit], to bytes: [UInt8]) -> [UInt8] {
    var fixed = bytes
    for edit in edits.sorted(by: { $0.span.start > $1.span.start }) {
      fixed.replaceSubrange(edit.span.start..<edit.span.end, with: Array(edit.replacement.utf8))
    }
    return fixed
  }

  private static func path(of diagnostic: Diagnostic, in result: CompilationResult) -> String? {
    diagnostic.span.map { result.sources[$0.source].name }
  }

  private static func count(_ prefix: String, _ diagnostics: [Diagnostic]) -> Int {
    diagnostics.count { $0.rule.code.hasPrefix(prefix) }
  }

  private static func same(_ diagnostic: Diagnostic, in result: CompilationResult) -> Int {
    result.diagnostics.count { $0.rule == diagnostic.rule && $0.message == diagnostic.message }
  }
}
