// A policy as values: which flows of data and which components it forbids. Knows nothing of how runbooks are
// compiled.
package import Diagnostics

/// What a runbook, or all runbooks of a workspace, must not do.
package struct FlowPolicy: Sendable {
  package var rules: [PolicyRule]

  package init(rules: [PolicyRule] = []) { self.rules = rules }

  /// The same policy with its places in another file number, for a compilation that has files of its own.
  package func moved(to source: SourceID) -> FlowPolicy {
    FlowPolicy(rules: rules.map { $0.moved(to: source) })
  }
}

/// One rule of a policy.
package struct PolicyRule: Sendable {
  package enum Prohibition: Sendable {
    /// Data of the first may not reach the second.
    case flow(from: PolicySelector, to: PolicySelector)
    /// No artifact may be of this kind.
    case use(PolicySelector)
  }

  package var prohibition: Prohibition
  /// What people call it.
  package var name: String?
  /// Why it is there, for those whom it stops.
  package var reason: String?
  package var severity = Severity.error
  package var exceptions: [PolicyException] = []
  /// Where it is written.
  package var span: SourceSpan

  package init(_ prohibition: Prohibition, at span: SourceSpan) {
    self.prohibition = prohibition
    self.span = span
  }

  /// Every selector of it, those of its exceptions too.
  package var selectors: [PolicySelector] {
    let own: [PolicySelector] =
      switch prohibition {
      case .flow(let from, let to): [from, to]
      case .use(let selector): [selector]
      }
    return own + exceptions.flatMap { [$0.from, $0.to].compactMap(\.self) }
  }

  func moved(to source: SourceID) -> PolicyRule {
    var moved = self
    moved.prohibition =
      switch prohibition {
      case .flow(let from, let to): .flow(from: from.moved(to: source), to: to.moved(to: source))
      case .use(let selector): .use(selector.moved(to: source))
      }
    moved.exceptions = exceptions.map { $0.moved(to: source) }
    moved.span = span.moved(to: source)
    return moved
  }
}

/// What a rule permits all the same.
package struct PolicyException: Sendable {
  /// The origins that it holds for; nil: all.
  package var from: PolicySelector?
  /// The ends of a flow, or the uses, that it holds for; nil: all.
  package var to: PolicySelector?
  package var reason: String
  /// The last day on which it holds; nil: it has no end.
  package var until: CalendarDate?
  package var span: SourceSpan

  package init(
    from: PolicySelector? = nil, to: PolicySelector? = nil, reason: String, until: CalendarDate? = nil,
    at span: SourceSpan
  ) {
    self.from = from
    self.to = to
    self.reason = reason
    self.until = until
    self.span = span
  }

  /// Whether it holds on a day; where nobody knows the day, it does.
  package func holds(on today: CalendarDate?) -> Bool {
    guard let until, let today else { return true }
    return today <= until
  }

  func moved(to source: SourceID) -> PolicyException {
    PolicyException(
      from: from?.moved(to: source), to: to?.moved(to: source), reason: reason, until: until,
      at: span.moved(to: source))
  }
}
