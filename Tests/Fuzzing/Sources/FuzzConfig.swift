// What people write beside runbooks: `.wct.yaml`, policies and baselines.
internal import ComponentKit
internal import DiagnosticFilters
internal import Diagnostics
internal import FlowPolicies
internal import StandardManifests
internal import WorkspaceConfiguration

enum FuzzConfig {
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
  }
}
