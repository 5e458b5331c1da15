// What the attestations in a store need to be checked against it.
internal import CanonicalJSON
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import PlanSignatures
internal import RunHistory
internal import RunStore
internal import SystemFiles

/// The attestations that a store keeps: one file a run, named after it.
struct AttestedEvidence {
  private static let suffix = ".json"

  let storeDirectory: String

  /// The runs that were attested, and every digest that is attested of them.
  ///
  /// - Throws: ``ProgramError`` where a file can't be read: what it needs can't be told.
  func read() throws -> KeptEvidence {
    let directory = PathText.join(storeDirectory, "attestations")
    var evidence = KeptEvidence()
    let entries: [DirectoryEntry]
    do {
      entries = try listDirectory(directory)
    } catch {
      if error.isMissing { return evidence }
      throw ProgramError(.storeInputOutput, error.description, leaving: .failed)
    }
    for entry in entries {
      guard let name = entry.text, name.hasSuffix(Self.suffix) else { continue }
      evidence.runs.insert(RunID(String(name.dropLast(Self.suffix.count))))
      Self.collect(try statement(PathText.join(directory, name)), into: &evidence.blobs)
    }
    return evidence
  }

  private func statement(_ path: String) throws -> JSONValue {
    do {
      let envelope = try Envelope(parsing: try readFile(path, limit: Envelope.sizeLimit))
      return try JSONReader.read(envelope.payload)
    } catch {
      throw ProgramError(
        .storeDamaged, "\(path) can't be read, so it can't be told what it needs: \(error)",
        notes: ["restore it, or move it out of the store"], leaving: .failed)
    }
  }

  /// Every text that could be a digest: one too many does no harm.
  private static func collect(_ value: JSONValue, into digests: inout Set<ContentDigest>) {
    switch value {
    case .string(let text):
      let digest = ContentDigest(parsing: text) ?? ContentDigest(parsing: "sha256:\(text)")
      if let digest { digests.insert(digest) }
    case .array(let values): for value in values { collect(value, into: &digests) }
    case .object(let object): for member in object.members { collect(member.value, into: &digests) }
    default: break
    }
  }
}
