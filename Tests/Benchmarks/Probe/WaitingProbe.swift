// Runs a plan whose sources do nothing but wait: the real compiler, machine and store, and one connector of its own.
internal import CanonicalJSON
internal import ComponentKit
internal import EnvironmentFiles
internal import ExecutionPlan
internal import Glibc
internal import PlanMachine
internal import RunHistory
internal import RunStore
internal import RunbookCompiler
internal import Rulesets
internal import StandardManifests

enum WaitingProbe {
  /// Arguments: how many sources, how many seconds each waits, and the store. Prints how the run ended.
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 3, let count = Int(arguments[0]), let seconds = Double(arguments[1]) else {
      throw ProbeFailure("wait takes COUNT, SECONDS and STORE")
    }
    let plan = try compile(runbook(count, seconds))
    let store = try RunStore(creating: arguments[2])
    let clock = SystemClock()
    let machine = Machine(
      components: ComponentRegistry(connectors: ["wait": { WaitingConnector($0) }]), catalog: catalog,
      environment: Environment(process: [:]), artifacts: store, clock: clock)
    let verified = try PlanVerifier.verify(Plan.decode(plan), catalog: catalog)
    let prepared = try machine.prepare(verified)
    let held = try store.create(
      NewRun(
        verified, planBytes: plan, options: RunOptions(baseDirectory: "/"), startedAt: clock.now()))
    let outcome = try machine.run(prepared, as: held.record, journal: held)
    print(outcome.run.status)
    guard outcome.run.status == .completed else { throw ProbeFailure("the run is \(outcome.run.status)") }
  }

  private static func runbook(_ count: Int, _ seconds: Double) -> String {
    var text = "name: Waiting\ndescription: Sources that wait\ncontact: nobody\n"
    text += "config: {max_concurrency: \(count)}\nartifacts:\n"
    for index in 0..<count {
      text += "  a\(index): {source: {type: wait, properties: {seconds: \(seconds)}}}\n"
    }
    return text
  }

  private static func compile(_ text: String) throws -> [UInt8] {
    let compiler = Compiler(
      CompilerOptions(
        catalog: catalog, rulesets: RulesetLibrary(directories: []), environment: Environment(process: [:])))
    let result = compiler.compile(text: Array(text.utf8), name: "waiting.yaml", goal: .plan)
    guard let plan = result.plan else { throw ProbeFailure("the runbook does not compile") }
    return plan.bytes
  }

  private static let catalog = ComponentCatalog(
    [
      ComponentManifest(
        kind: .connector, type: "wait", version: "1.0.0", summary: "Waits.", outputs: [.standardInput],
        propertySchema: [
          "type": "object", "properties": ["seconds": ["type": "number", "minimum": 0]],
        ])
    ], schemas: .standard)
}

/// A connector that blocks its thread as one does that waits for a server.
private struct WaitingConnector: Connector {
  let seconds: Double

  init(_ configuration: ComponentConfiguration) {
    seconds = configuration.properties["seconds"]?.doubleValue ?? 1
  }

  func extract(into items: any ItemSink, context: any ComponentContext) throws -> JSONObject {
    usleep(UInt32(seconds * 1_000_000))
    try items.append([
      "content": "waited", "metadata": ["source": "wait", "connector_type": "filesystem_connector"],
    ])
    return JSONObject([("schemaVersion", "1.0.0"), ("name", "waiting")])
  }
}
