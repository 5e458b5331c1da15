// Says, signed, what a run did. What is said is PlanSignatures' to decide.
internal import CommandSupport
internal import ComponentKit
internal import ExecutionPlan
internal import PlanSignatures
internal import Reports
internal import RunHistory
internal import SystemFiles

/// Writes the attestation of one run.
struct RunAttestor {
  let path: String
  let key: SigningKey

  /// Where a store keeps the attestations of its runs.
  static func path(inStore directory: String, _ run: RunID) -> String {
    PathText.join(PathText.join(directory, "attestations"), "\(run).json")
  }

  /// Writes the attestation of a run that has ended, and a copy into the store; says so where there is none to write.
  func write(_ report: RunReport, planBytes: [UInt8], storeDirectory: String) throws {
    guard let attestation = RunAttestation(report, planBytes: planBytes) else {
      Terminal.error.write("no attestation was written: the run has not ended\n")
      return
    }
    var envelope = Envelope(payload: attestation.statement.bytes)
    let kept = Self.path(inStore: storeDirectory, report.run.id)
    do {
      try envelope.sign(with: key)
      let bytes = envelope.encoded()
      try writeFile(path, bytes)
      try makeDirectory(PathText.parent(of: kept), permissions: 0o700)
      try writeFile(kept, bytes, permissions: 0o600)
    } catch let error as SystemError {
      throw ProgramError(writing: error)
    } catch let error as SignatureError {
      throw ProgramError(error)
    }
  }
}

extension RunAttestation {
  /// What a store holds of a run; nil for one that has not ended.
  init?(_ report: RunReport, planBytes: [UInt8]) {
    guard report.run.status == .completed || report.run.status == .failed, let end = report.run.finishedAt
    else { return nil }
    self.init(
      plan: report.plan, planID: report.run.planID, planFile: ContentDigest(of: planBytes),
      runID: report.run.id.text, result: report.resultStatus, startedAt: report.run.startedAt.text,
      finishedAt: end.text, inputs: Self.inputs(report), outputs: Self.contents(report.outputs, report),
      program: "wct-exec \(ToolchainVersion.text)")
  }

  /// What came from outside: constants are in the plan.
  private static func inputs(_ report: RunReport) -> [Content] {
    let indices = report.plan.instructions.indices.map { InstructionIndex($0) }.filter { index in
      switch report.plan.instructions[index.value].operation {
      case .extract, .reuse: true
      default: false
      }
    }
    return contents(indices, report)
  }

  private static func contents(_ indices: [InstructionIndex], _ report: RunReport) -> [Content] {
    indices.compactMap { index in
      let instruction = report.plan.instructions[index.value]
      return report.state[index].last?.artifact.map { Content(instruction.id, $0.schema, $0.digest) }
    }
  }
}
