// The contract of whoever carries requests to a service and brings back answers. Knows no processor and no run.
public import CanonicalJSON

/// Carries batches of requests to a service. Used from several threads at once; its functions block.
///
/// What must hold, so that nothing is asked or paid for twice: a batch is known by its ``ServiceBatch/id`` before it is
/// sent, and one that is sent again after an unknown end (`isRepeated`) is not carried out again.
public protocol RequestDispatcher: Sendable {
  /// Its name in messages and records.
  var name: String { get }
  /// How many requests go into one batch at most.
  var maximumBatchSize: Int { get }

  /// Why requests of a kind can't be sent, with the way out; nil where they can.
  func unavailability(of kind: String) -> String?

  /// What so many requests of a kind may cost, in the currency of the runbook's limit; nil where nobody can say.
  func estimatedCost(of kind: String, requestCount: Int) -> Double?

  /// Sends a batch.
  ///
  /// - Parameters:
  ///   - isRepeated: It may have been sent before: whether it arrived is asked first.
  ///   - isCancelled: Asked now and then; when it turns true, the call ends with a temporary failure.
  func submit(
    _ batch: ServiceBatch, isRepeated: Bool, isCancelled: @escaping @Sendable () -> Bool
  ) throws(DispatchFailure) -> DispatchReply

  /// Asks how a job stands.
  func reply(
    of job: ServiceJob, isCancelled: @escaping @Sendable () -> Bool
  ) throws(DispatchFailure) -> DispatchReply

  /// Asks the service to give up a job; false where it can't.
  func cancel(_ job: ServiceJob) throws(DispatchFailure) -> Bool
}

/// Requests of one kind that travel together.
public struct ServiceBatch: Sendable, Hashable {
  /// One request under the key that no other request of any run has.
  public struct Entry: Sendable, Hashable {
    /// Stays the same however often the request is sent.
    public let key: String
    /// What is asked.
    public let content: JSONObject

    /// What it is made of.
    public init(key: String, content: JSONObject) {
      self.key = key
      self.content = content
    }
  }

  /// Letters and digits; no other batch of any run has it.
  public let id: String
  /// The kind of all of its requests.
  public let kind: String
  /// In the order in which they were asked.
  public let entries: [Entry]

  /// What it is made of.
  public init(id: String, kind: String, entries: [Entry]) {
    self.id = id
    self.kind = kind
    self.entries = entries
  }
}

/// Work of a service: a batch that it has taken and not yet answered.
public struct ServiceJob: Sendable, Hashable {
  /// What the service calls it.
  public let reference: String
  /// The batch that it carries out.
  public let batch: String

  /// What it is made of.
  public init(reference: String, batch: String) {
    self.reference = reference
    self.batch = batch
  }
}

/// What a service says of a batch.
public struct DispatchReply: Sendable, Hashable {
  /// An answer under the key of its request, whether or not the batch has such a request.
  public struct Entry: Sendable, Hashable {
    /// The key, as the service gives it.
    public let key: String
    /// The answer.
    public let answer: ServiceAnswer

    /// What it is made of.
    public init(key: String, answer: ServiceAnswer) {
      self.key = key
      self.answer = answer
    }
  }

  /// The job that goes on; nil where nothing more will come.
  public let job: String?
  /// All answers so far, those that were given before among them or not.
  public let answers: [Entry]
  /// What the whole batch has cost so far; nil where nothing was said.
  public let cost: Double?

  /// What it is made of.
  public init(job: String?, answers: [Entry] = [], cost: Double? = nil) {
    self.job = job
    self.answers = answers
    self.cost = cost
  }
}

/// Why a service gave no reply that can be used.
public struct DispatchFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// What to do about it.
  public enum Kind: Sendable, Hashable {
    /// It may go better the next time.
    case temporary
    /// It will not go better by itself.
    case permanent
    /// The service does not know the job.
    case unknownJob
  }

  /// What to do about it.
  public let kind: Kind
  /// What went wrong, without secrets.
  public let message: String

  /// What it is made of.
  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  /// The message.
  public var description: String { message }
}
