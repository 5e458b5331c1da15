// Why an artifact was or would be made, taken from the store, or left out: the one closed list.

/// The reasons that a machine, a forecast and an explanation give. Append-only: stores keep their places.
package enum DecisionReason: String, Sendable, CaseIterable {
  // Why it runs.
  /// No earlier run of this runbook completed an artifact of this name, and nothing has this key.
  case firstTime = "first_time"
  /// What is done is another operation.
  case operationChanged = "operation_changed"
  /// Another component, or another version of it.
  case componentChanged = "component_changed"
  /// A property of the component, or the content of a constant.
  case propertyChanged = "property_changed"
  case rulesetChanged = "ruleset_changed"
  case schemaChanged = "schema_changed"
  /// A value that comes from the environment when the plan runs, or how it is made.
  case valueChanged = "value_changed"
  /// It reads other artifacts than before.
  case inputsRewired = "inputs_rewired"
  /// The content of an artifact that it reads.
  case inputChanged = "input_changed"
  /// Something that it reads has to run first, and may come out as before or not.
  case inputMayChange = "input_may_change"
  /// The files or rows that a connector reads.
  case sourceChanged = "source_changed"
  /// The connector can't tell what it would read.
  case alwaysFresh = "always_fresh"
  /// The same inputs may give another result.
  case notDeterministic = "not_deterministic"
  /// A variable that the key depends on is not set here.
  case valueUnknown = "value_unknown"
  /// What could be taken is missing from the store, or damaged.
  case resultLost = "result_lost"
  /// The run was told not to take anything from earlier runs.
  case reuseOff = "reuse_off"
  /// No completed artifact in the store, or in the run that was named, has this key.
  case noMatch = "no_match"
  /// It was tried before, and did not complete.
  case notCompletedBefore = "not_completed_before"

  // Why it does not run.
  /// An artifact with the same key and the same inputs is in the store.
  case unchanged = "unchanged"
  /// The runbook itself says that it is copied from an earlier run.
  case askedByRunbook = "asked_by_runbook"
  /// The same instruction stands elsewhere in the plan and is carried out once.
  case sameInstruction = "same_instruction"
  /// It is the artifact that it passes on.
  case passedOn = "passed_on"

  // Why it is left out.
  /// What it needs failed or was left out.
  case inputMissing = "input_missing"
  /// The component is not part of this program, or what is to be copied is not there.
  case cannotRun = "cannot_run"
  case timeLimit = "time_limit"
  case costLimit = "cost_limit"

  // Why it is not done yet.
  /// Its result is made elsewhere.
  case waiting = "waiting"
  /// The run stopped before it.
  case notReached = "not_reached"
  /// Its requests wait to be sent to a service.
  case toBeSent = "to_be_sent"
  /// A service works on its requests.
  case jobPending = "job_pending"
  /// The service could not be asked the last time.
  case serviceUnreachable = "service_unreachable"
  /// The answers are there, and it is not finalised yet.
  case answersReady = "answers_ready"
  /// It was not selected.
  case notSelected = "not_selected"

  /// One sentence for people, without names.
  package var sentence: String {
    switch self {
    case .firstTime: "no earlier run of this runbook completed it"
    case .operationChanged: "the operation changed"
    case .componentChanged: "the component changed"
    case .propertyChanged: "a property changed"
    case .rulesetChanged: "a ruleset changed"
    case .schemaChanged: "the schema changed"
    case .valueChanged: "a value from the environment changed"
    case .inputsRewired: "it reads other artifacts"
    case .inputChanged: "an input changed"
    case .inputMayChange: "an input may change"
    case .sourceChanged: "the source changed"
    case .alwaysFresh: "what it would read can't be told beforehand"
    case .notDeterministic: "the same inputs may give another result"
    case .valueUnknown: "a variable is not set"
    case .resultLost: "the earlier result is missing or damaged"
    case .reuseOff: "reuse was off"
    case .noMatch: "nothing in the store has this key"
    case .notCompletedBefore: "it did not complete before"
    case .unchanged: "key and inputs are unchanged"
    case .askedByRunbook: "the runbook copies it from an earlier run"
    case .sameInstruction: "the same instruction is carried out once"
    case .passedOn: "it is another name of its input"
    case .inputMissing: "what it needs is not there"
    case .cannotRun: "it can't run here"
    case .timeLimit: "the run's time was over"
    case .costLimit: "the run's cost limit was reached"
    case .waiting: "its result is made elsewhere"
    case .notReached: "the run stopped before it"
    case .toBeSent: "its requests are to be sent to a service"
    case .jobPending: "a service works on its requests"
    case .serviceUnreachable: "the service could not be asked"
    case .answersReady: "its answers are there, and it is not finalised yet"
    case .notSelected: "it was not selected"
    }
  }
}

/// What may be taken from earlier runs.
package enum ReuseMode: Sendable, Hashable, CustomStringConvertible {
  case off
  /// From every run of the store.
  case auto
  /// From one run alone.
  case run(RunID)

  /// `off`, `auto`, or a run's id.
  package init(_ text: String) {
    switch text {
    case "off": self = .off
    case "auto": self = .auto
    default: self = .run(RunID(text))
    }
  }

  package var description: String {
    switch self {
    case .off: "off"
    case .auto: "auto"
    case .run(let run): run.text
    }
  }
}
