// Where a test runs the built programs: a directory of its own, an environment of its own.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport

/// The programs that were built with these tests.
enum BuiltProgram: String {
  case wct
  case machine = "wct-exec"

  /// Beside the test bundle, which is the running program.
  func path() throws -> String {
    PathText.join(PathText.parent(of: try resolvePath("/proc/self/exe")), rawValue)
  }
}

/// The files of the repository that tests read.
enum Repository {
  static let path = (0..<4).reduce(#filePath) { path, _ in PathText.parent(of: path) }
  static let webshop = "\(path)/Fixtures/webshop"
}

/// A new directory in which the programs run; nothing of the test's own environment reaches them.
struct Workplace {
  let directory: TemporaryDirectory
  var environment: [String: String] = [:]

  init() throws { directory = try TemporaryDirectory() }

  var path: String { directory.path }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try directory.write(name, text) }

  func bytes(_ name: String) throws -> [UInt8] { try readFile(PathText.join(path, name)) }

  func exists(_ name: String) -> Bool {
    (try? FileStatus.of(PathText.join(path, name), followingLinks: false)) != nil
  }

  func link(_ name: String, to target: String) throws { try run("/bin/ln", "-s", target, name) }

  func makeFIFO(_ name: String) throws { try run("/usr/bin/mkfifo", name) }

  /// Runs a program of the system, which must succeed.
  func run(_ program: String, _ arguments: String...) throws {
    let result = try ChildProcess(program, arguments, directory: path, environment: [:]).result()
    guard result.code == 0 else { throw FailedTool(program: program, result: result) }
  }

  func wct(_ arguments: String..., output: OutputPlace = .pipes) throws -> ProcessResult {
    try start(.wct, arguments, output: output).result()
  }

  /// Runs `wct` with a text on its standard input.
  func wct(_ arguments: String..., input: String) throws -> ProcessResult {
    try write(".standard-input", input)
    let command = #""$0" "$@" < .standard-input"#
    let shell = ["-c", command, try BuiltProgram.wct.path()] + arguments
    return try ChildProcess("/bin/sh", shell, directory: path, environment: variables).result()
  }

  func machine(_ arguments: String..., output: OutputPlace = .pipes) throws -> ProcessResult {
    try start(.machine, arguments, output: output).result()
  }

  /// Starts a program and leaves it running.
  func start(
    _ program: BuiltProgram, _ arguments: [String], output: OutputPlace = .pipes, seconds: Int = 60
  ) throws -> ChildProcess {
    try ChildProcess(
      program.path(), arguments, directory: path, environment: variables, output: output, seconds: seconds)
  }

  /// The whole environment of the programs.
  var variables: [String: String] {
    let base = ["HOME": path, "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no", "TERM": "xterm"]
    return base.merging(environment) { $1 }
  }

  // MARK: - What the programs say of runs

  /// `runs --json`, newest first.
  func runs() throws -> [JSONValue] {
    try JSONReader.read(machine("runs", "--json").standardOutput).arrayValue ?? []
  }

  /// `inspect RUN`: artifact to how it stands.
  func artifacts(_ run: String = "latest") throws -> [String: JSONValue] {
    let listing = try JSONReader.read(machine("inspect", run).standardOutput)
    let artifacts = listing["artifacts"]?.arrayValue ?? []
    return Dictionary(
      artifacts.compactMap { value in value["artifact"]?.stringValue.map { ($0, value) } }
    ) { $1 }
  }

  /// `inspect RUN`: artifact to its status.
  func statuses(_ run: String = "latest") throws -> [String: String] {
    try artifacts(run).compactMapValues { $0["status"]?.stringValue }
  }

  /// The content of an artifact.
  func content(_ artifact: String, of run: String = "latest") throws -> JSONValue? {
    try JSONReader.read(machine("inspect", run, artifact).standardOutput)["content"]
  }
}

/// A program of the system that should have succeeded.
struct FailedTool: Error {
  let program: String
  let result: ProcessResult
}

extension JSONValue {
  subscript(key: String) -> JSONValue? { objectValue?[key] }

  /// The value without what differs between two runs of the same thing: ids, times, durations.
  var withoutRunDetails: JSONValue {
    switch self {
    case .array(let values): .array(values.map(\.withoutRunDetails))
    case .object(let object):
      .object(
        JSONObject(
          object.members.filter { !JSONValue.runDetails.contains($0.key) }
            .map { ($0.key, $0.value.withoutRunDetails) }))
    default: self
    }
  }

  private static let runDetails: Set<String> = [
    "id", "run_id", "reused_from", "timestamp", "duration_seconds", "collection_timestamp",
    "analysis_timestamp",
  ]
}
