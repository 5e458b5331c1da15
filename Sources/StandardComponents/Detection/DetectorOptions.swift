// What a runbook asks of a detector, read from its checked properties.
internal import CanonicalJSON

/// The properties of a detector.
struct DetectorOptions: Sendable {
  /// How much text a piece of evidence shows.
  enum ContextSize: String, Sendable {
    case small, medium, large, full

    /// Code points on each side of a match; nil for the whole text.
    var margin: Int? {
      switch self {
      case .small: 50
      case .medium: 100
      case .large: 200
      case .full: nil
      }
    }
  }

  /// How many lines of source code a piece of evidence shows.
  enum CodeWindow: String, Sendable {
    case small, medium, large, full

    /// Lines on each side of a match; nil for the whole file.
    var margin: Int? {
      switch self {
      case .small: 3
      case .medium: 15
      case .large: 50
      case .full: nil
      }
    }
  }

  /// The URI, as the runbook gives it.
  let ruleset: String
  let contextSize: ContextSize
  let codeWindow: CodeWindow
  let maximumEvidenceCount: Int
  /// Code points.
  let proximityThreshold: Int
  /// How many matches of a pattern are told one by one.
  let keptMatches: Int
  let llmValidationMode: String

  init(_ properties: JSONObject) {
    let matching = properties["pattern_matching"]?.objectValue ?? JSONObject()
    ruleset = matching["ruleset"]?.stringValue ?? ""
    contextSize =
      matching["evidence_context_size"]?.stringValue.flatMap(ContextSize.init) ?? .medium
    codeWindow = properties["source_code_context_window"]?.stringValue.flatMap(CodeWindow.init) ?? .small
    maximumEvidenceCount = max(1, matching["maximum_evidence_count"]?.integerValue ?? 3)
    proximityThreshold = max(0, matching["evidence_proximity_threshold"]?.integerValue ?? 200)
    keptMatches = matching["match_positions"]?.boolValue == true ? MatchPositions.maximumCount : 0
    let validation = properties["llm_validation"]?.objectValue ?? JSONObject()
    llmValidationMode = validation["llm_validation_mode"]?.stringValue ?? "standard"
  }
}
