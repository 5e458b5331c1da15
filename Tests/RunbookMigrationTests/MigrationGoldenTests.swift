// Runbooks of older formats: `Fixtures/migrate/x.yaml` becomes `x.out`, and `x.err` is said about it.
import Diagnostics
import RunbookMigration
import StandardManifests
import TestSupport
import Testing

@Suite struct MigrationGoldenTests {
  static let cases = FixtureFile.all(in: "migrate", suffix: ".yaml")

  @Test(arguments: cases) func migrates(_ file: FixtureFile) {
    let result = Self.migrate(file.bytes() ?? [], file.path)
    let renderer = TextRenderer(sources: result.sources)
    let said = result.diagnostics.map(renderer.render).joined(separator: "\n")
    for (suffix, bytes) in [(".out", result.text ?? []), (".err", Array(said.utf8))] {
      if let mismatch = GoldenFile(file.sibling(suffix)).mismatch(bytes) {
        Issue.record(Comment(rawValue: mismatch))
      }
    }
    #expect((result.text == nil) == (result.text == nil && result.hasErrors), "a refusal says why")
  }

  /// What has been migrated is in the present format.
  @Test(arguments: cases) func isIdempotent(_ file: FixtureFile) {
    guard let text = Self.migrate(file.bytes() ?? [], file.path).text else { return }
    let again = Self.migrate(text, file.path)
    #expect(again.text == text && !again.isChanged && again.diagnostics.isEmpty)
  }

  /// Every comment of the older text stands in the new one.
  @Test(arguments: cases) func keepsComments(_ file: FixtureFile) {
    let bytes = file.bytes() ?? []
    guard let text = Self.migrate(bytes, file.path).text else { return }
    let after = String(decoding: text, as: UTF8.self)
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      guard let sign = line.firstIndex(of: "#"), line[sign...].hasPrefix("# ") else { continue }
      #expect(after.contains(line[sign...]), "\(line)")
    }
  }

  @Test func findsCases() { #expect(Self.cases.count >= 6) }

  private static func migrate(_ bytes: [UInt8], _ name: String) -> MigrationResult {
    migrateRunbook(bytes, name: name, catalog: .standard)
  }
}
