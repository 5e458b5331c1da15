// Which policies hold for which runbooks of a compilation, and how they see the artifacts.
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import FlowPolicies

/// A policy, and the uses of runbooks whose artifacts it holds for.
struct AppliedPolicy {
  let rules: [PolicyRule]
  /// By scope, the use of the runbook that the policy belongs to; nil: it does not hold there.
  /// Empty: the outermost runbook for all.
  private let owners: [ScopeIndex?]

  init(rules: [PolicyRule], owners: [ScopeIndex?] = []) {
    self.rules = rules
    self.owners = owners
  }

  func owner(of scope: ScopeIndex) -> ScopeIndex? {
    owners.isEmpty ? ScopeIndex(value: 0) : owners[scope.value]
  }

  var speaksOfNames: Bool { rules.contains { $0.selectors.contains { $0.speaksOfNames } } }
}

extension Compilation {
  /// The policies that were given, then those of the runbooks, outer ones first.
  mutating func appliedPolicies() -> [AppliedPolicy] {
    var applied = options.policies.map { document in
      AppliedPolicy(rules: document.policy.moved(to: sources.add(document.text)).rules)
    }
    var seen: Set<String> = []
    for scope in scopes {
      guard let policy = scope.runbook.policy, seen.insert(scope.runbook.identity).inserted else { continue }
      applied.append(AppliedPolicy(rules: policy.rules, owners: owners(ofRunbook: scope.runbook.identity)))
    }
    return applied.filter { !$0.rules.isEmpty }
  }

  /// Parents stand before their children in the list of scopes.
  private func owners(ofRunbook identity: String) -> [ScopeIndex?] {
    var owners: [ScopeIndex?] = []
    owners.reserveCapacity(scopes.count)
    for (index, scope) in scopes.enumerated() {
      let isOwn = scope.runbook.identity == identity
      owners.append(isOwn ? ScopeIndex(value: index) : scope.origin.flatMap { owners[$0.scope.value] })
    }
    return owners
  }

  /// What a policy may ask of each node.
  func policySubjects(of policy: AppliedPolicy, _ names: PolicyNames) -> [PolicySubject] {
    nodes.indices.map { subject(of: NodeIndex(value: $0), policy, names) }
  }

  private func subject(
    of index: NodeIndex, _ policy: AppliedPolicy, _ names: PolicyNames
  ) -> PolicySubject {
    var subject = PolicySubject()
    let node = self[index]
    switch node.production {
    case .extract(let use), .process(let use):
      guard let manifest = uses[use].manifest else { break }
      subject.componentNames = [manifest.type, "\(manifest.kind.rawValue):\(manifest.type)"]
      subject.capabilities = uses[use].capabilities
    case .execute:
      // Nobody knows which components the runbook will use that is executed.
      subject.componentNames = [PolicySubject.executeName]
      subject.capabilities = Set(Capability.allCases)
    default: break
    }
    if let schema = node.schema { subject.schemaNames = [schema.name, schema.description] }
    if let owner = policy.owner(of: node.scope) { subject.names = names.names(of: index, in: owner, self) }
    subject.isSensitive = node.flags.contains(.tainted)
    subject.isOutput = node.flags.contains(.output)
    return subject
  }
}

/// The names of artifacts as policies write them.
struct PolicyNames {
  private var aliases: [NodeIndex: [String]] = [:]
  private let areNeeded: Bool

  init(_ model: Compilation, areNeeded: Bool) {
    self.areNeeded = areNeeded
    guard areNeeded else { return }
    for (alias, target) in model.aliases { aliases[target, default: []].append(alias.text) }
  }

  /// The id and other names of an artifact, as paths from a use of a runbook; none when it lies outside.
  func names(of index: NodeIndex, in owner: ScopeIndex, _ model: Compilation) -> [String] {
    guard areNeeded else { return [] }
    let all = [model[index].id.text] + (aliases[index] ?? [])
    guard let prefix = model[owner].prefix.map({ "\($0.text)/" }) else { return all }
    return all.filter { $0.utf8.starts(with: prefix.utf8) }.map {
      String(decoding: $0.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    }
  }
}
