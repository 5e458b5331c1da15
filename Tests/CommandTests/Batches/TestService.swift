// The batch service of Tests/BatchService as a process that a test starts, misleads, stops and starts again.
internal import CanonicalJSON
internal import Glibc
internal import SystemFiles
internal import TestSupport
import Testing

/// A batch service on the loopback interface; it ends with this object.
final class TestService {
  static let token = "canary-batch-token"

  private let place: Workplace
  private var process: ChildProcess
  private(set) var port: String

  /// Starts it. `rules` say what it does; Tests/BatchService/service.py lists them.
  init(in place: Workplace, _ rules: JSONValue = [:]) throws {
    self.place = place
    try place.write("service/rules.json", rules.canonicalText)
    process = try Self.start(place, port: "0")
    port = try Self.port(of: process)
  }

  private static func start(_ place: Workplace, port: String) throws -> ChildProcess {
    let script = "\(Repository.path)/Tests/BatchService/service.py"
    return try ChildProcess(
      "/usr/bin/python3", [script, "service/rules.json", "service/state.json"], directory: place.path,
      environment: ["PATH": "/usr/bin:/bin", "WCT_PORT": port], seconds: 120)
  }

  private static func port(of process: ChildProcess) throws -> String {
    _ = process.wait { $0.standardOutput.contains("\n") }
    let line = process.standardOutput.split(separator: "\n").first ?? ""
    try #require(line.hasPrefix("port "), "\(process.standardError)")
    return String(line.dropFirst(5))
  }

  /// What it does from now on.
  func follow(_ rules: JSONValue) throws { try place.write("service/rules.json", rules.canonicalText) }

  /// The variables that lead the programs to it.
  var variables: [String: String] {
    [
      "WCT_BATCH_URL": "http://127.0.0.1:\(port)", "WCT_BATCH_TOKEN": Self.token,
      "WCT_BATCH_RETRY_SECONDS": "0",
    ]
  }

  /// Waits until so many events of a name were told.
  func wait(for event: String, count: Int = 1) -> Bool {
    process.wait { process in
      process.standardOutput.split(separator: "\n").count { $0.contains("\"event\": \"\(event)\"") } >= count
    }
  }

  func stop() {
    process.send(SIGKILL)
    _ = process.result()
  }

  /// Starts it again, where it was.
  func restart() throws {
    process = try Self.start(place, port: port)
    #expect(try Self.port(of: process) == port)
  }

  // MARK: - What it has seen

  private func state() throws -> JSONValue {
    guard place.exists("service/state.json") else { return [:] }
    return try JSONReader.read(place.bytes("service/state.json"))
  }

  /// How often each request was taken.
  func received() throws -> [Int] {
    try (state()["received"]?.objectValue?.members ?? []).compactMap { $0.value.integerValue }
  }

  func count(_ name: String) throws -> Int { try state()[name]?.integerValue ?? 0 }

  /// The batches as they were taken.
  func batches() throws -> [JSONValue] { try (state()["batches"]?.objectValue?.members ?? []).map(\.value) }

  /// The ids of the batches that were given up.
  func deleted() throws -> [String] { try (state()["deleted"]?.arrayValue ?? []).compactMap(\.stringValue) }
}
