// The readers of untrusted bytes that are fuzzed, and what must hold for any input.
internal import Synchronization

/// What is fuzzed. A fault is a trap: libFuzzer then writes the input to a file.
enum FuzzTarget: String, CaseIterable, Sendable {
  case yaml, syntax, compile, json, plan, ruleset, selection, envelope, verify, fixer, format, migrate, config
  case archive, word, workbook, openDocument, mail, difference, match, files, database, records

  static let chosen = ChosenTarget()

  func test(_ bytes: [UInt8]) {
    switch self {
    case .yaml: FuzzYAML.test(bytes)
    case .syntax: FuzzSyntax.test(bytes)
    case .compile: FuzzCompile.test(bytes)
    case .json: FuzzJSON.test(bytes)
    case .plan: FuzzPlan.test(bytes)
    case .ruleset: FuzzRuleset.test(bytes)
    case .selection: FuzzSelection.test(bytes)
    case .envelope: FuzzEnvelope.test(bytes)
    case .verify: FuzzVerify.test(bytes)
    case .fixer: FuzzFixer.test(bytes)
    case .format: FuzzFormat.test(bytes)
    case .migrate: FuzzMigrate.test(bytes)
    case .config: FuzzConfig.test(bytes)
    case .match: FuzzMatch.test(bytes)
    case .archive: FuzzDocuments.testArchive(bytes)
    case .word: FuzzDocuments.testWord(bytes)
    case .workbook: FuzzDocuments.testWorkbook(bytes)
    case .openDocument: FuzzDocuments.testOpenDocument(bytes)
    case .mail: FuzzDocuments.testMail(bytes)
    case .files: FuzzConnectors.testFiles(bytes)
    case .database: FuzzConnectors.testDatabase(bytes)
    case .records: FuzzRecords.test(bytes)
    case .difference: FuzzDiff.test(bytes)
    }
  }
}

/// The target of this process, which libFuzzer's plain C function can't be handed.
final class ChosenTarget: Sendable {
  private let target = Mutex(FuzzTarget.yaml)

  var value: FuzzTarget { target.withLock { $0 } }

  func initialise(_ value: FuzzTarget) { target.withLock { $0 = value } }
}
