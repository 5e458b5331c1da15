// What earlier runs made, asked of the machine beside this program, so that the compiler links no database.
internal import CanonicalJSON
internal import CommandSupport
internal import ComponentKit
internal import RunbookCompiler
internal import Synchronization

/// The runs of the store that was named with `--store`. Each run is looked up once.
final class StoredRuns: EarlierRuns {
  private let store: String
  private let known = Mutex<[String: Result<Listing, EarlierRunFault>]>([:])

  init(store: String) { self.store = store }

  func artifact(_ name: String, ofRun run: String) -> Result<EarlierArtifact, EarlierRunFault> {
    known.withLock { known in
      let listing = known[run] ?? look(up: run)
      known[run] = listing
      return listing.flatMap { $0.artifact(name) }
    }
  }

  /// `wct-exec inspect` says what there is to know of a run.
  private func look(up run: String) -> Result<Listing, EarlierRunFault> {
    guard let program = ProgramLocation.beside("wct-exec") else {
      return .failure(.run("wct-exec is not beside wct; install both programs in one directory"))
    }
    do {
      let result = try CapturedCommand.run(program, ["inspect", "--json", "--store", store, "--", run])
      guard result.code == 0 else { return .failure(.run(Self.reason(result))) }
      guard let listing = Listing(try JSONReader.read(result.output)) else {
        return .failure(.run("wct-exec is of another version than wct"))
      }
      return .success(listing)
    } catch {
      return .failure(.run("\(error)"))
    }
  }

  /// The first line that the machine wrote, without the code that it begins with.
  private static func reason(_ result: CapturedCommand) -> String {
    let line = String(decoding: result.error.prefix { $0 != 0x0A }, as: UTF8.self)
    guard line.hasPrefix("error["), let end = line.firstRange(of: "]: ")?.upperBound else { return line }
    return String(line[end...])
  }

  /// The artifacts of one run, as the machine lists them.
  private struct Listing: Sendable {
    let run: String
    private let artifacts: [JSONValue]

    init?(_ value: JSONValue) {
      guard let object = value.objectValue, let run = object["id"]?.stringValue,
        let artifacts = object["artifacts"]?.arrayValue
      else { return nil }
      self.run = run
      self.artifacts = artifacts
    }

    func artifact(_ name: String) -> Result<EarlierArtifact, EarlierRunFault> {
      guard let found = artifacts.first(where: { names(of: $0).contains(name) })?.objectValue else {
        return .failure(.artifact(known: artifacts.flatMap(names)))
      }
      let status = found["status"]?.stringValue ?? "unknown"
      guard status == "completed",
        let digest = found["digest"]?.stringValue.flatMap({ ContentDigest(parsing: $0) }),
        let schema = found["schema"]?.stringValue.flatMap({ SchemaReference(parsing: $0) }),
        let id = found["artifact"]?.stringValue, let flags = found["flags"]?.arrayValue
      else { return .failure(.notCompleted(status)) }
      return .success(
        EarlierArtifact(
          run: run, artifact: id, schema: schema, digest: digest,
          isSensitive: flags.contains("sensitive"), isTainted: flags.contains("tainted")))
    }

    /// The id, then other names.
    private func names(of artifact: JSONValue) -> [String] {
      let object = artifact.objectValue
      let aliases = (object?["aliases"]?.arrayValue ?? []).compactMap(\.stringValue)
      return [object?["artifact"]?.stringValue].compactMap(\.self) + aliases
    }
  }
}
