// What compilations with the same components may share, so that checking many files does the work once.
internal import ComponentKit
internal import Rulesets
internal import Synchronization

/// Component interfaces and the program's own rulesets, worked out at first use; safe to share between threads.
package final class CompilerMemory: Sendable {
  /// A list, since there are few: to look through it takes less than to look a name up.
  private let interfaces = Mutex<[ComponentInterface]>([])
  /// By what they were looked up for, the name of the kind, and URI.
  private let rulesets = Mutex<[Compiler.Goal: [String: [String: RulesetLookup]]]>([:])

  package init() {}

  /// The interface of a component; nil when its manifest's property schema can't be used.
  func interface(of manifest: ComponentManifest) -> ComponentInterface? {
    if let known = interface(manifest.kind, manifest.type) { return known }
    // Outside the lock: two threads may do the work, and none waits for another.
    guard let interface = ComponentInterface(manifest) else { return nil }
    return interfaces.withLock { known in
      if let other = known.first(where: { $0.is(manifest.kind, manifest.type) }) { return other }
      known.append(interface)
      return interface
    }
  }

  /// The interface of a component that was asked for before.
  func interface(_ kind: ComponentKind, _ type: String) -> ComponentInterface? {
    interfaces.withLock { known in known.first { $0.is(kind, type) } }
  }

  func ruleset(_ uri: String, kind: String, for goal: Compiler.Goal) -> RulesetLookup? {
    rulesets.withLock { $0[goal]?[kind]?[uri] }
  }

  /// Keeps a ruleset that is part of the program; others may change between two compilations.
  func keep(_ lookup: RulesetLookup, _ uri: String, kind: String, for goal: Compiler.Goal) {
    rulesets.withLock { $0[goal, default: [:]][kind, default: [:]][uri] = lookup }
  }
}
