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

  private func checkComponents() throws(PlanError) -> [ComponentInterface] {
    var interfaces: [ComponentInterface] = []
    for (index, component) in plan.components.enumerated() {
      let pointer = "/components/\(index)"
      let name = "\(component.kind.rawValue) '\(component.type)'"
      guard let manifest = catalog.manifest(component.kind, component.type) else {
        throw PlanError(.component, "this machine has no \(name)", at: pointer)
      }
      guard manifest.version == component.version, manifest.digest == component.manifest else {
        throw PlanError(
          .component,
          "the plan was compiled for \(name) \(component.version), this machine has \(manifest.version)",
          at: pointer, hint: "compile the runbook again")
      }
      do {
        interfaces.append(
          ComponentInterface(manifest: manifest, properties: try JSONSchema(manifest.propertySchema)))
      } catch {
        throw PlanError(.component, "the property schema of \(name) is broken: \(error)", at: pointer)
      }
    }
    return interfaces
  }
}
