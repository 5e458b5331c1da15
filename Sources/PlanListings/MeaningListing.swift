// What goes into an instruction's key, field by field.
internal import CanonicalJSON
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan

/// The meanings of a plan's instructions: exactly the fields whose digest each key is.
package struct MeaningListing {
  private let listed: ListedPlan
  private let style: ListingStyle

  package init(_ listed: ListedPlan, style: ListingStyle) {
    self.listed = listed
    self.style = style
  }

  package func write(to sink: inout ListingSink) {
    for (position, index) in listed.indices.enumerated() where sink.isOpen {
      if position > 0 { sink.line() }
      write(index, to: &sink)
    }
  }

  private func write(_ index: Int, to sink: inout ListingSink) {
    let instruction = listed.plan.instructions[index]
    let place = listed.place(of: instruction.id).map { "  \(style.paint($0, .quiet))" } ?? ""
    sink.line("\(style.paint("#\(index)", .number)) \(style.paint(instruction.id.text, .heading))\(place)")
    line("key", instruction.key.description, to: &sink)
    if let same = listed.sameAs[index] {
      line("same as", "#\(same) \(listed.plan.instructions[same].id)", to: &sink)
    }
    let fields = listed.meaning(of: index)
    let isWhole = fields["content"] != .string(ListedPlan.redacted)
    line(
      "is",
      "the SHA-256 of these fields as canonical JSON\(isWhole ? "" : ", the content itself among them")",
      to: &sink)
    let rows = fields.members.flatMap { self.rows($0, of: instruction) }
    let widest = min(40, rows.map { $0.0.columns }.max() ?? 0)
    for (name, value) in rows { line("  " + name.padded(to: widest), value, to: &sink) }
    let left = notInKey(index)
    if !left.isEmpty { line("not in it", left.joined(separator: "; "), to: &sink) }
  }

  private func rows(_ member: JSONObject.Member, of instruction: Instruction) -> [(String, String)] {
    switch member.key {
    case "inputs": inputs(of: instruction)
    case "rulesets":
      (member.value.objectValue?.members ?? []).map { use in
        ("rulesets", printable("\(use.key)  \(use.value.stringValue ?? "")"))
      }
    case "bindings":
      (instruction.operation.call?.bindings ?? []).map { ("bindings", InstructionDetails.text(of: $0)) }
    default:
      MeaningLeaves(member.value).rows.map { pointer, value in
        (printable(member.key + pointer), printable(value))
      }
    }
  }

  /// An input counts with its key, whatever it is called.
  private func inputs(of instruction: Instruction) -> [(String, String)] {
    guard !instruction.operands.isEmpty else { return [("inputs", "none")] }
    return instruction.operands.map { operand in
      let input = listed.plan.instructions[operand.value]
      return ("inputs", "#\(operand.value) \(input.id)  \(input.key)")
    }
  }

  private func notInKey(_ index: Int) -> [String] {
    let instruction = listed.plan.instructions[index]
    let flags = instruction.flags.names
    return [
      flags.isEmpty ? nil : "flags \(flags.joined(separator: ", "))",
      instruction.timeout.map { "timeout \(JSONValue.number($0).canonicalText) s" },
      instruction.label.isEmpty ? nil : "name and description",
      listed.aliases[index].map { "aliases \($0.joined(separator: ", "))" },
    ].compactMap(\.self)
  }

  private func line(_ label: String, _ text: String, to sink: inout ListingSink) {
    let label = label.padded(to: 12)
    sink.line("  \(style.paint(label, .quiet)) \(text.cut(to: style.width - 3 - label.columns))")
  }
}
