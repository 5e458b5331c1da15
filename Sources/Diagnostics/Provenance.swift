// How a diagnostic's file came to be looked at: the places that led into it. Does not know what leads where.

/// One place that led into the file of a diagnostic, or into a file on the way there.
public struct ProvenanceStep: Sendable, Hashable {
  /// What kind of place leads into another file.
  public enum Kind: String, Sendable, CaseIterable {
    /// The path of a child runbook.
    case childRunbook = "child_runbook"
    /// An artifact of a parent that is mapped to an input of its child.
    case inputMapping = "input_mapping"
    /// An output of a child that is an artifact of its parent.
    case output
  }

  /// What kind of place it is.
  public let kind: Kind
  /// The place.
  public let span: SourceSpan
  /// What leads where, for people.
  public let message: String

  package init(_ kind: Kind, _ message: String, at span: SourceSpan) {
    self.kind = kind
    self.message = message
    self.span = span
  }
}

/// The chain from the file of a diagnostic out to the file that was asked for, and what else leads there.
public struct Provenance: Sendable, Hashable {
  /// The places on the way, from the file of the diagnostic outwards; empty in the file that was asked for.
  public package(set) var steps: [ProvenanceStep]
  /// Other places that lead to the same diagnostic: the first few.
  public package(set) var otherUses: [SourceSpan] = []
  /// How many other places there are, those of ``otherUses`` included.
  public package(set) var otherUseCount = 0

  /// How many of the other uses are kept.
  package static let shownUses = 5

  package init(_ steps: [ProvenanceStep] = []) { self.steps = steps }

  /// Whether there is nothing to show.
  public var isEmpty: Bool { steps.isEmpty }

  /// Counts one more place that leads to the same diagnostic.
  package mutating func add(use span: SourceSpan) {
    if otherUses.count < Self.shownUses { otherUses.append(span) }
    otherUseCount += 1
  }

  /// The places of the child runbooks on the way, innermost first.
  package var childUses: [SourceSpan] { steps.filter { $0.kind == .childRunbook }.map(\.span) }
}

extension Provenance {
  /// The other uses in words; nil when there are none.
  func otherUsesText(_ sources: SourceCollection) -> String? {
    guard otherUseCount > 0 else { return nil }
    let shown = otherUses.map { sources.description(of: $0) }.joined(separator: ", ")
    let rest = otherUseCount - otherUses.count
    let more = rest > 0 ? ", and \(rest) more" : ""
    return "the same in \(otherUseCount) other use\(otherUseCount == 1 ? "" : "s"): \(shown)\(more)"
  }

  /// The chain on one line: `(in child 'c.yaml' used at main.yaml:9, and in 2 other uses)`; nil in the main file.
  func summary(of path: String, _ sources: SourceCollection) -> String? {
    let places = childUses.map { "\(sources[$0.source].name):\(sources.location(of: $0).line)" }
    guard !places.isEmpty else { return nil }
    let chain = places.prefix(4).joined(separator: ", in turn used at ")
    let others =
      otherUseCount == 0 ? "" : ", and in \(otherUseCount) other use\(otherUseCount == 1 ? "" : "s")"
    return "(in child '\(path)' used at \(chain)\(others))"
  }
}
