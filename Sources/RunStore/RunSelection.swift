// Which run is meant: `latest`, an id, a unique prefix, or a runbook's path.
internal import GRDB
internal import PlanMachine
package import RunHistory
internal import SystemFiles

/// A run that was asked for, and by what it was found.
package struct RunMatch: Sendable {
  package enum Kind: Sendable {
    case latest, id, prefix
    /// The newest run of a runbook.
    case runbookPath
  }

  package let record: RunRecord
  package let kind: Kind
}

/// Looks for one run.
struct RunSelection {
  private static let listedCandidates = 10

  let db: Database
  let path: String
  /// A run that is not meant by `latest` or a path, and neither is any that is newer than it.
  var before: RunID?

  /// The newest run that fulfils a condition.
  private func newest(_ condition: String, _ arguments: StatementArguments) throws -> RunRow? {
    guard let before else { return try first("\(condition) ORDER BY number DESC", arguments) }
    return try first(
      "(\(condition)) AND number < (SELECT number FROM run WHERE id = ?) ORDER BY number DESC",
      arguments + [before.text])
  }

  /// The run that `reference` means; the first of: `latest`, an id, a runbook's path, the prefix of an id.
  func find(_ reference: String) throws -> (row: RunRow, kind: RunMatch.Kind) {
    if reference == "latest" {
      guard let row = try newest("parent IS NULL", []) else {
        throw StoreError(.missing, "there are no \(before == nil ? "" : "earlier ")runs in this store")
      }
      return (row, .latest)
    }
    if let row = try first("id = ?", [reference]) { return (row, .id) }
    let (relative, absolute) = Self.spellings(of: reference)
    if let row = try newest("clean_path IN (?, ?)", [relative, absolute]) {
      return (row, .runbookPath)
    }
    let candidates = try rows(withPrefix: reference)
    guard let row = candidates.first else {
      throw StoreError(
        .missing, "there is no run '\(reference)'",
        hint: "name a run by its id, the beginning of it, 'latest', or the path of its runbook")
    }
    guard candidates.count == 1 else { throw Self.ambiguous(reference, candidates) }
    return (row, .prefix)
  }

  /// A run keeps its runbook's path as it was given; it is found by either spelling.
  private static func spellings(of path: String) -> (relative: String, absolute: String) {
    let directory = PathText.lexicallyClean(currentDirectory())
    let absolute = PathText.lexicallyClean(PathText.join(directory, path))
    let isBelow = absolute.hasPrefix(directory + "/")
    return (isBelow ? String(absolute.dropFirst(directory.count + 1)) : absolute, absolute)
  }

  private static func ambiguous(_ reference: String, _ candidates: [RunRow]) -> StoreError {
    let shown = candidates.prefix(listedCandidates).map(\.record.id.text).joined(separator: ", ")
    let more = candidates.count > listedCandidates ? " and more" : ""
    return StoreError(
      .ambiguous, "'\(reference)' is the beginning of several runs: \(shown)\(more)",
      hint: "give more of the id")
  }

  private func first(_ condition: String, _ arguments: StatementArguments) throws -> RunRow? {
    try Row.fetchOne(
      db, sql: "SELECT \(RunRow.columns) FROM run WHERE \(condition) LIMIT 1", arguments: arguments
    ).map { try RunRow(StoredRow($0, path: path)) }
  }

  /// At most one more than what is listed. Ids hold no wildcards, so anything else is no prefix.
  private func rows(withPrefix prefix: String) throws -> [RunRow] {
    let isPrefix =
      !prefix.isEmpty && prefix.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    guard isPrefix else { return [] }
    return try Row.fetchAll(
      db,
      sql: "SELECT \(RunRow.columns) FROM run WHERE id GLOB ? ORDER BY number DESC LIMIT ?",
      arguments: [prefix + "*", Self.listedCandidates + 1]
    ).map { try RunRow(StoredRow($0, path: path)) }
  }
}
