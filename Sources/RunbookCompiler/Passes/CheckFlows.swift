// Pass: data flows nowhere, and nothing is made, that a policy forbids.
internal import Diagnostics
internal import ExecutionPlan
internal import FlowPolicies
internal import RunbookSyntax

extension Compilation {
  mutating func checkFlows() {
    let applied = appliedPolicies()
    guard !applied.isEmpty, !nodes.isEmpty else { return }
    let names = PolicyNames(self, areNeeded: applied.contains { $0.speaksOfNames })
    for policy in applied {
      let subjects = policySubjects(of: policy, names)
      for rule in policy.rules {
        switch rule.prohibition {
        case .use(let selector): checkUse(selector, rule, policy, subjects)
        case .flow(let from, let to):
          checkFlow(FlowRule(rule: rule, from: from, to: to), policy, subjects)
        }
      }
    }
  }

  /// A runbook's own policy, read once, however often it is used as a child.
  mutating func readPolicy(of runbook: inout LoadedRunbook) {
    guard let written = runbook.syntax.policy else { return }
    var problems = DiagnosticSink()
    runbook.policy = FlowPolicy.read(written, catalog: options.catalog, sink: &problems)
    for problem in problems.diagnostics { report(problem) }
  }

  // MARK: - Flows

  private mutating func checkFlow(
    _ rule: FlowRule, _ policy: AppliedPolicy, _ subjects: [PolicySubject]
  ) {
    let origins = order.filter { isOrigin($0, rule, subjects[$0.value]) }
    guard !origins.isEmpty else { return }
    let today = options.today
    let exceptions = rule.rule.exceptions.filter { $0.holds(on: today) }
    for group in sinks(of: rule, policy, subjects, exceptions) {
      let allowed = group.exceptions.map { exceptions[$0] }
      let own = origins.filter { origin in !allowed.contains { $0.permits(origin: subjects[origin.value]) } }
      guard !own.isEmpty else { continue }
      let search = FlowSearch(self, from: own, followsTaint: rule.followsTaint)
      for sink in group.sinks {
        guard let end = search.end(at: sink, entering: rule.to.speaksOfComponents) else { continue }
        reportFlow(rule, policy, search, end, subjects)
      }
    }
  }

  private func isOrigin(_ index: NodeIndex, _ rule: FlowRule, _ subject: PolicySubject) -> Bool {
    rule.from.isJustSensitive ? isTaintOrigin(index) : rule.from.matches(subject)
  }

  /// Ends of forbidden flows that the same exceptions may hold for.
  private struct SinkGroup {
    /// Indices into the rule's exceptions.
    let exceptions: [Int]
    var sinks: [NodeIndex]
  }

  private func sinks(
    of rule: FlowRule, _ policy: AppliedPolicy, _ subjects: [PolicySubject],
    _ exceptions: [PolicyException]
  ) -> [SinkGroup] {
    var groups: [SinkGroup] = []
    var positions: [[Int]: Int] = [:]
    for index in order where policy.owner(of: self[index].scope) != nil {
      let subject = subjects[index.value]
      guard rule.to.matches(subject) else { continue }
      let matching = exceptions.indices.filter { exceptions[$0].to?.matches(subject) ?? true }
      if let position = positions[matching] {
        groups[position].sinks.append(index)
      } else {
        positions[matching] = groups.count
        groups.append(SinkGroup(exceptions: matching, sinks: [index]))
      }
    }
    return groups
  }

  // MARK: - Uses

  private mutating func checkUse(
    _ selector: PolicySelector, _ rule: PolicyRule, _ policy: AppliedPolicy, _ subjects: [PolicySubject]
  ) {
    let today = options.today
    for index in order where policy.owner(of: self[index].scope) != nil {
      let subject = subjects[index.value]
      guard selector.matches(subject) else { continue }
      let matching = rule.exceptions.filter { $0.to?.matches(subject) ?? true }
      if matching.contains(where: { $0.holds(on: today) }) { continue }
      reportUse(of: index, selector, rule, ended: matching)
    }
  }

  private mutating func reportUse(
    of index: NodeIndex, _ selector: PolicySelector, _ rule: PolicyRule, ended: [PolicyException]
  ) {
    let allowed = selector.exclusions.flatMap(\.components).map(\.text)
    let isAllowList = !allowed.isEmpty && selector.components.map(\.text) == ["**"]
    let what = madeBy(index) ?? "the artifact '\(self[index].id)'"
    var diagnostic = Diagnostic(
      .forbiddenComponent, "\(what) is \(isAllowList ? "not allowed" : "forbidden")", at: makerPlace(index),
      annotation: "'\(self[index].id)' is made by it",
      labels: policyLabels(rule, ended: ended),
      notes: policyNotes(rule)
        + (isAllowList ? ["allowed: \(allowed.sorted().joined(separator: ", "))"] : []))
    diagnostic.severity = rule.severity
    reporting.focus = self[index].scope
    report(diagnostic)
  }
}

/// A rule that forbids a flow.
struct FlowRule {
  let rule: PolicyRule
  let from: PolicySelector
  let to: PolicySelector

  /// Sensitivity ends where something declassifies; other data is followed further.
  var followsTaint: Bool { from.isSensitive == true }
}

extension PolicyException {
  func permits(origin: PolicySubject) -> Bool { from?.matches(origin) ?? true }
}
