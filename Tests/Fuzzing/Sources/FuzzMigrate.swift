// Migration: any bytes give a runbook or the reasons why not, inside the file; and a migrated one stays as it is.
internal import ComponentKit
internal import Diagnostics
internal import RunbookMigration
internal import StandardManifests

enum FuzzMigrate {
  static func test(_ bytes: [UInt8]) {
    let result = migrateRunbook(bytes, name: "input", catalog: .standard)
    CheckDiagnostics.check(result.diagnostics, result.sources)
    guard let text = result.text, !result.hasErrors else { return }
    let again = migrateRunbook(text, name: "input", catalog: .standard)
    CheckDiagnostics.check(again.diagnostics, again.sources)
    precondition(!again.isChanged, "migrating again changes the text")
  }
}
