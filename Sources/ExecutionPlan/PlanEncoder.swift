// Writes a plan as canonical JSON, into one buffer. The reader is PlanDecoder.swift; the two change together.
internal import CanonicalJSON
package import ComponentKit

/// The form of plan files.
package enum PlanFormat {
  /// The value of `format`.
  package static let name = "wct-plan"
  /// The value of `format_version`: raised when an older machine could misread a newer plan.
  package static let version = 1
}

/// A plan's canonical bytes and identities.
package struct EncodedPlan: Sendable {
  /// The plan file.
  package let bytes: [UInt8]
  /// The digest of what the plan means: display names do not change it.
  package let id: ContentDigest
  /// The digest of everything in the file but this digest itself.
  package let digest: ContentDigest
}

extension Plan {
  /// The canonical plan file of this plan.
  package func encoded() -> EncodedPlan {
    let id = meaningDigest()
    var writer = JSONWriter()
    let digestMember = write(to: &writer, id: id)
    let digest = writer.withWritten { Self.digest(of: $0, without: digestMember) }
    writer.writeASCII("\n")
    var (bytes, text) = (writer.take(), JSONWriter())
    text.write(digest)
    let end = digestMember.upperBound - 1
    bytes.replaceSubrange(end - text.count..<end, with: text.take())
    return EncodedPlan(bytes: bytes, id: id, digest: digest)
  }

  /// The digest of a file's object without the bytes of its member `digest`.
  static func digest(of object: Span<UInt8>, without member: Range<Int>) -> ContentDigest {
    var hasher = ContentHasher()
    hasher.update(object.extracting(0..<member.lowerBound))
    hasher.update(object.extracting(member.upperBound..<object.count))
    return hasher.finalised()
  }

  /// Writes the file's object with a digest that is yet to be filled in.
  ///
  /// - Returns: The bytes of the member `digest` with the comma after it.
  private func write(to writer: inout JSONWriter, id: ContentDigest) -> Range<Int> {
    writer.reserve(4096 + 320 * instructions.count)
    var file = ObjectWriter(&writer)
    if !aliases.isEmpty { writeAliases(&file, &writer) }
    file.array(components, "components", &writer) { $0.write(to: &$1) }
    file.key("config", &writer)
    configuration.write(to: &writer)
    writer.writeASCII(",")
    let start = writer.count
    writer.writeASCII("\"digest\":")
    writer.write(id)
    let digestMember = start..<writer.count + 1
    file.array(environment, "environment", &writer) { $0.write(to: &$1) }
    file.text(PlanFormat.name, "format", &writer)
    file.number(PlanFormat.version, "format_version", &writer)
    file.text(framework, "framework", &writer)
    file.array(instructions, "instructions", &writer) { $0.write(to: &$1) }
    file.digest(id, "plan_id", &writer)
    file.array(rulesets, "rulesets", &writer) { $0.write(to: &$1) }
    file.key("runbook", &writer)
    runbook.write(to: &writer)
    file.end(&writer)
    return digestMember
  }

  private func writeAliases(_ file: inout ObjectWriter, _ writer: inout JSONWriter) {
    file.key("aliases", &writer)
    writer.write(aliasesJSON)
  }

  private var aliasesJSON: JSONObject {
    JSONObject(aliases.map { ($0.key.text, .integer($0.value.value)) })
  }

  /// The plan id: the digest of the framework, the configuration, and every instruction's id, key and flags.
  ///
  /// A key stands for the operation, component, properties, rulesets, schemas and inputs.
  package func meaningDigest() -> ContentDigest {
    var writer = JSONWriter()
    var head = ObjectWriter(&writer)
    head.object(aliasesJSON, "aliases", &writer)
    head.key("config", &writer)
    configuration.write(to: &writer)
    head.array(environment, "environment", &writer) { $0.write(to: &$1) }
    head.number(PlanFormat.version, "format_version", &writer)
    head.key("framework", &writer)
    writer.write(framework.map { .string($0) } ?? JSONValue.null)
    head.end(&writer)
    var hasher = ContentHasher()
    let instructions = instructions.span
    for index in instructions.indices {
      writer.writeIdentity(of: instructions, at: index)
      guard writer.count > 1 << 14 else { continue }
      writer.withWritten { hasher.update($0) }
      writer.removeAll()
    }
    writer.withWritten { hasher.update($0) }
    return hasher.finalised()
  }
}

extension RunbookLabel {
  fileprivate func write(to writer: inout JSONWriter) {
    var object = ObjectWriter(&writer)
    object.text(contact, "contact", &writer)
    object.text(description, "description", &writer)
    object.text(name, "name", &writer)
    object.end(&writer)
  }
}

extension RunConfiguration {
  fileprivate func write(to writer: inout JSONWriter) {
    var object = ObjectWriter(&writer)
    object.number(costLimit, "cost_limit", &writer)
    object.number(maximumChildDepth, "max_child_depth", &writer)
    object.number(maximumConcurrency, "max_concurrency", &writer)
    object.number(timeout, "timeout", &writer)
    object.end(&writer)
  }
}

extension ComponentImport {
  fileprivate func write(to writer: inout JSONWriter) {
    var object = ObjectWriter(&writer)
    object.text(kind.rawValue, "kind", &writer)
    object.digest(manifest, "manifest", &writer)
    object.text(type, "type", &writer)
    object.text(version, "version", &writer)
    object.end(&writer)
  }
}

extension RulesetConstant {
  fileprivate func write(to writer: inout JSONWriter) {
    var object = ObjectWriter(&writer)
    object.digest(digest, "digest", &writer)
    object.key("value", &writer)
    writer.write(value)
    object.end(&writer)
  }
}

extension RequiredVariable {
  fileprivate func write(to writer: inout JSONWriter) {
    var object = ObjectWriter(&writer)
    object.text(name, "name", &writer)
    object.truth(isRequired, "required", &writer)
    object.truth(isSecret, "secret", &writer)
    object.end(&writer)
  }
}
