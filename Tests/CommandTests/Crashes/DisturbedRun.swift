// A run of ten branches that join, one of whose file operations is disturbed, and what must hold afterwards.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

/// One run in a directory of its own.
struct DisturbedRun {
  private static let branches = 10
  let place: Workplace
  private let plan: String
  /// Whether it takes what it can from a run before it, of which one file of ten has changed since.
  private let reuses: Bool

  init(reuses: Bool = false) throws {
    self.reuses = reuses
    place = try Workplace()
    for branch in 0..<Self.branches {
      try place.write("site/data/\(branch)/letter.txt", "\(branch): \(SampleRunbook.letter)")
    }
    plan = "\(place.path)/plan.json"
    try writeFile(plan, Self.compiled.get(), permissions: 0o600)
    guard reuses else { return }
    let first = try machine("run", plan, "-q", "-o", "first.json")
    #expect(first.code == 0, "\(first)")
    try place.write("site/data/3/letter.txt", "changed: \(SampleRunbook.letter)")
  }

  /// The plan, which is the same in every place: compiled once for all of them.
  private static let compiled = Result {
    let place = try Workplace()
    try place.write("sample.yaml", runbook)
    try place.write("rules/words/1.0.0/words.yaml", ruleset)
    let result = try place.wct("compile", "sample.yaml", "-o", "plan.json", "-q", "--rulesets", "few=rules")
    #expect(result.code == 0, "\(result)")
    return try place.bytes("plan.json")
  }

  /// Few rules: what a run costs here is its files, and a thousand runs are made.
  private static let ruleset = """
    name: words
    version: 1.0.0
    description: A few words
    categories: [contact_data]
    rules:
      - {name: words, description: Words, category: contact_data, patterns: [write, friday], value_patterns: []}

    """

  /// Ten sources, a detector each, all findings joined and classified.
  private static var runbook: String {
    let ids = (0..<branches).map { "found_\($0)" }
    return """
      name: Branches
      description: Ten branches that join
      contact: Tests <tests@example.com>
      artifacts:

      """
        + (0..<branches).map { branch in
          """
            files_\(branch):
              source: {type: filesystem, properties: {path: data/\(branch)}}
            found_\(branch):
              inputs: files_\(branch)
              process: {type: personal_data, properties: {pattern_matching: {ruleset: few/words/1.0.0}}}
              output: true

          """
        }.joined() + """
            all: {inputs: [\(ids.joined(separator: ", "))], merge: concatenate}
            classified:
              inputs: all
              process: {type: gdpr_personal_data_classifier}
              output: true

          """
  }

  /// Where the machine works: its store and its results lie in it.
  var site: String { "\(place.path)/site" }

  /// Runs the machine in the site, undisturbed.
  func machine(_ arguments: String...) throws -> ProcessResult {
    try start(arguments, environment: [:]).result()
  }

  /// Runs the plan with a fault.
  func run(_ fault: Fault) throws -> ProcessResult {
    let environment = try FaultLibrary.environment(
      fault, root: site, image: "\(place.path)/image", counter: "\(place.path)/count")
    return try start(command + ["-q"], environment: environment).result()
  }

  /// Starts the run and leaves it running.
  func begin(_ arguments: String...) throws -> ChildProcess {
    try start(command + arguments, environment: [:])
  }

  private var command: [String] {
    ["run", plan, "-o", "results.json"] + (reuses ? ["--reuse", "auto"] : [])
  }

  private func start(_ arguments: [String], environment: [String: String]) throws -> ChildProcess {
    let base = ["HOME": place.path, "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no", "TERM": "xterm"]
    return try ChildProcess(
      BuiltProgram.machine.path(), arguments, directory: site,
      environment: base.merging(environment) { $1 })
  }

  /// How many operations the process that ended by itself did.
  func operationCount() throws -> Int {
    let text = String(decoding: try place.bytes("count"), as: UTF8.self)
    return try #require(Int(text.dropLast()))
  }

  /// Puts the store and the results in the state in which the power failure left them.
  func losePower() throws {
    try place.run("/bin/rm", "-rf", "\(site)/.wct", "\(site)/outputs")
    for name in [".wct", "outputs"] where place.exists("image/disk/\(name)") {
      try place.run("/bin/mv", "\(place.path)/image/disk/\(name)", "\(site)/\(name)")
    }
  }

  // MARK: - What must hold

  /// The results without what differs between runs; nil when there are none.
  func results() throws -> JSONValue? {
    guard place.exists("site/outputs/results.json") else { return nil }
    return try JSONReader.read(place.bytes("site/outputs/results.json")).withoutRunDetails
  }

  /// The runs in the store, newest first.
  func runs(_ comment: Comment) throws -> [JSONValue] {
    let result = try machine("runs", "--json")
    #expect(result.code == 0, "\(comment): \(result)")
    return try JSONReader.read(result.standardOutput).arrayValue ?? []
  }

  /// The artifacts of the newest run that are completed.
  func completed() throws -> [String: JSONValue] {
    let listing = try JSONReader.read(machine("inspect", "latest", "--json").standardOutput)
    let artifacts = (listing["artifacts"]?.arrayValue ?? []).filter { $0["status"] == "completed" }
    return Dictionary(
      artifacts.compactMap { value in value["artifact"]?.stringValue.map { ($0, value) } }
    ) { $1 }
  }

  /// Goes on where the run stopped, or begins anew where nothing of it was kept, and compares the end of it with
  /// that of a run that nothing disturbed.
  func expectRecovery(_ comment: Comment) throws {
    _ = try results()  // Whole, or not there.
    let isKnown = try runs(comment).count > (reuses ? 1 : 0)
    let before = isKnown ? try completed() : [:]
    let again =
      isKnown
      ? try machine("resume", "latest", "-q", "-o", "results.json")
      : try start(command + ["-q"], environment: [:]).result()
    #expect(again.code == 0, "\(comment): \(again)")
    let undisturbed = reuses ? UndisturbedRun.reusing : UndisturbedRun.shared
    #expect(try results() == undisturbed.get().results, "\(comment)")
    let after = try completed()
    for (artifact, record) in before {
      #expect(after[artifact] == record, "\(comment): \(artifact) ran again")
    }
    let outputs = try listDirectory("\(site)/outputs").count
    #expect(outputs == (reuses ? 2 : 1), "\(comment): something partial is left")
  }
}

/// What a run does that nothing disturbs.
struct UndisturbedRun: Sendable {
  let results: JSONValue
  let operationCount: Int

  static let shared = Result { try UndisturbedRun(reuses: false) }
  static let reusing = Result { try UndisturbedRun(reuses: true) }

  private init(reuses: Bool) throws {
    let run = try DisturbedRun(reuses: reuses)
    let result = try run.run(Fault(kind: .kill, operation: 0))
    #expect(result.code == 0, "\(result)")
    results = try #require(try run.results())
    #expect(results.canonicalText.contains("\"matched_patterns\":[{"), "it finds something")
    operationCount = try run.operationCount()
  }
}
