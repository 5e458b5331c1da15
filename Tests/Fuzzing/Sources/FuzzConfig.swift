// What people write beside runbooks: `.wct.yaml`, policies, baselines, and selections of artifacts.
internal import ComponentKit
internal import DiagnosticFilters
internal import Diagnostics
internal import FlowPolicies
internal import PlanSelection
internal import StandardManifests
internal import WorkspaceConfiguration

enum FuzzConfig {
  private static let graph = SelectableGraph(
    (0..<4).map { SelectableArtifact(id: $0 == 3 ? "a/b" : "a\($0)", operation: "pass") })

  static func test(_ bytes: [UInt8]) {
    let file = ConfigurationFile.parse(
      bytes, path: "/nonexistent/.wct.yaml", catalog: .standard, checksPaths: false)
    CheckDiagnostics.check(file.report.diagnostics, file.report.sources)
    let policy = PolicyDocument.read(bytes, name: "input", catalog: .standard)
    CheckDiagnostics.check(policy.report.diagnostics, policy.report.sources)
    do {
      _ = try BaselineFile(bytes, path: "input")
    } catch {
      CheckDiagnostics.check(error.report.diagnostics, error.report.sources)
    }
    guard bytes.count < 1000, let selection = try? Selection(String(decoding: bytes, as: UTF8.self)) else {
      return
    }
    _ = try? graph.select([selection])
  }
}
