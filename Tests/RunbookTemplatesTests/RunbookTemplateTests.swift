// First runbooks: their components fit each other, and no answer can break the YAML.
import CanonicalJSON
import ComponentKit
import RunbookTemplates
import StandardManifests
import Testing

struct RunbookTemplateTests {
  private static let connector = ComponentCatalog.standard.manifest(.connector, "filesystem")

  private func template(_ kind: TemplateKind, name: String = "First", path: String = "./data") throws
    -> RunbookTemplate
  {
    let chain = try #require(ComponentChain(kind, connector: Self.connector, .standard))
    let property = try #require(Self.connector?.properties.first { $0.name == "path" })
    return RunbookTemplate(
      name: name, description: "Looks", contact: "Team <team@example.com>", framework: "GDPR", kind: kind,
      chain: chain, properties: [(property, path)], schemaPath: "runbook.schema.json",
      fileName: "runbook.yaml")
  }

  @Test func theChainFollowsTheSchemas() throws {
    let chain = try #require(ComponentChain(.classify, connector: Self.connector, .standard))
    #expect(chain.detector?.type == "personal_data")
    #expect(chain.classifier?.type == "gdpr_personal_data_classifier")
    #expect(ComponentChain(.classify, connector: nil, .standard) == nil)
    #expect(ComponentChain(.child, connector: nil, .standard)?.detector?.type == "personal_data")
    let none = ComponentCatalog([], schemas: ComponentCatalog.standard.schemas)
    #expect(ComponentChain(.detect, connector: Self.connector, none) == nil)
  }

  @Test func theFirstLineNamesTheSchema() throws {
    #expect(try template(.classify).text.hasPrefix("# yaml-language-server: $schema=runbook.schema.json\n"))
    var plain = try template(.classify)
    plain.schemaPath = nil
    #expect(!plain.text.contains("$schema"))
  }

  @Test(arguments: [
    ("Plain name", "name: Plain name\n"), ("yes", "name: \"yes\"\n"), ("12", "name: \"12\"\n"),
    ("a: b", "name: \"a: b\"\n"), ("- x", "name: \"- x\"\n"), ("#x", "name: \"#x\"\n"),
    ("two\nlines", "name: \"twolines\"\n"), ("\"", "name: \"\\\"\"\n"), ("end ", "name: \"end \"\n"),
    ("\u{202E}x", "name: \"x\"\n"), ("", "name: \"\"\n"),
  ])
  func quotesWhatIsNoPlainText(_ name: String, _ line: String) throws {
    #expect(try template(.classify, name: name).text.contains(line))
  }

  @Test func eachKindHasItsParts() throws {
    #expect(try !template(.extract).text.contains("process:"))
    #expect(try template(.detect).text.contains("type: personal_data\n    output: true"))
    #expect(try template(.classify).text.contains("classified:"))
    let child = try template(.child).text
    #expect(child.contains("input_schema: ") && !child.contains("source:") && child.contains("outputs:"))
  }
}
