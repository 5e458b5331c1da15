// Computes how many characters a part of a pattern takes. Knows no engine.

/// The least and the greatest number of code points a part can match.
struct PatternWidth: Sendable {
  /// Stands for everything from here on; the sums below cannot overflow.
  private static let unbounded = 1 << 40

  private(set) var minimum = 0
  private(set) var maximum = 0

  var isFixed: Bool { minimum == maximum && maximum < Self.unbounded }

  private init(_ minimum: Int, _ maximum: Int) {
    self.minimum = min(minimum, Self.unbounded)
    self.maximum = min(maximum, Self.unbounded)
  }

  init(of node: PatternNode, groups: PatternGroups) {
    switch node {
    case .literal, .any, .set: self.init(1, 1)
    case .anchor, .look: self.init(0, 0)
    case .sequence(let items):
      self.init(0, 0)
      for item in items {
        let width = PatternWidth(of: item, groups: groups)
        self.init(minimum + width.minimum, maximum + width.maximum)
      }
    case .alternation(let branches): self = Self.either(branches, groups: groups)
    case .capture(_, let content), .group(let content), .atomic(let content):
      self.init(of: content, groups: groups)
    case .repetition(let content, let count):
      self = PatternWidth(of: content, groups: groups).repeated(count)
    case .backreference(let number, _):
      let known = groups.widths.indices.contains(number) ? groups.widths[number] : nil
      self = known ?? PatternWidth(0, Self.unbounded)
    case .conditional(_, let yes, let no):
      self = Self.either([yes, no ?? .sequence([])], groups: groups)
      if no == nil { minimum = 0 }
    }
  }

  private static func either(_ branches: [PatternNode], groups: PatternGroups) -> PatternWidth {
    let widths = branches.map { PatternWidth(of: $0, groups: groups) }
    return PatternWidth(widths.map(\.minimum).min() ?? 0, widths.map(\.maximum).max() ?? 0)
  }

  private func repeated(_ count: PatternCount) -> PatternWidth {
    PatternWidth(
      Self.product(minimum, count.minimum),
      count.maximum.map { Self.product(maximum, $0) } ?? (maximum == 0 ? 0 : Self.unbounded))
  }

  private static func product(_ width: Int, _ count: Int) -> Int {
    let product = width.multipliedReportingOverflow(by: count)
    return product.overflow ? unbounded : product.partialValue
  }
}
