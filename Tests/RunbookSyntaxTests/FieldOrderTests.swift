// The documented order of fields names every field of the language.
import RunbookSyntax
import Testing

@Suite struct FieldOrderTests {
  /// A field that the parser knows and the order does not would be moved to the end of its mapping.
  @Test func namesEveryFieldOfAnArtifact() {
    let fields = RunbookSection.artifact.fieldNames
    #expect(Set(fields) == Set(ArtifactFieldNames.all))
    #expect(fields.count == Set(fields).count)
  }

  @Test func leadsFromSectionToSection() {
    #expect(RunbookSection.runbook.section(of: "artifacts") == .artifacts)
    #expect(RunbookSection.artifacts.section(of: "any_id") == .artifact)
    #expect(RunbookSection.artifact.section(of: "transform") == .component)
    #expect(RunbookSection.component.section(of: "properties") == nil)
  }
}

/// The fields of an artifact as docs/language.md lists them, and the older spellings.
private enum ArtifactFieldNames {
  static let all = [
    "name", "description", "contact", "source", "inputs", "process", "reuse", "child_runbook", "execute",
    "merge",
    "output_schema", "output", "timeout", "sensitive", "optional", "from", "transform",
  ]
}
