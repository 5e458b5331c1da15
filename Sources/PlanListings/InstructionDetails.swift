// What an instruction is told: the lines below its own in a long listing.
internal import CanonicalJSON
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan

struct InstructionDetails {
  private let listed: ListedPlan
  private let style: ListingStyle

  init(_ listed: ListedPlan, _ style: ListingStyle) {
    self.listed = listed
    self.style = style
  }

  func write(_ index: Int, to sink: inout ListingSink) {
    let instruction = listed.plan.instructions[index]
    for (label, text) in labels(of: instruction) { line(label, printable(text), to: &sink) }
    for (pointer, value) in leaves(of: index) { line(pointer, value, to: &sink) }
    for binding in instruction.operation.call?.bindings ?? [] {
      line("binding", Self.text(of: binding), to: &sink)
    }
    if let timeout = instruction.timeout {
      line("timeout", "\(JSONValue.number(timeout).canonicalText) s", to: &sink)
    }
    for (uri, ruleset) in (instruction.operation.call?.rulesets ?? [:]).sorted(by: { $0.key < $1.key }) {
      line("ruleset", "R\(ruleset.value) \(printable(uri))", to: &sink)
    }
    for place in including(instruction.id) { line("included", place, to: &sink) }
    line("key", instruction.key.description, to: &sink)
  }

  private func labels(of instruction: Instruction) -> [(String, String)] {
    let label = instruction.label
    return [("name", label.name), ("description", label.description), ("contact", label.contact)]
      .compactMap { name, text in text.map { (name, $0) } }
  }

  /// What the operation holds besides rulesets and bindings, leaf by leaf.
  private func leaves(of index: Int) -> [(String, String)] {
    let meaning = listed.meaning(of: index)
    return ["properties", "reuse", "execute", "content"].flatMap { field in
      (meaning[field].map(MeaningLeaves.init)?.rows ?? []).map { pointer, value in
        ("\(field)\(printable(pointer))", printable(value))
      }
    }
  }

  static func text(of binding: LateBinding) -> String {
    let marks: [String?] = [
      binding.type.rawValue, binding.isSecret ? "secret" : nil, binding.isOverride ? "override" : nil,
    ]
    let text = JSONValue.string(binding.template).canonicalText
    return printable("\(binding.pointer) = \(text) (\(marks.compactMap(\.self).joined(separator: ", ")))")
  }

  /// The uses of child runbooks that led to the artifact, inner ones first.
  private func including(_ artifact: ArtifactID) -> [String] {
    guard let map = listed.sourceMap else { return [] }
    return (map.places[artifact] ?? []).dropFirst().prefix(64).compactMap { place in
      guard map.sources.indices.contains(place.source) else { return nil }
      return printable("from \(map.sources[place.source]):\(place.line):\(place.column)")
    }
  }

  private func line(_ label: String, _ text: String, to sink: inout ListingSink) {
    let indent = "        "
    let label = label.padded(to: 11)
    sink.line(indent + style.paint(label, .quiet) + " " + text.cut(to: style.width - 9 - label.columns))
  }
}
