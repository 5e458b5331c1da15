// Reads a plan file: structure only. Whether the plan means anything is PlanVerifier's to say.
internal import CanonicalJSON
package import ComponentKit
internal import ParallelWork

/// A plan read from untrusted bytes, with the identities that the file claims.
package struct DecodedPlan: Sendable {
  package let plan: Plan
  package let id: ContentDigest
  package let digest: ContentDigest
  /// Which instructions are alike.
  let forms: InstructionForms
}

extension Plan {
  /// Reads a plan file and checks that it is exactly what the compiler wrote.
  ///
  /// - Throws: ``PlanError`` with the JSON Pointer of the fault.
  package static func decode(_ bytes: [UInt8]) throws(PlanError) -> DecodedPlan {
    do throws(PlanError) {
      var reader = try PlanReader(bytes)
      let file = try PlanFile(&reader)
      return try file.checked(&reader)
    } catch {
      throw PlanHeader.refusal(of: bytes, error)
    }
  }
}

extension Plan {
  /// The plan that a file holds, whatever its digests and its spelling say: for tests, never to be run.
  package static func decodeStructure(_ bytes: [UInt8]) throws(PlanError) -> Plan {
    var reader = try PlanReader(bytes)
    return try PlanFile(&reader).plan
  }
}

/// The members of a plan file as they are read.
private struct PlanFile {
  private(set) var plan = Plan(runbook: RunbookLabel(name: "", description: ""))
  private var id: ContentDigest?
  private var digest: ContentDigest?
  /// The bytes of the member `digest` with the comma that follows it.
  private var digestMember = 0..<0

  init(_ reader: inout PlanReader) throws(PlanError) {
    reader.json.skipWhitespace()
    var cursor = try reader.open(HeaderField.self)
    while let field = try reader.next(&cursor) {
      do throws(PlanError) { try read(field, &reader) } catch { throw error.under(field.rawValue) }
      if field == .digest { digestMember = cursor.start..<reader.json.position + 1 }
    }
  }

  private mutating func read(_ field: HeaderField, _ reader: inout PlanReader) throws(PlanError) {
    switch field {
    case .aliases: plan.aliases = try reader.aliases()
    case .components: plan.components = try reader.list { reader throws(PlanError) in try reader.component() }
    case .config: plan.configuration = try reader.configuration()
    case .digest: digest = try reader.digest()
    case .environment:
      plan.environment = try reader.list { reader throws(PlanError) in try reader.variable() }
    case .format:
      guard try reader.string() == PlanFormat.name else { throw PlanError(.structure, "not a plan") }
    case .formatVersion:
      guard try reader.integer() == PlanFormat.version else { throw PlanError(.format, "another format") }
    case .framework: plan.framework = try reader.name()
    case .instructions: plan.instructions = try reader.instructions()
    case .planID: id = try reader.digest()
    case .rulesets: plan.rulesets = try reader.list { reader throws(PlanError) in try reader.ruleset() }
    case .runbook: plan.runbook = try reader.runbookLabel()
    }
  }

  /// The plan, if the file is the canonical encoding of what it says, digests included.
  func checked(_ reader: inout PlanReader) throws(PlanError) -> DecodedPlan {
    guard let id, let digest else { throw PlanError(.structure, "the digests are missing") }
    let hint = "compile the runbook again"
    let found = digests(reader.json.bytes)
    guard found.meaning == id else {
      throw PlanError(
        .altered, "the plan id does not match the plan: it was altered", at: "/plan_id", hint: hint)
    }
    guard try isWhole(&reader), found.rest == digest else {
      throw PlanError(.altered, "the file was altered after it was compiled", at: "/digest", hint: hint)
    }
    return DecodedPlan(plan: plan, id: id, digest: digest, forms: reader.forms)
  }

  /// Whether the file is in canonical form and ends with one line break.
  private func isWhole(_ reader: inout PlanReader) throws(PlanError) -> Bool {
    let (end, bytes) = (reader.json.position, reader.json.bytes)
    let isCanonical = reader.json.isCanonical && end == bytes.count - 1 && bytes[end] == 0x0A
    do { try reader.json.finish() } catch { throw PlanError(error) }
    return isCanonical
  }

  /// The digests of what the plan means, and of the file but for the member `digest`: side by side, where that pays.
  private func digests(_ bytes: [UInt8]) -> (meaning: ContentDigest, rest: ContentDigest) {
    let (plan, member) = (plan, digestMember)
    var digests: [ContentDigest] = []
    let jobs = bytes.count > 1 << 20 ? min(2, WorkerThreads.processorCount) : 1
    WorkerThreads.forEachInOrder(2, jobs: jobs) { number in
      number == 0
        ? plan.meaningDigest() : Plan.digest(of: bytes.span.extracting(droppingLast: 1), without: member)
    } deliver: { _, digest in
      digests.append(digest)
    }
    return (digests[0], digests[1])
  }
}

/// What can be said of a file whose plan can't be read.
private enum PlanHeader {
  /// The reason that helps most: not JSON, not a plan, a plan of another format; else the error itself.
  static func refusal(of bytes: [UInt8], _ error: PlanError) -> PlanError {
    guard error.code != .altered else { return error }
    do {
      let (format, version) = try skim(bytes)
      guard format == .string(PlanFormat.name) else {
        return PlanError(.structure, "not a plan: the field 'format' is not '\(PlanFormat.name)'")
      }
      guard let version = version?.integerValue, version != PlanFormat.version else { return error }
      let advice = version > PlanFormat.version ? "use a newer wct-exec" : "compile the runbook again"
      return PlanError(
        .format, "the plan has format version \(version), this machine reads version \(PlanFormat.version)",
        at: "/\(HeaderField.formatVersion.rawValue)", hint: advice)
    } catch {
      return PlanError(error)
    }
  }

  /// Reads the two fields that every format has, and that the rest is JSON.
  private static func skim(_ bytes: [UInt8]) throws(JSONReadError) -> (JSONValue?, JSONValue?) {
    var json = try JSONReader(bytes, checksForm: false)
    var (format, version): (JSONValue?, JSONValue?)
    json.skipWhitespace()
    if json.peek() != UInt8(ascii: "{") {
      try json.skipValue()
    } else if try json.open(.object) {
      repeat {
        switch try json.readKey() {
        case HeaderField.format.rawValue: format = try json.readValue()
        case HeaderField.formatVersion.rawValue: version = try json.readValue()
        default: try json.skipValue()
        }
      } while try json.hasNext(in: .object)
    }
    try json.finish()
    return (format, version)
  }
}
