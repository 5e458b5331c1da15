// How two plans differ, as a value. Made by PlanComparison; shown by the renderers.
package import ComponentKit

/// The difference of two plans: root causes with how far each reaches, and what readers of the outputs will
/// notice.
package struct PlanDifference: Sendable, Hashable {
  /// One of the two plans.
  package struct Side: Sendable, Hashable {
    package let name: String
    package let runbook: String
    package let planID: ContentDigest
    package let digest: ContentDigest
    package let artifacts: Int
  }

  package let old: Side
  package let new: Side
  /// Root causes; those of the whole plan first, then components and rulesets, then artifacts in the order of
  /// the newer plan, removed ones last.
  package var causes: [Cause] = []
  /// What only people notice.
  package var metadata: [MetadataChange] = []
  /// Variables that are newly read, not read any more, or read in another way.
  package var environment: [Change] = []
  /// Outputs of either plan, in the order of their ids.
  package var outputs: [OutputComparison] = []
  package var flows = FlowComparison()
  /// Every artifact that is not as it was: those of the newer plan in its order, then the removed ones.
  package var artifacts: [ArtifactComparison] = []
  package var totals = Totals()
  /// Whether how long things take was looked up.
  package var hasForecast = false

  /// Whether the plans are the same, names included.
  package var isEmpty: Bool { causes.isEmpty && metadata.isEmpty && environment.isEmpty }

  /// Whether both do the same, in whatever part of them was asked for.
  package var hasSamePlanID: Bool { old.planID == new.planID }

  /// Whether the plans do the same and only names, descriptions or contacts differ.
  package var isMetadataOnly: Bool { causes.isEmpty && environment.isEmpty && !metadata.isEmpty }

  /// Whether a reader of an output may stop working.
  package var isBreaking: Bool { outputs.contains { $0.verdict == .breaking } }
}

/// One thing that somebody did, and all that follows from it.
package struct Cause: Sendable, Hashable {
  /// The raw values stand in files and are append-only.
  package enum Kind: String, Sendable, CaseIterable {
    case configuration, framework, alias, component, ruleset
    case modified, renamed, added, removed
  }

  package let kind: Kind
  /// What it is about: an artifact, a component (`processor:personal_data`), the URI of a ruleset.
  package let subject: String
  /// What the subject was called before, where that differs.
  package let previous: String?
  package var changes: [Change] = []
  /// For a ruleset: the rules that differ.
  package var rules: [RuleChange] = []
  /// The artifacts that it touches itself, by their newer ids (removed ones by their older).
  package var artifacts: [String] = []
  package var reach = Reach()

  /// What makes or made an added or removed artifact: `personal_data of files`.
  package var origin: String?
}

/// How far something reaches.
package struct Reach: Sendable, Hashable {
  /// Artifacts whose keys change because of it, besides those that it touches itself; nil: not counted.
  package var downstream: Int? = 0
  /// How many outputs are among the touched and the downstream artifacts.
  package var outputs = 0
  /// The first of those outputs.
  package var firstOutputs: [String] = []
  /// What is made anew, in seconds and cost of the last time; nil: not known of any of it.
  package var effort = Effort()

  static let shownOutputs = 20
}

/// Time and cost of some artifacts, as measured before.
package struct Effort: Sendable, Hashable {
  /// How many artifacts are made anew.
  package var artifacts = 0
  /// Of how many of them the time is known.
  package var known = 0
  package var seconds = 0.0
  package var cost = 0.0

  mutating func add(seconds: Double?, cost: Double?) {
    artifacts += 1
    if let seconds, seconds.isFinite, seconds >= 0 {
      known += 1
      self.seconds += seconds
    }
    if let cost, cost.isFinite, cost >= 0 { self.cost += cost }
  }
}

/// A name, a description or a contact that differs.
package struct MetadataChange: Sendable, Hashable {
  /// The artifact; nil: the runbook itself.
  package let artifact: String?
  package let changes: [Change]
}

/// What became of one artifact.
package struct ArtifactComparison: Sendable, Hashable {
  /// The raw values stand in files and are append-only.
  package enum State: String, Sendable, CaseIterable {
    case added, removed, modified, renamed
    /// Its own definition is the same, and its key changes with what it is made from.
    case affected
    /// Only a name, a description or a contact differs.
    case metadata
  }

  package let id: String
  package let previous: String?
  package let state: State
  /// The causes that it is touched by or follows from, by their places; at most ``listedCauses``.
  package let causes: [Int]
  /// How it would be come by: what the store says.
  package let forecast: ForecastEntry?

  static let listedCauses = 8
}

/// Counts over all causes, each artifact once.
package struct Totals: Sendable, Hashable {
  package var added = 0
  package var removed = 0
  package var modified = 0
  package var renamed = 0
  /// Downstream only.
  package var affected = 0
  /// Artifacts of the newer plan that are made anew.
  package var madeAnew = 0
  /// Artifacts of the newer plan whose key the older plan has too: a run of that plan made them already.
  package var reusable = 0
  /// Outputs among what is made anew.
  package var outputs = 0
  package var effort = Effort()
}
