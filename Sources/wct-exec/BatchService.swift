// Which service the requests of runs go to: from the variables that a run sees.
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import EnvironmentFiles
internal import PlanMachine
internal import RequestDispatch

/// The batch service of an environment.
struct BatchService {
  /// Nil where no service is named.
  let dispatcher: HTTPBatchDispatcher?
  let limits: RequestLimits

  /// - Throws: ``ProgramError`` where a variable can't be used.
  init(_ environment: Environment) throws {
    var limits = RequestLimits()
    do {
      let settings = try BatchServiceSettings { environment[$0] }
      limits.firstPause = settings?.retryPause ?? limits.firstPause
      dispatcher = settings.map { settings in
        var variables: [String: String] = [:]
        for name in environment.names { variables[name] = environment[name] }
        return HTTPBatchDispatcher(
          settings, transport: CurlTransport(environment: variables, timeout: settings.timeout))
      }
    } catch {
      throw ProgramError(
        .runUnfitVariable, "a variable does not fit: \(error)",
        notes: ["docs/batches.md lists the variables of the batch service"], leaving: .failed)
    }
    self.limits = limits
  }

  /// What is said where no service is named.
  static let missing = "no service is configured for requests; name one with WCT_BATCH_URL (docs/batches.md)"
}
