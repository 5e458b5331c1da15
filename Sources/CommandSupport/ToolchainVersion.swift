// The version of the toolchain.

/// The version that both programs print.
package enum ToolchainVersion {
  package static let text = "0.1.0"
}
