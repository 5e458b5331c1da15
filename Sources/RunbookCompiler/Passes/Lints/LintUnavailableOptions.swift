// Lint: options that ask for what this version can't do.
internal import CanonicalJSON
internal import ComponentKit
internal import Diagnostics
internal import RunbookSyntax

extension Compilation {
  mutating func lintUnavailableOptions() {
    for index in uses.indices where asksForLLMValidation(uses[index].properties) {
      let use = uses[index]
      let span = use.syntax.properties?.key(at: [.key("llm_validation")])?.span ?? use.syntax.keySpan
      report(
        Diagnostic(
          .unavailableOption, "LLM validation is not available in this version", at: span,
          annotation: "the findings will not be validated"))
    }
  }

  private func asksForLLMValidation(_ properties: JSONObject) -> Bool {
    properties["llm_validation"]?.objectValue?["enable_llm_validation"] == true
  }
}
