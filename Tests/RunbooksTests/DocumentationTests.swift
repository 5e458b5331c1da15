import Runbooks
import Testing

/// Every runbook in the documentation compiles, or gives exactly the codes that its fence names.
@Suite struct DocumentationTests {
  static let runbooks: [Documentation.Block] =
    (try? Documentation.files().flatMap { try Documentation.blocks($0, language: "yaml") }) ?? []

  @Test func thereAreExamples() { #expect(Self.runbooks.count >= 6) }

  @Test(arguments: runbooks) func compilesAsItSays(_ block: Documentation.Block) throws {
    let expected = block.info.split(separator: " ").dropFirst().map(String.init)
    #expect(try codes(of: block) == expected.sorted())
  }

  /// The codes of all diagnostics but those of a runbook that only a parent can run.
  private func codes(of block: Documentation.Block) throws -> [String] {
    let variables = ["DB_PASSWORD": "secret"]
    return RunbookFile.check(text: block.text, name: block.description, variables: variables)
      .map(\.rule.code).sorted()
  }
}
