// The contract of processors that need answers from elsewhere: prepare, ask, finalise. Knows no service.
public import CanonicalJSON

/// A processor that asks a service, such as a language model, before it can write its artifact.
///
/// The machine stores what ``prepare(_:into:context:)`` gives, has the requests answered together with those of other
/// artifacts, and calls ``finalise(_:into:context:)`` once every answer is there: minutes or days later, and in another
/// process where need be. Nothing is kept between the two but what was stored.
public protocol RequestingProcessor: Processor {
  /// Reads `inputs`, writes the state that finalising needs as items and a head, and asks its requests.
  ///
  /// Without any request the result is finalised at once.
  /// - Returns: The head of the state.
  func prepare(
    _ inputs: [any ArtifactReader], into preparation: any PreparationSink, context: any ComponentContext
  ) throws -> JSONObject

  /// Writes the artifact from the prepared state and the answers, or asks again.
  func finalise(
    _ work: PreparedWork, into output: any FinalisedOutput, context: any ComponentContext
  ) throws -> Finalisation
}

extension RequestingProcessor {
  /// The machine never calls it: it prepares and finalises.
  public func process(
    _ inputs: [any ArtifactReader], into items: any ItemSink, context: any ComponentContext
  ) throws -> JSONObject {
    throw ComponentFailure("this component asks a service: it is prepared and finalised")
  }
}

/// A request to a service, as a processor puts it.
public struct ServiceRequest: Sendable, Hashable {
  /// Unique in its round; its answer comes back under it.
  public let id: String
  /// What is asked and how it is answered, with a version: `finding-validation/1`.
  public let kind: String
  /// What is asked, as the kind says.
  public let content: JSONObject

  /// What it is made of.
  public init(id: String, kind: String, content: JSONObject) {
    self.id = id
    self.kind = kind
    self.content = content
  }
}

/// Takes the state and the requests of one round while a processor prepares it.
public protocol PreparationSink: ItemSink {
  /// Asks a request.
  ///
  /// - Throws: ``ComponentFailure`` where its id was used before in this round.
  func ask(_ request: ServiceRequest) throws
}

/// Takes the items of the artifact, or the next round.
public protocol FinalisedOutput: ItemSink {
  /// Writes an artifact beside the one that is made, stored as `ARTIFACT.SCHEMA_NAME` before it.
  ///
  /// - Throws: ``ComponentFailure`` where it does not fit its schema.
  func writeSidecar(_ schema: SchemaReference, items: [JSONValue], head: JSONObject) throws
  /// Where the state and the requests of another round go.
  func nextRound() throws -> any PreparationSink
}

/// How finalising ended.
public enum Finalisation: Sendable, Hashable {
  /// The artifact is written; this is its head.
  case finished(JSONObject)
  /// Further requests were asked with ``FinalisedOutput/nextRound()``; this is the head of the next state.
  case again(JSONObject)
}

/// A prepared state with its answers.
public struct PreparedWork: Sendable {
  /// What was prepared.
  public let state: any ArtifactReader
  /// The answers to the requests of this round.
  public let answers: ServiceAnswers
  /// From 1 to ``maximumRounds``.
  public let round: Int

  /// How often a processor may ask for one artifact.
  public static let maximumRounds = 3

  /// What it is made of.
  public init(state: any ArtifactReader, answers: ServiceAnswers, round: Int) {
    self.state = state
    self.answers = answers
    self.round = round
  }
}

/// An answer to one request.
public enum ServiceAnswer: Sendable, Hashable {
  /// As the kind of the request says. It comes from elsewhere, so it may be anything.
  case content(JSONObject)
  /// The service could not answer this one, and says why.
  case failure(String)
}

/// The answers of one round.
public struct ServiceAnswers: Sendable {
  private let byID: [String: ServiceAnswer]
  /// Why nobody could be asked; nil where every request has an answer.
  ///
  /// The processor then does without, and says so in its result.
  public let unavailability: String?

  /// Answers by the ids of their requests.
  public init(_ byID: [String: ServiceAnswer], unavailability: String? = nil) {
    self.byID = byID
    self.unavailability = unavailability
  }

  /// The answer to a request; nil for one that nobody could be asked.
  public subscript(id: String) -> ServiceAnswer? { byID[id] }

  /// How many answers there are.
  public var count: Int { byID.count }
}
