// The findings of a run, as exporters of findings are handed them.
internal import ComponentKit
package import ExecutionPlan
package import FindingReports
internal import RunHistory

extension RunReport {
  /// The findings of the run's outputs, or of other completed artifacts that are named.
  ///
  /// - Parameters:
  ///   - artifacts: The artifacts that are wanted; nil: the outputs.
  ///   - program: The program that makes the report, with its version.
  package func findings(
    of artifacts: [InstructionIndex]? = nil, filter: FindingFilter = FindingFilter(),
    accepted: AcceptedFindings = AcceptedFindings(), program: String
  ) -> FindingsReport {
    let wanted = (artifacts ?? outputs).filter { state[$0].status == .completed }
    let origin = FindingsReport.Origin(
      run: run, runbookDescription: plan.runbook.description, contact: plan.runbook.contact,
      framework: plan.framework, status: resultStatus, now: now, program: program)
    return FindingsReport(
      origin: origin, outputs: wanted.compactMap(findingOutput), filter: filter, accepted: accepted)
  }

  /// An artifact as a list of findings; nil for any other.
  private func findingOutput(_ index: InstructionIndex) -> FindingsReport.Output? {
    guard let record = state[index].last?.artifact, itemsProperty(of: record.schema) == "findings" else {
      return nil
    }
    let instruction = plan.instructions[index.value]
    let report = self
    return FindingsReport.Output(
      artifact: name(of: index).text, title: instruction.label.name, schema: record.schema,
      isSensitive: instruction.flags.contains(.sensitive), count: record.itemCount,
      texts: texts(of: index)
    ) {
      guard let reader = try report.reader(of: index) else { throw ArtifactWithoutContent() }
      return reader
    }
  }

  /// The texts that an artifact was made from, whatever lies between.
  private func texts(of index: InstructionIndex) -> [FindingsReport.Text] {
    var seen: Set<InstructionIndex> = [index]
    var rest = [index]
    var texts: [FindingsReport.Text] = []
    let report = self
    while let next = rest.popLast() {
      for operand in plan.instructions[next.value].operands where seen.insert(operand).inserted {
        rest.append(operand)
        guard state[operand].status == .completed,
          state[operand].last?.artifact?.schema.name == "standard_input"
        else { continue }
        texts.append(
          FindingsReport.Text {
            guard let reader = try report.reader(of: operand) else { throw ArtifactWithoutContent() }
            return reader
          })
      }
    }
    return texts
  }
}

/// A completed artifact always has content; a store that says otherwise is damaged.
private struct ArtifactWithoutContent: Error, CustomStringConvertible {
  let description = "an artifact that is completed has no content"
}
