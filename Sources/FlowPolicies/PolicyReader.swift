// Reads a policy and its rules from YAML values. Selectors are read in PolicySelectorReader.swift.
internal import Diagnostics
internal import RunbookSyntax

extension PolicyReader {
  mutating func policy(_ value: ValueSyntax) -> FlowPolicy {
    var policy = FlowPolicy()
    let fields = fields(
      of: value, PolicyTopField.self, "a policy", expected: "a mapping with 'forbid' or 'allow_components'")
    for (field, key, value) in fields ?? [] {
      switch field {
      case .forbid: policy.rules += elements(value, "'forbid'").compactMap { rule($0) }
      case .allowComponents: policy.rules += allowedComponents(value, key)
      case .forbidComponents: policy.rules += forbiddenComponents(value, key)
      }
    }
    if let fields, fields.isEmpty, !hasErrors {
      report(
        .missingField, "the policy forbids nothing", at: value.span,
        notes: ["give it one of: forbid, allow_components, forbid_components"])
    }
    return policy
  }

  /// Nothing but these: whatever is made by a component, and by none of them, is forbidden.
  private mutating func allowedComponents(_ value: ValueSyntax, _ key: ScalarSyntax) -> [PolicyRule] {
    let patterns = components(value, "'allow_components'")
    guard !patterns.isEmpty else { return [] }
    var allowed = PolicySelector(span: value.span)
    allowed.components = patterns
    var others = PolicySelector(span: value.span)
    others.components = [NamePattern("**", at: value.span)]
    others.exclusions = [allowed]
    return [PolicyRule(.use(others), at: key.span)]
  }

  private mutating func forbiddenComponents(_ value: ValueSyntax, _ key: ScalarSyntax) -> [PolicyRule] {
    var selector = PolicySelector(span: value.span)
    selector.components = components(value, "'forbid_components'")
    return selector.components.isEmpty ? [] : [PolicyRule(.use(selector), at: key.span)]
  }

  // MARK: - Rules

  private mutating func rule(_ value: ValueSyntax) -> PolicyRule? {
    let before = errorCount
    guard
      let fields = fields(
        of: value, PolicyRuleField.self, "a rule", expected: "a mapping with 'flow' or 'use'")
    else { return nil }
    let prohibition = prohibition(fields, value, before: before)
    let isFlow = fields.contains { $0.field == .flow }
    // A rule that says not what it forbids is read to its end all the same, for what else is wrong in it.
    var rule = PolicyRule(prohibition ?? .use(PolicySelector(span: value.span)), at: value.span)
    for (field, _, value) in fields {
      switch field {
      case .name: rule.name = text(value, "'name'")
      case .because: rule.reason = text(value, "'because'")
      case .severity: rule.severity = severity(value) ?? .error
      case .except:
        rule.exceptions = elements(value, "'except'").compactMap { exception($0, ofFlow: isFlow) }
      case .flow, .use: break
      }
    }
    return prohibition == nil ? nil : rule
  }

  /// What a rule forbids: exactly one of `flow` and `use`.
  private mutating func prohibition(
    _ fields: [(field: PolicyRuleField, key: ScalarSyntax, value: ValueSyntax)], _ rule: ValueSyntax,
    before: Int
  ) -> PolicyRule.Prohibition? {
    let flow = fields.first { $0.field == .flow }
    let use = fields.first { $0.field == .use }
    switch (flow, use) {
    case (let flow?, let use?):
      problems.append(
        Diagnostic(
          .conflictingFields, "'flow' does not stand beside 'use'", at: use.key.span,
          labels: [DiagnosticLabel("'flow' is here", at: flow.key.span)],
          notes: ["write two rules"]))
      // Each is read all the same, for what is wrong in it.
      _ = (self.flow(flow.value, at: flow.key.span), selector(use.value, "'use'"))
      return nil
    case (let flow?, nil): return self.flow(flow.value, at: flow.key.span)
    case (nil, let use?): return selector(use.value, "'use'").map { .use($0) }
    case (nil, nil):
      // A misspelt field may have been the one.
      if errorCount == before {
        report(
          .missingField, "a rule needs 'flow' or 'use'", at: rule.span,
          notes: ["for example 'flow: {from: sensitive, to: output}'"])
      }
      return nil
    }
  }

  private mutating func flow(_ value: ValueSyntax, at key: SourceSpan) -> PolicyRule.Prohibition? {
    let before = errorCount
    guard
      let fields = fields(
        of: value, PolicyFlowField.self, "'flow'", expected: "a mapping with 'from' and 'to'")
    else { return nil }
    var ends: [PolicyFlowField: PolicySelector] = [:]
    for (field, _, value) in fields { ends[field] = selector(value, "'\(field.rawValue)'") }
    if let from = ends[.from], let to = ends[.to] { return .flow(from: from, to: to) }
    if errorCount == before {
      let missing = ends[.from] == nil ? "from" : "to"
      report(.missingField, "'flow' needs the field '\(missing)'", at: key)
    }
    return nil
  }

  private mutating func severity(_ value: ValueSyntax) -> Severity? {
    guard case .scalar(let scalar) = value else {
      wrongKind("'severity'", "error, warning or note", value)
      return nil
    }
    let known = Severity.allCases.reversed().map(\.rawValue)
    return choice(scalar, "'severity'", among: known).flatMap(Severity.init)
  }

  // MARK: - Exceptions

  private mutating func exception(_ value: ValueSyntax, ofFlow isFlow: Bool) -> PolicyException? {
    let before = errorCount
    guard let fields = fields(of: value, PolicyExceptionField.self, "an exception") else { return nil }
    var exception = PolicyException(reason: "", at: value.span)
    for (field, key, value) in fields {
      switch field {
      case .because: exception.reason = text(value, "'because'") ?? ""
      case .until: exception.until = date(value)
      case .from, .to, .use:
        guard isFitting(field, ofFlow: isFlow, at: key.span) else { continue }
        let selector = selector(value, "'\(field.rawValue)'")
        if field == .from { exception.from = selector } else { exception.to = selector }
      }
    }
    guard errorCount == before else { return nil }
    if !fields.contains(where: { $0.field == .because }) {
      report(.missingField, "an exception needs the field 'because'", at: value.span)
      return nil
    }
    guard exception.from != nil || exception.to != nil else {
      let ends = isFlow ? "'from' or 'to'" : "'use'"
      report(.missingField, "an exception needs \(ends): what it permits", at: value.span)
      return nil
    }
    return exception
  }

  /// Exceptions of a flow say `from` and `to`, those of a use say `use`.
  private mutating func isFitting(
    _ field: PolicyExceptionField, ofFlow isFlow: Bool, at span: SourceSpan
  ) -> Bool {
    guard isFlow == (field == .use) else { return true }
    report(
      .conflictingFields, "'\(field.rawValue)' does not fit a rule with '\(isFlow ? "flow" : "use")'",
      at: span, annotation: isFlow ? "write 'from' or 'to'" : "write 'use'")
    return false
  }

  private mutating func date(_ value: ValueSyntax) -> CalendarDate? {
    guard case .scalar(let scalar) = value else {
      wrongKind("'until'", "a date", value)
      return nil
    }
    if let date = CalendarDate(scalar.text) { return date }
    report(
      .invalidValue, "'until' takes a date, found '\(scalar.text)'", at: scalar.span,
      annotation: "expected YYYY-MM-DD, a day that exists")
    return nil
  }
}
