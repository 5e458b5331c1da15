// Reads and verifies a plan file: nothing else is ever run.
internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import ExecutionPlan
internal import PlanMachine
internal import PlanSignatures
internal import StandardManifests
internal import SystemFiles
internal import ComponentKit

/// A plan file that may run.
struct LoadedPlan {
  /// The largest plan file that is read.
  static let sizeLimit = 1 << 30

  let verified: VerifiedPlan
  let bytes: [UInt8]
  let sourceMapBytes: [UInt8]?

  /// The plan at a path, or the exit code to leave with.
  ///
  /// - Parameter signatures: Who must have signed these very bytes.
  static func load(_ path: String, requiring signatures: SignatureOptions? = nil) throws -> LoadedPlan {
    let bytes: [UInt8]
    do {
      bytes = try readFile(path, limit: sizeLimit)
    } catch {
      throw ProgramError(.unreadableFile, error.description, leaving: .usage)
    }
    prepareHeap(forBytes: 2 * bytes.count)
    // Whoever is not trusted has nothing decoded.
    let signature = try signatures?.check(bytes, path: path)
    return LoadedPlan(
      verified: try verify(bytes, signedAs: signature, file: path), bytes: bytes,
      sourceMapBytes: try? readFile(path + ".map", limit: sizeLimit))
  }

  /// - Parameter file: How a refusal names the plan; nil where it comes from no file.
  static func verify(
    _ bytes: [UInt8], signedAs signature: PlanSignature? = nil, file: String? = nil
  ) throws -> VerifiedPlan {
    do {
      let plan = try PlanVerifier.verify(Plan.decode(bytes), catalog: .standard)
      if let signature {
        try signature.check(planID: plan.id)
        try plan.plan.refuseUnsignableOperations()
      }
      if plan.executesRunbooks, ProgramLocation.beside("wct") == nil {
        try plan.refuseExecution(
          because: "only wct can compile that, and it is not beside wct-exec",
          hint: "install both programs in one directory")
      }
      return plan
    } catch let error as PlanError {
      throw ProgramError(error, file: file)
    } catch let error as SignatureError {
      throw ProgramError(error)
    }
  }

  var sourceMap: SourceMap? { sourceMapBytes.flatMap(SourceMap.decode) }
}
