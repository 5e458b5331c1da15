// Prepares each ruleset once for all detectors that use it. Knows no plan and no texts.
internal import ComponentKit
internal import RuleMatching
internal import RulesetModel
internal import Synchronization

/// The rulesets that this process made ready to match: preparing one costs more than searching most texts with it.
final class PreparedRules: Sendable {
  /// What rules are made from, and for.
  private struct Key: Hashable {
    let ruleset: ContentDigest
    let kind: String
    let fields: [String]
  }

  /// One ruleset; whoever comes second waits for the first.
  private final class Entry: Sendable {
    let rules = Mutex<CompiledRules?>(nil)
  }

  /// Rulesets that are kept; a process that meets more, such as one of many nested runs, begins anew.
  private static let maximumCount = 64

  private let entries = Mutex<[Key: Entry]>([:])

  /// The rules of a detector.
  ///
  /// - Throws: ``ComponentFailure`` when the ruleset is not carried or can't be used.
  func rules(
    for definition: DetectorDefinition, _ uri: String, in configuration: ComponentConfiguration
  ) throws(ComponentFailure) -> CompiledRules {
    let carried = try configuration.carriedRuleset(uri)
    let entry = entry(
      Key(ruleset: carried.digest, kind: definition.rulesetKind.name, fields: definition.findingFields))
    return try entry.rules.withLock { known throws(ComponentFailure) in
      if let known { return known }
      let ruleset = try configuration.detectionRuleset(uri, definition.rulesetKind)
      let made = try CompiledRules(ruleset, fields: definition.findingFields)
      known = made
      return made
    }
  }

  private func entry(_ key: Key) -> Entry {
    entries.withLock { entries in
      if let entry = entries[key] { return entry }
      if entries.count >= Self.maximumCount { entries.removeAll() }
      let entry = Entry()
      entries[key] = entry
      return entry
    }
  }
}
