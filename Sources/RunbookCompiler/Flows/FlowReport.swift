// Says which flow is forbidden, by what, and the way that the data takes.
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import FlowPolicies
internal import RunbookSyntax

extension Compilation {
  /// Flows of one rule that are shown with their whole way; later ones show where they begin and end.
  private static let detailedFlows = 200
  /// Artifacts on a way that are shown one by one.
  private static let shownSteps = 40

  mutating func reportFlow(
    _ rule: FlowRule, _ policy: AppliedPolicy, _ search: FlowSearch, _ end: FlowSearch.End,
    _ subjects: [PolicySubject]
  ) {
    reportedFlows += 1
    let isDetailed = reportedFlows <= Self.detailedFlows
    let origin = end.origin
    var flow = isDetailed ? originSteps(of: origin, rule) : [originLabel(of: origin)]
    if isDetailed {
      let way = search.steps(to: end, limit: Self.shownSteps)
      if way.skipped > 0, let first = way.steps.first {
        flow.append(
          DiagnosticLabel(
            "\(way.skipped) more artifacts pass it on, the last of them to '\(self[first.consumer].id)'",
            at: first.operand.name.span))
      }
      for step in way.steps { flow += labels(of: step) }
    }
    let ended = rule.rule.exceptions.filter { exception in
      !exception.holds(on: options.today)
        && exception.to?.matches(subjects[end.sink.value]) ?? true
        && exception.permits(origin: subjects[origin.value])
    }
    let subject = subjects[end.sink.value]
    var diagnostic = Diagnostic(
      .forbiddenFlow, flowMessage(rule, end, subject), at: sinkPlace(of: end.sink, rule.to),
      annotation: sinkText(rule.to, subject), labels: policyLabels(rule.rule, ended: ended), flow: flow,
      notes: policyNotes(rule.rule) + (isDetailed ? furtherOrigins(rule, search, end) : []))
    diagnostic.severity = rule.rule.severity
    reporting.focus = self[end.sink].scope
    report(diagnostic)
  }

  // MARK: - Texts

  private func flowMessage(_ rule: FlowRule, _ end: FlowSearch.End, _ subject: PolicySubject) -> String {
    let isSensitive = rule.followsTaint
    let sink = "'\(self[end.sink].id)'"
    let reason = sinkText(rule.to, subject).map { ", which \($0)" } ?? ""
    guard end.origin != end.sink else {
      return "\(isSensitive ? "sensitive data is in" : "data is in") \(sink)\(reason)"
    }
    return "\(isSensitive ? "sensitive data" : "data") of '\(self[end.origin].id)' reaches \(sink)\(reason)"
  }

  /// Why an artifact is where data may not go: "has the capability 'llm'".
  private func sinkText(_ selector: PolicySelector, _ subject: PolicySubject) -> String? {
    var parts: [String] = []
    let capabilities = selector.capabilities.intersection(subject.capabilities).map(\.rawValue).sorted()
    if let component = subject.componentNames.first, selector.speaksOfComponents {
      parts.append(component == PolicySubject.executeName ? "may run anything" : "is made by '\(component)'")
    }
    if !capabilities.isEmpty {
      let word = capabilities.count == 1 ? "capability" : "capabilities"
      parts.append("has the \(word) \(capabilities.map { "'\($0)'" }.joined(separator: " and "))")
    }
    if selector.isOutput == true { parts.append("is an output") }
    if !selector.schemas.isEmpty, let schema = subject.schemaNames.last { parts.append("is '\(schema)'") }
    return parts.isEmpty ? nil : parts.joined(separator: " and ")
  }

  func policyLabels(_ rule: PolicyRule, ended: [PolicyException]) -> [DiagnosticLabel] {
    let name = rule.name.map { " '\($0)'" } ?? ""
    return [DiagnosticLabel("forbidden by this rule\(name)", at: rule.span)]
      + ended.compactMap { exception in
        exception.until.map { DiagnosticLabel("this exception ended after \($0)", at: exception.span) }
      }
  }

  func policyNotes(_ rule: PolicyRule) -> [String] { rule.reason.map { ["because: \($0)"] } ?? [] }

  // MARK: - Further origins

  /// How many other origins reach the same end, found backwards with a bounded number of steps.
  private mutating func furtherOrigins(
    _ rule: FlowRule, _ search: FlowSearch, _ end: FlowSearch.End
  ) -> [String] {
    var seen: Set<NodeIndex> = [end.sink]
    var pending = [end.sink]
    var names: [String] = []
    var isWhole = true
    while let index = pending.popLast() {
      for target in self[index].operands.compactMap(\.target) where seen.insert(target).inserted {
        guard countedFlowNodes < Self.maximumCountedFlowNodes else {
          isWhole = false
          pending.removeAll()
          break
        }
        countedFlowNodes += 1
        if search.isOrigin(target), target != end.origin, !isSourceOfMarked(target) {
          names.append(self[target].id.text)
        }
        if !(rule.followsTaint && declassifies(target)) { pending.append(target) }
      }
    }
    guard !names.isEmpty else { return [] }
    let shown = names.sorted().prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    let count = isWhole ? "\(names.count)" : "at least \(names.count)"
    return ["data of \(count) more reaches it: \(shown)\(names.count > 5 ? ", …" : "")"]
  }

  /// Whether a node is what an inline processor reads, marked because its artifact is: one origin, not two.
  private func isSourceOfMarked(_ index: NodeIndex) -> Bool {
    !self[index].isDeclared && self[index].flags.contains(.sensitive)
  }
}
