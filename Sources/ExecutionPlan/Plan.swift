// A plan as values: what a compiled runbook asks a machine to do.
package import CanonicalJSON
package import ComponentKit

/// A compiled runbook. Self-contained: it holds no path of the machine that compiled it, no time and no secret.
package struct Plan: Sendable, Hashable {
  package var runbook: RunbookLabel
  /// The regulatory framework, which selects the default exporter.
  package var framework: String?
  package var configuration: RunConfiguration
  package var components: [ComponentImport]
  package var rulesets: [RulesetConstant]
  /// In a fixed topological order: every operand stands before its use.
  package var instructions: [Instruction]
  /// Other names of artifacts: what `output_mapping` and `output` of child runbooks call them.
  package var aliases: [ArtifactID: InstructionIndex]
  /// Every variable that is read when the plan runs, sorted by name.
  package var environment: [RequiredVariable]

  package init(
    runbook: RunbookLabel, framework: String? = nil, configuration: RunConfiguration = RunConfiguration(),
    components: [ComponentImport] = [], rulesets: [RulesetConstant] = [], instructions: [Instruction] = [],
    aliases: [ArtifactID: InstructionIndex] = [:], environment: [RequiredVariable] = []
  ) {
    self.runbook = runbook
    self.framework = framework
    self.configuration = configuration
    self.components = components
    self.rulesets = rulesets
    self.instructions = instructions
    self.aliases = aliases
    self.environment = environment
  }
}

/// How people call the runbook; carries no meaning for the run.
package struct RunbookLabel: Sendable, Hashable {
  package var name: String
  package var description: String
  package var contact: String?

  package init(name: String, description: String, contact: String? = nil) {
    self.name = name
    self.description = description
    self.contact = contact
  }
}

/// The runbook's `config`, as far as a machine needs it.
package struct RunConfiguration: Sendable, Hashable {
  package static let defaultMaximumConcurrency = 10
  package static let defaultMaximumChildDepth = 3

  /// Seconds for the whole run; nil: no limit.
  package var timeout: Double?
  /// How many instructions run at once at most.
  package var maximumConcurrency: Int
  package var maximumChildDepth: Int
  package var costLimit: Double?

  package init(
    timeout: Double? = nil, maximumConcurrency: Int = defaultMaximumConcurrency,
    maximumChildDepth: Int = defaultMaximumChildDepth, costLimit: Double? = nil
  ) {
    self.timeout = timeout
    self.maximumConcurrency = maximumConcurrency
    self.maximumChildDepth = maximumChildDepth
    self.costLimit = costLimit
  }
}

/// A component that the plan calls, as the compiler saw it.
package struct ComponentImport: Sendable, Hashable {
  package var kind: ComponentKind
  package var type: String
  package var version: String
  /// The digest of the manifest's interface.
  package var manifest: ContentDigest

  package init(kind: ComponentKind, type: String, version: String, manifest: ContentDigest) {
    self.kind = kind
    self.type = type
    self.version = version
    self.manifest = manifest
  }

  package init(_ manifest: ComponentManifest) {
    self.init(
      kind: manifest.kind, type: manifest.type, version: manifest.version, manifest: manifest.digest)
  }
}

/// A ruleset that travels in the plan, so that it runs where the file is not.
package struct RulesetConstant: Sendable, Hashable {
  /// The checked rules.
  package var value: JSONValue
  /// The digest of the value's canonical bytes.
  package var digest: ContentDigest

  package init(_ value: JSONValue) {
    self.init(value, digest: ContentDigest(of: JSONWriter.bytes(of: value)))
  }

  /// Rules whose canonical bytes have this digest.
  init(_ value: JSONValue, digest: ContentDigest) {
    self.value = value
    self.digest = digest
  }
}

/// A variable that is read when the plan runs.
package struct RequiredVariable: Sendable, Hashable {
  package var name: String
  /// Whether the run can't start without it.
  package var isRequired: Bool
  /// Whether its value is never shown.
  package var isSecret: Bool

  package init(name: String, isRequired: Bool, isSecret: Bool) {
    self.name = name
    self.isRequired = isRequired
    self.isSecret = isSecret
  }
}
