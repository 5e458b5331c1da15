// Running a plan from a program.
public import CanonicalJSON
internal import ComponentKit
internal import EnvironmentFiles
internal import ExecutionPlan
internal import PlanMachine
internal import RunHistory
internal import RunStore
internal import StandardComponents
internal import StandardManifests
internal import SystemFiles

/// How an artifact of a run stands.
public struct ArtifactOutcome: Sendable, Hashable {
  /// The artifact, as the plan names it.
  public let id: String
  /// `completed`, `failed`, `skipped`, `pending` or `not_started`.
  public let status: String
  /// `name/version` of the wire format.
  public let schema: String
  /// How many items it holds, when it is completed.
  public let itemCount: Int?
  /// Why it failed or was skipped.
  public let reason: String?
}

/// A run that has ended.
public struct PlanRun: Sendable {
  /// The run's id in its store; `wct inspect ID` shows it.
  public let id: String
  /// `completed`, `failed` or `interrupted`.
  public let status: String
  /// In the order of the plan.
  public let artifacts: [ArtifactOutcome]
  private let plan: Plan
  private let state: RunState
  private let store: RunStore

  /// The whole content of a completed artifact, by its id or its alias.
  ///
  /// Items are read into memory at once; ``forEachItem(of:_:)`` does not.
  /// - Throws: ``PlanRunError`` when there is none, or when it can't be read.
  public func content(of artifact: String) throws -> JSONObject {
    let reader = try reader(of: artifact)
    return try reader.wholeContent(itemsProperty: SchemaCatalog.standard[reader.schema]?.itemsProperty)
  }

  /// Hands over the items of a completed artifact one by one.
  ///
  /// - Throws: ``PlanRunError`` when there is none, or when it can't be read; and what `body` throws.
  public func forEachItem(of artifact: String, _ body: (JSONValue) throws -> Void) throws {
    try reader(of: artifact).forEachItem(body)
  }

  private func reader(of artifact: String) throws -> any ArtifactReader {
    let index =
      ArtifactID(artifact).flatMap { plan.aliases[$0] }
      ?? plan.instructions.firstIndex { $0.id.text == artifact }.map { InstructionIndex($0) }
    guard let index, let record = state[index].last?.artifact else {
      throw PlanRunError(message: "the run \(id) has no completed artifact '\(artifact)'")
    }
    return try store.reader(of: record, artifact: plan.instructions[index.value].id)
  }

  fileprivate init(_ outcome: RunOutcome, plan: Plan, store: RunStore) {
    id = outcome.run.id.text
    status = outcome.run.status.rawValue
    artifacts = zip(plan.instructions, outcome.state.artifacts).map { instruction, state in
      ArtifactOutcome(
        id: instruction.id.text, status: state.status.rawValue, schema: instruction.schema.description,
        itemCount: state.last?.artifact?.itemCount, reason: state.last?.reason)
    }
    self.plan = plan
    self.state = outcome.state
    self.store = store
  }
}

/// Why a plan could not be run, or its artifacts could not be read.
public struct PlanRunError: Error, Sendable, CustomStringConvertible {
  /// What went wrong, with its code.
  public let message: String

  /// The message.
  public var description: String { message }
}

extension CompiledPlan {
  /// Runs this plan on the calling thread, with the built-in components, to its end.
  ///
  /// `store` is a directory, made where there is none; relative paths of the runbook begin at `baseDirectory`;
  /// `variables` are what late-bound values (secrets) see. What fails inside the run is part of the result.
  /// - Throws: ``PlanRunError`` when the run can't begin, or when the store fails.
  public func run(
    store directory: String, baseDirectory: String = ".", variables: [String: String] = [:]
  ) throws(PlanRunError) -> PlanRun {
    do {
      let clock = SystemClock()
      let verified = try PlanVerifier.verify(Plan.decode(bytes), catalog: .standard)
      try verified.refuseExecution(
        because: "the library can't compile it while a plan runs", hint: "run the plan with wct-exec")
      let store = try RunStore(creating: directory)
      let machine = Machine(
        components: .standard, catalog: .standard, environment: Environment(process: variables),
        artifacts: store, memory: store, clock: clock)
      let prepared = try machine.prepare(verified)
      let options = RunOptions(baseDirectory: PathText.join(currentDirectory(), baseDirectory))
      let held = try store.create(
        NewRun(verified, planBytes: bytes, options: options, startedAt: clock.now()))
      let outcome = try machine.run(prepared, as: held.record, journal: held)
      return PlanRun(outcome, plan: verified.plan, store: store)
    } catch {
      throw PlanRunError(message: "\(error)")
    }
  }
}
