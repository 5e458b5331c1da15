// Finds patterns that can match nothing, where that can be decided simply. Knows no engine.

/// Contradictions between neighbours in a pattern: anchors inside of a match, classes without members, and lookaround
/// that refuses what comes next.
struct PatternContradiction {
  private let groups: PatternGroups

  /// Why a pattern can never match; nil if it may.
  static func find(in tree: PatternNode, groups: PatternGroups) -> String? {
    PatternContradiction(groups: groups).fault(in: tree)
  }

  private func fault(in node: PatternNode) -> String? {
    switch node {
    case .set(let set, let flags): return isEmpty(set, flags) ? "a class that holds no character" : nil
    case .sequence(let items): return fault(inSequence: items)
    case .alternation(let branches):
      let faults = branches.map { fault(in: $0) }
      return faults.allSatisfy { $0 != nil } ? faults.first ?? nil : nil
    case .capture(_, let content), .group(let content), .atomic(let content): return fault(in: content)
    case .repetition(let content, let count): return count.minimum > 0 ? fault(in: content) : nil
    case .look(_, let negated, let content): return negated ? nil : fault(in: content)
    case .literal(let codePoint, _):
      return (0xD800...0xDFFF).contains(codePoint) ? "half of a surrogate pair, which no text holds" : nil
    case .any, .anchor, .backreference, .conditional: return nil
    }
  }

  private func fault(inSequence items: [PatternNode]) -> String? {
    for item in items { if let fault = fault(in: item) { return fault } }
    for (index, item) in items.enumerated() {
      let before = items[..<index]
      let after = items[(index + 1)...]
      switch item {
      case .anchor(let anchor, let flags):
        if let fault = fault(at: anchor, flags, before: before, after: after) { return fault }
      case .look(behind: false, let negated, let content):
        if let next = after.first, refuses(content, negated, next) {
          return "a lookahead that refuses what comes next"
        }
      case .look(behind: true, let negated, let content):
        if let last = before.last, refuses(content, negated, last) {
          return "a lookbehind that refuses what stands before it"
        }
      default: break
      }
    }
    return nil
  }

  private func fault(
    at anchor: PatternAnchor, _ flags: PatternFlags, before: ArraySlice<PatternNode>,
    after: ArraySlice<PatternNode>
  ) -> String? {
    switch anchor {
    case .textStart where takesSomething(before): return "the beginning of the text after a character"
    case .caret where !flags.contains(.multiline) && takesSomething(before):
      return "the beginning of the text after a character"
    case .textEnd where takesSomething(after): return "a character after the end of the text"
    case .dollar where !flags.contains(.multiline):
      guard let next = after.first, let mayBeNewline = contains(next, 0x0A), !mayBeNewline else { return nil }
      return "a character after the end of the text"
    case .wordBoundary:
      guard let left = before.last.flatMap(isWord), let right = after.first.flatMap(isWord) else {
        return nil
      }
      return left == right ? "a word boundary where there is none" : nil
    case .notWordBoundary:
      guard let left = before.last.flatMap(isWord), let right = after.first.flatMap(isWord) else {
        return nil
      }
      return left != right ? "a word boundary where none may be" : nil
    default: return nil
    }
  }

  private func takesSomething(_ items: ArraySlice<PatternNode>) -> Bool {
    items.contains { PatternWidth(of: $0, groups: groups).minimum > 0 }
  }

  /// Whether a node of one character takes it; nil if it is not of one character.
  private func contains(_ node: PatternNode, _ codePoint: UInt32) -> Bool? {
    switch node {
    case .literal(let literal, let flags):
      flags.contains(.ignoreCase)
        ? CaseFolding.equals(of: literal).contains(codePoint) : literal == codePoint
    case .set(let set, let flags): PatternBytes.contains(set, flags, codePoint)
    default: nil
    }
  }

  /// Whether a node takes word characters only, or none; nil if both or unknown.
  private func isWord(_ node: PatternNode) -> Bool? {
    guard case .literal(let codePoint, _) = node, codePoint < 0x80 else { return nil }
    return CodePointSet.asciiWord.contains(codePoint)
  }

  private func refuses(_ content: PatternNode, _ negated: Bool, _ neighbour: PatternNode) -> Bool {
    guard !mayGoBeyond(content), !mayGoBeyond(neighbour) else { return false }
    for codePoint in UInt32(0)..<128 {
      guard let wanted = contains(neighbour, codePoint), let seen = contains(content, codePoint) else {
        return false
      }
      if wanted, seen != negated { return false }
    }
    return true
  }

  private func mayGoBeyond(_ node: PatternNode) -> Bool {
    switch node {
    case .literal(let codePoint, let flags): PatternBytes.of(codePoint, flags).beyond
    case .set(let set, let flags): PatternBytes.of(set, flags).beyond
    default: true
    }
  }

  /// `[^\s\S]` and the like.
  private func isEmpty(_ set: PatternSet, _ flags: PatternFlags) -> Bool {
    guard set.negated else { return false }
    let categories = set.items.compactMap { item -> (PatternSet.Category, Bool)? in
      if case .category(let category, let negated) = item { (category, negated) } else { nil }
    }
    let covers = categories.contains { first in
      categories.contains { $0.0 == first.0 && $0.1 != first.1 }
    }
    let coversAll = set.items.contains { if case .range(0, 0x10FFFF...) = $0 { true } else { false } }
    return covers || coversAll
  }
}
