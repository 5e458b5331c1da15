// What kind of failure an artifact had, by a code that `wct explain` knows.

/// The codes of failures inside a run; faults of the run as a whole have codes of their own.
package enum FailureCode: String, Sendable, CaseIterable {
  /// The component could not do its work, or its result does not fit.
  case component = "WCT5020"
  /// The artifact's own time was over.
  case timeLimit = "WCT5021"
  /// The run's time was over.
  case runTimeLimit = "WCT5022"
  /// The run's cost limit was reached.
  case costLimit = "WCT5023"
  /// The run that it consists of did not compile, or failed.
  case nestedRun = "WCT5024"
  /// Its requests could not be sent, or the service refused them.
  case requestsNotSent = "WCT5120"
  /// A request was sent as often as may be, and has no answer.
  case requestUnanswered = "WCT5121"
  /// It asked in more rounds than a processor may.
  case tooManyRounds = "WCT5122"
}
