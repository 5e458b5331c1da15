// Why a run can't begin, go on or be read. WCT5xxx; the same codes as those of StoreError and MachineError.

extension Rule {
  package static let storeInputOutput = Rule(
    "WCT5001", "store-input-output", .error, "The store can be read and written.")
  package static let storeDiskFull = Rule(
    "WCT5002", "store-disk-full", .error, "There is space left for the store.")
  package static let storeDamaged = Rule(
    "WCT5003", "store-damaged", .error, "What is stored is as it was written.")
  package static let storeMissing = Rule(
    "WCT5004", "store-missing", .error, "The run or artifact that is named exists.")
  package static let storeHeld = Rule(
    "WCT5005", "store-held", .error, "A run is held by one live process.")
  package static let storeNewer = Rule(
    "WCT5006", "store-newer", .error, "The store was not written by a newer version.")
  package static let storeAmbiguous = Rule(
    "WCT5007", "store-ambiguous", .error, "The beginning of a run's id names one run.")
  package static let artifactFailed = Rule(
    "WCT5020", "artifact-failed", .error, "A component does its work, and its result fits its schema.")
  package static let artifactTimeLimit = Rule(
    "WCT5021", "artifact-time-limit", .error, "An artifact is made within its own time limit.")
  package static let runTimeLimit = Rule(
    "WCT5022", "run-time-limit", .error, "A run ends within its time limit.")
  package static let runCostLimit = Rule(
    "WCT5023", "run-cost-limit", .error, "A run costs no more than its limit.")
  package static let nestedRunFailed = Rule(
    "WCT5024", "nested-run-failed", .error, "A runbook that a run executes compiles and completes.")
  package static let cancelUnclear = Rule(
    "WCT5060", "cancel-unclear", .error, "The process that has a run is known, and may be stopped on its own."
  )
  package static let archiveUnfit = Rule(
    "WCT5061", "archive-unfit", .error, "A run that is imported is whole, unaltered, and not another one's.")
  package static let runMissingVariable = Rule(
    "WCT5101", "run-missing-variable", .error,
    "Every variable that the plan needs is set before the run begins.")
  package static let runUnfitVariable = Rule(
    "WCT5102", "run-unfit-variable", .error, "A variable's value fits the property that it is for.")
  package static let runMissingComponent = Rule(
    "WCT5103", "run-missing-component", .error,
    "Every component that the plan calls is linked into wct-exec.")
  package static let runUnfitReuse = Rule(
    "WCT5104", "run-unfit-reuse", .error,
    "A reused run and artifact exist, and have the schema that the plan says.")
  package static let runStore = Rule(
    "WCT5105", "run-store", .error,
    "The store can be written while a run goes on; if not, the run can be resumed.")
  package static let runUnfitState = Rule(
    "WCT5106", "run-unfit-state", .error, "A run's stored state belongs to its plan.")

  package static let requestsNotSent = Rule(
    "WCT5120", "requests-not-sent", .error, "Requests reach the service that answers them, and it takes them."
  )
  package static let requestUnanswered = Rule(
    "WCT5121", "request-unanswered", .error, "A service answers every request that it has taken.")
  package static let tooManyRounds = Rule(
    "WCT5122", "too-many-rounds", .error, "A component asks a service in three rounds at most.")

  /// Rules on the store and on runs. One line a rule, by code.
  static let runRules: [Rule] = [
    .storeInputOutput,
    .storeDiskFull,
    .storeDamaged,
    .storeMissing,
    .storeHeld,
    .storeNewer,
    .storeAmbiguous,
    .artifactFailed,
    .artifactTimeLimit,
    .runTimeLimit,
    .runCostLimit,
    .nestedRunFailed,
    .cancelUnclear,
    .archiveUnfit,
    .runMissingVariable,
    .runUnfitVariable,
    .runMissingComponent,
    .runUnfitReuse,
    .runStore,
    .runUnfitState,
    .requestsNotSent,
    .requestUnanswered,
    .tooManyRounds,
  ]
}
