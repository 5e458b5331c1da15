// What one thread of a detector does: looks for everything in one text after another. Counts nothing.
internal import CanonicalJSON
internal import ComponentKit

/// The search of one thread; it keeps its memory from text to text.
final class DetectorStage {
  /// What one text gave.
  struct Output: Sendable {
    struct Finding: Sendable {
      /// By which it is counted.
      let fields: JSONObject
      let item: EncodedItem
    }

    var findings: [Finding] = []
    var warnings: [String] = []
    /// Bytes of the text.
    let size: Int
  }

  private let context: any ComponentContext
  private let encoder: ItemEncoder
  private var texts: TextSearch
  private var code: CodeSearch?

  init(
    _ definition: DetectorDefinition, _ options: DetectorOptions, _ rules: CompiledRules,
    _ encoder: ItemEncoder, _ context: any ComponentContext, timestamp: String
  ) {
    self.context = context
    self.encoder = encoder
    let builder = DetectorFinding(definition, rules, timestamp: timestamp)
    texts = TextSearch(builder, options)
    if case .byLine(let usesValuePatterns) = definition.sourceCode {
      code = CodeSearch(builder, options, usesValuePatterns: usesValuePatterns)
    }
  }

  func examine(_ text: DetectorText) throws -> Output {
    try context.checkCancellation()
    var output = Output(size: text.content.utf8.count)
    let isByLine = text.isSourceCode && code != nil
    let findings = try isByLine ? code?.findings(in: text, context) : texts.findings(in: text, context)
    for finding in findings ?? [] {
      output.findings.append(Output.Finding(fields: finding.fields, item: encoder(finding.json)))
    }
    for pattern in isByLine ? code?.abandonedPatterns ?? [] : texts.abandonedPatterns {
      output.warnings.append(
        "gave up searching '\(text.source)' for '\(pattern)', which takes too many steps; "
          + "matches may be missing")
    }
    let cutCount = isByLine ? code?.takeCutCount() ?? 0 : texts.takeCutCount()
    if cutCount > 0 {
      output.warnings.append(
        "\(cutCount) pieces of evidence from '\(text.source)' show their first "
          + "\(EvidenceText.sizeLimit) bytes only")
    }
    return output
  }
}
