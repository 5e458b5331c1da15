// The kind of request that asks whether a finding is one: what is asked, and how it is answered. Asks nobody.
internal import CanonicalJSON
internal import ComponentKit

/// `finding-validation/1`: one finding, and the verdict on it.
enum FindingValidation {
  static let kind = "finding-validation/1"
  /// Code points of each piece of evidence that are sent: what is around a match, never a whole document.
  static let evidenceLength = 4_000
  /// Code points of a reason that are kept.
  private static let reasonLength = 2_000

  /// What somebody thinks of a finding.
  enum Verdict: Hashable {
    case keep
    case remove(reason: String)
  }

  /// The content of the request for a finding.
  static func content(of finding: JSONObject, analyser: String, mode: String) -> JSONObject {
    let evidence = (finding["evidence"]?.arrayValue ?? []).compactMap {
      $0.objectValue?["content"]?.stringValue
    }
    var bare = finding
    bare["evidence"] = nil
    return JSONObject([
      ("analyser", .string(analyser)), ("mode", .string(mode)), ("finding", .object(bare)),
      ("evidence", .array(evidence.map { .string(shortened($0, to: evidenceLength)) })),
    ])
  }

  /// The verdict that an answer gives; nil for one that gives none.
  static func verdict(_ answer: ServiceAnswer) -> Verdict? {
    guard case .content(let content) = answer else { return nil }
    switch content["verdict"]?.stringValue {
    case "keep": return .keep
    case "remove":
      let reason = content["reason"]?.stringValue ?? ""
      return .remove(reason: reason.isEmpty ? "no reason given" : shortened(reason, to: reasonLength))
    default: return nil
    }
  }

  private static func shortened(_ text: String, to length: Int) -> String {
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: length, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return text }
    return String(scalars[..<end]) + "..."
  }
}

/// What a runbook asks of a validation, read from checked properties.
struct ValidationOptions: Sendable {
  let isEnabled: Bool
  let mode: String
  /// Findings of each group that are validated.
  let sampleSize: Int

  init(_ properties: JSONObject) {
    let validation = properties["llm_validation"]?.objectValue ?? JSONObject()
    isEnabled = validation["enable_llm_validation"]?.boolValue ?? false
    mode = validation["llm_validation_mode"]?.stringValue ?? "standard"
    sampleSize = max(1, min(100, validation["sampling_size"]?.integerValue ?? 3))
  }
}
