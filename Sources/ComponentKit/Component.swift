// The contract of components: what the machine calls.
public import CanonicalJSON

/// Extracts data from somewhere.
public protocol Connector: Sendable {
  /// Writes every item into `items` and gives the rest of the content (the head).
  ///
  /// - Throws: ``ComponentFailure``, or `CancellationError` when the context was cancelled.
  func extract(into items: any ItemSink, context: any ComponentContext) throws -> JSONObject

  /// Tells `parts` everything that ``extract(into:context:)`` would read, without making items of it.
  ///
  /// It is asked before and after reading. Without an implementation, a connector is always fresh.
  /// - Throws: anything; then the answer is as good as ``FingerprintAnswer/alwaysFresh``.
  func fingerprint(into parts: any SourcePartSink, context: any ComponentContext) throws -> FingerprintAnswer
}

extension Connector {
  /// A connector that can't tell: it is always read afresh.
  public func fingerprint(
    into parts: any SourcePartSink, context: any ComponentContext
  ) throws -> FingerprintAnswer { .alwaysFresh }
}

/// Derives an artifact from others.
public protocol Processor: Sendable {
  /// Reads `inputs` (in the order of the runbook), writes every item into `items` and gives the head.
  ///
  /// - Throws: ``ComponentFailure``, or `CancellationError` when the context was cancelled.
  func process(
    _ inputs: [any ArtifactReader], into items: any ItemSink, context: any ComponentContext
  ) throws -> JSONObject
}

/// What a component is made from: checked properties with defaults filled in, and the rulesets they name.
public struct ComponentConfiguration: Sendable {
  /// They fit the manifest's property schema; late-bound values are resolved.
  public let properties: JSONObject
  /// Rulesets by the URI that the properties name, as the plan carries them.
  public let rulesets: [String: CarriedRuleset]
  /// What the component is asked to produce.
  public let outputSchema: SchemaReference

  /// What it is made of.
  public init(
    properties: JSONObject, rulesets: [String: CarriedRuleset] = [:], outputSchema: SchemaReference
  ) {
    self.properties = properties
    self.rulesets = rulesets
    self.outputSchema = outputSchema
  }
}

/// A ruleset that a plan carries.
public struct CarriedRuleset: Sendable, Hashable {
  /// The rules, checked by the compiler.
  public let value: JSONValue
  /// Of the value's canonical bytes: the same rules have the same digest in every plan.
  public let digest: ContentDigest

  /// What it is made of.
  public init(_ value: JSONValue, digest: ContentDigest) {
    self.value = value
    self.digest = digest
  }
}

/// Why a component could not do its work, for people.
public struct ComponentFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// What went wrong, with the thing it went wrong with.
  public let message: String
  /// What to do about it.
  public let hint: String?
  /// What it is about, for programs: each kind has a code of its own.
  public let kind: Kind

  /// What a failure is about.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// Anything that is none of the others.
    case general
    /// What a connector reads is not there, or may not be read.
    case sourceUnavailable
    /// What a connector reads is not of the form that it says it is.
    case sourceUnfit
    /// An input does not fit its schema.
    case inputUnfit
    /// What the component made does not fit its schema.
    case resultUnfit
    /// A ruleset can't be used.
    case rulesUnfit
    /// A property has a value that the component can't use.
    case propertyUnfit
  }

  /// What it is made of.
  public init(_ message: String, hint: String? = nil, kind: Kind = .general) {
    self.message = message
    self.hint = hint
    self.kind = kind
  }

  /// The message with its hint.
  public var description: String { hint.map { "\(message); \($0)" } ?? message }
}

/// Thrown by a component whose result is made elsewhere and is not there yet, such as a batch of a service.
///
/// The artifact is `pending`, and the component is called again when the run is resumed.
public struct PendingWork: Error, Sendable, Hashable {
  /// What is waited for, for people.
  public let reason: String

  /// What it is made of.
  public init(_ reason: String) { self.reason = reason }
}

/// The implementations that an executable links, by kind and type.
public struct ComponentRegistry: Sendable {
  /// Makes a connector from its configuration.
  public typealias ConnectorFactory = @Sendable (ComponentConfiguration) throws -> any Connector
  /// Makes a processor from its configuration.
  public typealias ProcessorFactory = @Sendable (ComponentConfiguration) throws -> any Processor

  /// By type.
  public var connectors: [String: ConnectorFactory]
  /// By type.
  public var processors: [String: ProcessorFactory]

  /// What it is made of.
  public init(
    connectors: [String: ConnectorFactory] = [:], processors: [String: ProcessorFactory] = [:]
  ) {
    self.connectors = connectors
    self.processors = processors
  }
}
