// The root causes of a difference, with the instructions that each touches. Does not know how far they reach.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan

/// A cause and the places of what it touches.
struct TouchingCause {
  var cause: Cause
  /// Instructions of the newer plan.
  var new: [Int] = []
  /// Instructions of the older plan that are gone.
  var removed: [Int] = []
  /// Whether the keys of what it touches change, and so everything downstream.
  var changesMeaning = false
}

/// Groups the changes of all artifacts by what was done.
///
/// A component's version and a ruleset's rules are one cause each, wherever they are used. The same changes
/// to artifacts of the same last name, as where a child runbook that is used many times was edited, are one
/// too.
struct CauseSet {
  private(set) var causes: [TouchingCause] = []
  private(set) var metadata: [MetadataChange] = []

  private let old: ComparablePlan
  private let new: ComparablePlan
  private let matching: InstructionMatching
  private var components: [ComponentChange: TouchingCause] = [:]
  private var rulesets: [RulesetPair: TouchingCause] = [:]
  private var artifacts: [TouchingCause] = []
  private var groups: [EditGroup: Int] = [:]
  private var moves: [Move: Int] = [:]

  private struct ComponentChange: Hashable {
    let name: String
    let changes: [Change]
  }

  private struct RulesetPair: Hashable {
    let old: String
    let new: String
    let changes: [Change]
  }

  /// The same edit to artifacts of the same name below different children.
  private struct EditGroup: Hashable {
    let name: Substring
    let component: String?
    let changes: [Change]
  }

  /// Artifacts that went from below one child to below another.
  private struct Move: Hashable {
    let old: Substring
    let new: Substring
  }

  init(
    _ old: ComparablePlan, _ new: ComparablePlan, _ matching: InstructionMatching, defaults: PropertyDefaults
  ) {
    (self.old, self.new, self.matching) = (old, new, matching)
    collectPlan()
    let comparison = InstructionComparison(old: old, new: new, matching: matching, defaults: defaults)
    for index in new.instructions.indices {
      if let other = matching.oldIndex(ofNew: index) {
        collect(comparison.changes(other, index), other, index)
      } else {
        artifacts.append(added(index))
      }
    }
    for index in matching.oldLeftovers { artifacts.append(removed(index)) }
    causes += components.values.sorted { $0.cause.subject < $1.cause.subject }
    causes += rulesets.values.map(withRules).sorted { $0.cause.subject < $1.cause.subject }
    causes += artifacts
  }

  // MARK: - The plan as a whole

  private mutating func collectPlan() {
    let (a, b) = (old.plan.configuration, new.plan.configuration)
    let configuration =
      Change.between(.configuration, "/config/timeout", a.timeout, b.timeout)
      + Change.between(
        .configuration, "/config/max_concurrency", .integer(a.maximumConcurrency),
        .integer(b.maximumConcurrency))
      + Change.between(
        .configuration, "/config/max_child_depth", .integer(a.maximumChildDepth),
        .integer(b.maximumChildDepth))
      + Change.between(.configuration, "/config/cost_limit", a.costLimit, b.costLimit)
    add(.configuration, "configuration", configuration)
    add(
      .framework, "framework",
      Change.between(.framework, "/framework", old.plan.framework, new.plan.framework))
    collectAliases()
    let (left, right) = (old.plan.runbook, new.plan.runbook)
    let changes =
      Change.between(.name, "/runbook/name", left.name, right.name)
      + Change.between(.description, "/runbook/description", left.description, right.description)
      + Change.between(.contact, "/runbook/contact", left.contact, right.contact)
    if !changes.isEmpty { metadata.append(MetadataChange(artifact: nil, changes: changes)) }
  }

  private mutating func add(_ kind: Cause.Kind, _ subject: String, _ changes: [Change]) {
    guard !changes.isEmpty else { return }
    causes.append(TouchingCause(cause: Cause(kind: kind, subject: subject, previous: nil, changes: changes)))
  }

  /// An alias that came or went with its artifact, or was renamed with it, belongs to that.
  private mutating func collectAliases() {
    let (left, right) = (old.plan.aliases, new.plan.aliases)
    guard !left.isEmpty || !right.isEmpty else { return }
    var gone: [Int: [ArtifactID]] = [:]
    for (alias, target) in left.sorted(by: { $1.key < $0.key }) where right[alias] == nil {
      if let index = matching.newIndex(ofOld: target.value) { gone[index, default: []].append(alias) }
    }
    for (alias, target) in right.sorted(by: { $0.key < $1.key }) {
      let before = left[alias]?.value
      if before.map({ matching.newIndex(ofOld: $0) == target.value }) ?? false { continue }
      let previous = before == nil ? gone[target.value]?.popLast() : nil
      guard before != nil || matching.reason(ofNew: target.value) == .sameID else { continue }
      addAlias(alias.text, previous?.text, before, target.value)
    }
    for alias in gone.sorted(by: { $0.key < $1.key }).flatMap({ item in
      matching.reason(ofNew: item.key) == .sameID ? item.value : []
    }) {
      addAlias(alias.text, nil, left[alias]?.value, nil)
    }
  }

  private mutating func addAlias(_ alias: String, _ previous: String?, _ old: Int?, _ new: Int?) {
    let pointer = "/aliases" + ValueDifference.step(alias)
    let changes =
      previous.map { Change.between(.alias, "/aliases", $0, alias) }
      ?? Change.between(.alias, pointer, old.map(self.old.id(at:)), new.map(self.new.id(at:)))
    causes.append(
      TouchingCause(cause: Cause(kind: .alias, subject: alias, previous: previous, changes: changes)))
  }

  // MARK: - Artifacts

  private func added(_ index: Int) -> TouchingCause {
    var cause = Cause(kind: .added, subject: new.id(at: index), previous: nil)
    cause.origin = origin(index, new)
    cause.artifacts = [cause.subject]
    return TouchingCause(cause: cause, new: [index], changesMeaning: true)
  }

  private func removed(_ index: Int) -> TouchingCause {
    var cause = Cause(kind: .removed, subject: old.id(at: index), previous: nil)
    cause.origin = origin(index, old)
    cause.artifacts = [cause.subject]
    return TouchingCause(cause: cause, removed: [index], changesMeaning: true)
  }

  private func origin(_ index: Int, _ plan: ComparablePlan) -> String {
    let instruction = plan.instructions[index]
    let maker = plan.component(of: instruction)?.type ?? instruction.operation.name
    guard !instruction.operands.isEmpty else { return maker }
    let shown = instruction.operands.prefix(3).map { plan.id(at: $0.value) }
    let rest = instruction.operands.count - shown.count
    return "\(maker) of \(shown.joined(separator: ", "))\(rest > 0 ? " and \(rest) more" : "")"
  }

  /// Sorts the changes of one artifact into causes.
  private mutating func collect(_ all: [Change], _ oldIndex: Int, _ newIndex: Int) {
    let isRenamed = matching.reason(ofNew: newIndex) != .sameID
    guard !all.isEmpty || isRenamed else { return }
    let labels = all.filter(\.isMetadata)
    if !labels.isEmpty { metadata.append(MetadataChange(artifact: new.id(at: newIndex), changes: labels)) }
    var changes = all.filter { !$0.isMetadata }
    takeComponentChanges(from: &changes, newIndex)
    takeRulesetChanges(from: &changes, newIndex)
    if isRenamed {
      collectRename(changes, oldIndex, newIndex)
    } else if !changes.isEmpty {
      collectEdit(changes, newIndex)
    }
  }

  private mutating func takeComponentChanges(from changes: inout [Change], _ index: Int) {
    let own = changes.filter { $0.aspect == .version || $0.aspect == .interface }
    guard !own.isEmpty, let component = new.component(of: new.instructions[index]) else { return }
    changes.removeAll { $0.aspect == .version || $0.aspect == .interface }
    let name = "\(component.kind.rawValue):\(component.type)"
    let change = ComponentChange(name: name, changes: own)
    var entry =
      components[change]
      ?? TouchingCause(cause: Cause(kind: .component, subject: name, previous: nil, changes: own))
    entry.touch(index, new.id(at: index), changesMeaning: own.contains(where: \.changesMeaning))
    components[change] = entry
  }

  /// A ruleset under the same URI, or the one URI that took the place of another.
  private mutating func takeRulesetChanges(from changes: inout [Change], _ index: Int) {
    let own = changes.filter { $0.aspect == .ruleset }
    guard !own.isEmpty else { return }
    changes.removeAll { $0.aspect == .ruleset }
    let (gone, come) = (own.filter { $0.new == nil }, own.filter { $0.old == nil })
    for change in own where change.old != nil && change.new != nil { touch(change, change, index) }
    if gone.count == 1, come.count == 1 {
      touch(gone[0], come[0], index)
      let (old, new) = (Self.uri(gone[0]), Self.uri(come[0]))
      changes.removeAll {
        $0.aspect == .property && $0.old?.stringValue == old && $0.new?.stringValue == new
      }
    } else {
      changes += gone + come
    }
  }

  private mutating func touch(_ gone: Change, _ come: Change, _ index: Int) {
    let pair = RulesetPair(
      old: Self.uri(gone), new: Self.uri(come),
      changes: [Change(.ruleset, come.pointer, old: gone.old, new: come.new)])
    var entry =
      rulesets[pair]
      ?? TouchingCause(
        cause: Cause(
          kind: .ruleset, subject: pair.new, previous: pair.old == pair.new ? nil : pair.old,
          changes: pair.changes))
    entry.touch(index, new.id(at: index), changesMeaning: true)
    rulesets[pair] = entry
  }

  private static func uri(_ change: Change) -> String {
    PropertyPointer(change.pointer)?.keys.last ?? change.pointer
  }

  private mutating func collectRename(_ changes: [Change], _ oldIndex: Int, _ newIndex: Int) {
    let (previous, id) = (old.instructions[oldIndex].id, new.instructions[newIndex].id)
    let changesMeaning = changes.contains(where: \.changesMeaning)
    if changes.isEmpty, previous.lastSegment == id.lastSegment, let move = Self.move(previous, id) {
      if let place = moves[move] {
        artifacts[place].touch(newIndex, id.text, changesMeaning: false)
        return
      }
      moves[move] = artifacts.count
    }
    var cause = Cause(kind: .renamed, subject: id.text, previous: previous.text, changes: changes)
    cause.artifacts = [id.text]
    artifacts.append(TouchingCause(cause: cause, new: [newIndex], changesMeaning: changesMeaning))
  }

  /// What stands before the last names that two ids have in common.
  private static func move(_ old: ArtifactID, _ new: ArtifactID) -> Move? {
    let (left, right) = (old.text.dropLast(old.lastSegment.count), new.text.dropLast(new.lastSegment.count))
    return left.isEmpty || right.isEmpty ? nil : Move(old: left, new: right)
  }

  private mutating func collectEdit(_ changes: [Change], _ index: Int) {
    let id = new.instructions[index].id
    let changesMeaning = changes.contains(where: \.changesMeaning)
    // Inputs are names of this artifact's own surroundings.
    if id.text.utf8.contains(UInt8(ascii: "/")), !changes.contains(where: { $0.aspect == .inputs }) {
      let group = EditGroup(
        name: id.lastSegment, component: new.component(of: new.instructions[index])?.type, changes: changes)
      if let place = groups[group] {
        artifacts[place].touch(index, id.text, changesMeaning: changesMeaning)
        return
      }
      groups[group] = artifacts.count
    }
    var cause = Cause(kind: .modified, subject: id.text, previous: nil, changes: changes)
    cause.artifacts = [id.text]
    artifacts.append(TouchingCause(cause: cause, new: [index], changesMeaning: changesMeaning))
  }

  // MARK: - Rules

  private func withRules(_ entry: TouchingCause) -> TouchingCause {
    guard let change = entry.cause.changes.first, let a = value(change.old, old),
      let b = value(change.new, new)
    else { return entry }
    let difference = RulesetDifference(a, b)
    var entry = entry
    entry.cause.rules = difference.rules
    entry.cause.changes += difference.changes
    return entry
  }

  private func value(_ digest: JSONValue?, _ plan: ComparablePlan) -> JSONValue? {
    plan.plan.rulesets.first { $0.digest.description == digest?.stringValue }?.value
  }
}

extension TouchingCause {
  mutating func touch(_ index: Int, _ id: String, changesMeaning: Bool) {
    new.append(index)
    cause.artifacts.append(id)
    self.changesMeaning = self.changesMeaning || changesMeaning
  }
}
