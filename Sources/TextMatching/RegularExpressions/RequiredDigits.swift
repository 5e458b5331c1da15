// Finds how many digits in a row every match of a pattern holds. Knows no engine.

/// The prefilter of patterns for numbers: where no such run of digits stands, no match is near.
struct RequiredDigits: Sendable, Equatable {
  /// At most ``DigitRuns/maximumLength``.
  let length: Int
  /// The greatest distance in code points from the beginning of a match to that of the run.
  let lead: Int

  private init(length: Int, lead: Int) {
    self.length = length
    self.lead = lead
  }

  /// Nil if no digit is certain.
  init?(in tree: PatternNode, groups: PatternGroups) {
    guard let run = Walk(groups: groups).run(in: tree) else { return nil }
    self.init(length: min(run.length, DigitRuns.maximumLength), lead: run.lead)
  }

  private struct Walk {
    let groups: PatternGroups

    /// The longest certain run in every match of a part; nil for none.
    func run(in node: PatternNode) -> RequiredDigits? {
      if isDigits(node) { return certain(PatternWidth(of: node, groups: groups).minimum, lead: 0) }
      switch node {
      case .sequence(let items): return run(inSequence: items)
      case .alternation(let branches): return run(inEither: branches)
      case .capture(_, let content), .group(let content), .atomic(let content): return run(in: content)
      case .repetition(let content, let count): return count.minimum > 0 ? run(in: content) : nil
      default: return nil
      }
    }

    private func certain(_ length: Int, lead: Int) -> RequiredDigits? {
      length > 0 ? RequiredDigits(length: length, lead: lead) : nil
    }

    private func run(inEither branches: [PatternNode]) -> RequiredDigits? {
      var common: RequiredDigits?
      for (index, branch) in branches.enumerated() {
        guard let run = run(in: branch) else { return nil }
        let other = index == 0 ? run : common ?? run
        common = RequiredDigits(length: min(run.length, other.length), lead: max(run.lead, other.lead))
      }
      return common
    }

    /// Digits of parts that follow each other are one run.
    private func run(inSequence items: [PatternNode]) -> RequiredDigits? {
      var best: RequiredDigits?
      var (before, start, length) = (0, 0, 0)
      func offer(_ run: RequiredDigits?) {
        if let run, run.length > best?.length ?? 0 { best = run }
      }
      for item in items {
        let width = PatternWidth(of: item, groups: groups)
        if isDigits(item) {
          if length == 0 { start = before }
          length += width.minimum
        } else {
          offer(certain(length, lead: start))
          length = 0
          offer(run(in: item).map { RequiredDigits(length: $0.length, lead: before + $0.lead) })
        }
        before += width.maximum
      }
      offer(certain(length, lead: start))
      return best
    }

    /// Whether a part matches nothing but digits, or takes no character at all.
    private func isDigits(_ node: PatternNode) -> Bool {
      switch node {
      case .literal(let codePoint, _): PatternDigits.isDecimal(codePoint)
      case .set(let set, _): !set.negated && set.items.allSatisfy(isDigits)
      case .anchor, .look: true
      case .sequence(let items): items.allSatisfy(isDigits)
      case .alternation(let branches): branches.allSatisfy(isDigits)
      case .capture(_, let content), .group(let content), .atomic(let content): isDigits(content)
      case .repetition(let content, _): isDigits(content)
      case .any, .backreference, .conditional: false
      }
    }

    private func isDigits(_ item: PatternSet.Item) -> Bool {
      switch item {
      case .literal(let codePoint): PatternDigits.isDecimal(codePoint)
      case .range(let first, let last): PatternDigits.isDecimal(first) && PatternDigits.isDecimal(last)
      case .category(let category, let negated): category == .digit && !negated
      }
    }
  }
}
