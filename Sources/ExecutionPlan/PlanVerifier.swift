// Checks what a decoded plan means, against the components that are here. The machine runs only what passed.
internal import CanonicalJSON
package import ComponentKit

/// A plan that may run: every operand is earlier, every schema lines up, every component is here.
///
/// Only ``PlanVerifier`` makes one.
package struct VerifiedPlan: Sendable {
  package let plan: Plan
  package let id: ContentDigest

  fileprivate init(plan: Plan, id: ContentDigest) {
    self.plan = plan
    self.id = id
  }
}

/// Checks the meaning of plans.
package struct PlanVerifier {
  private let plan: Plan
  private let catalog: ComponentCatalog

  /// The plan, if it can run with the components of `catalog`.
  ///
  /// - Throws: the first ``PlanError`` found.
  package static func verify(
    _ decoded: DecodedPlan, catalog: ComponentCatalog
  ) throws(PlanError) -> VerifiedPlan {
    let verifier = PlanVerifier(plan: decoded.plan, catalog: catalog)
    try verifier.checkConfiguration()
    try verifier.checkEnvironment()
    let interfaces = try verifier.checkComponents()
    try decoded.plan.checkNames()
    try InstructionVerifier.verify(decoded, interfaces, catalog)
    return VerifiedPlan(plan: decoded.plan, id: decoded.id)
  }

  private func checkConfiguration() throws(PlanError) {
    guard (1...100_000).contains(plan.configuration.maximumConcurrency) else {
      throw PlanError(.meaning, "expected 1 to 100000", at: "/config/max_concurrency")
    }
    guard (0...1_000).contains(plan.configuration.maximumChildDepth) else {
      throw PlanError(.meaning, "expected 0 to 1000", at: "/config/max_child_depth")
    }
  }

  private func checkVersion(
    of component: ComponentImport, _ manifest: ComponentManifest, _ name: String, at pointer: String
  ) throws(PlanError) {
    let hint = "compile the runbook again"
    guard manifest.version == component.version else {
      let message =
        "the plan was compiled for \(name) \(component.version), this machine has \(manifest.version)"
      throw PlanError(.component, message, at: pointer, hint: hint)
    }
    guard manifest.digest == component.manifest else {
      let message = "the plan was compiled for another interface of \(name) \(component.version)"
      throw PlanError(.component, message, at: pointer, hint: hint)
    }
  }

  /// A variable that is declared twice could be said to be a secret and not to be one.
  private func checkEnvironment() throws(PlanError) {
    var names: Set<String> = []
    for (index, variable) in plan.environment.enumerated() where !names.insert(variable.name).inserted {
      throw PlanError(
        .meaning, "the variable '\(variable.name)' is declared twice", at: "/environment/\(index)/name")
    }
  }

  private func checkComponents() throws(PlanError) -> [ComponentInterface] {
    var interfaces: [ComponentInterface] = []
    for (index, component) in plan.components.enumerated() {
      let pointer = "/components/\(index)"
      let name = "\(component.kind.rawValue) '\(component.type)'"
      guard let manifest = catalog.manifest(component.kind, component.type) else {
        throw PlanError(.component, "this machine has no \(name)", at: pointer)
      }
      try checkVersion(of: component, manifest, name, at: pointer)
      do {
        interfaces.append(try ComponentInterface(manifest))
      } catch {
        throw PlanError(.component, "the property schema of \(name) is broken: \(error)", at: pointer)
      }
    }
    return interfaces
  }
}
