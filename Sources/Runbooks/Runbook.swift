// A runbook as values, for programs that build one instead of writing YAML.
internal import CanonicalJSON

/// A runbook: what data artifacts there are and how each derives from the others.
///
/// The fields are those of the runbook language (`docs/language.md`); the compiler checks them as it checks a
/// file, so nothing is checked here.
public struct Runbook: Sendable {
  /// What people call it.
  public var name: String
  /// What it checks, for people.
  public var description: String
  /// The person or team that answers for it.
  public var contact: String?
  /// The regulatory framework: `GDPR`, `UK_GDPR`, `CCPA`…
  public var framework: String?
  /// How many artifacts are made at once at most.
  public var maximumConcurrency: Int?
  /// Seconds for the whole run.
  public var timeout: Double?
  /// The artifacts, in any order.
  public var artifacts: [Artifact]

  /// A runbook of these artifacts.
  public init(
    name: String, description: String, contact: String? = nil, framework: String? = nil,
    maximumConcurrency: Int? = nil, timeout: Double? = nil, artifacts: [Artifact]
  ) {
    self.name = name
    self.description = description
    self.contact = contact
    self.framework = framework
    self.maximumConcurrency = maximumConcurrency
    self.timeout = timeout
    self.artifacts = artifacts
  }

  /// The runbook's text. JSON is a subset of YAML, so this is a runbook file as well.
  public var text: String {
    var fields = JSONObject([("name", .string(name)), ("description", .string(description))])
    if let contact { fields["contact"] = .string(contact) }
    if let framework { fields["framework"] = .string(framework) }
    var configuration = JSONObject()
    if let maximumConcurrency { configuration["max_concurrency"] = .integer(maximumConcurrency) }
    if let timeout { configuration["timeout"] = .number(timeout) }
    if !configuration.isEmpty { fields["config"] = .object(configuration) }
    fields["artifacts"] = .object(JSONObject(artifacts.map { ($0.id, .object($0.fields)) }))
    return String(decoding: PrettyJSONWriter.bytes(of: .object(fields)), as: UTF8.self) + "\n"
  }
}
