// The shape of the generated schema: deterministic, kept in the repository, and described field by field.
import CanonicalJSON
import ComponentKit
import LanguageSchema
import StandardManifests
import SystemFiles
import TestSupport
import Testing

struct LanguageSchemaTests {
  private static let schema = LanguageSchema.runbook(.standard)

  @Test func theCommittedCopyIsFresh() throws {
    let file = FixtureFile("../docs/runbook.schema.json")
    let actual = PrettyJSONWriter.bytes(of: Self.schema) + [0x0A]
    if let mismatch = GoldenFile(file).mismatch(actual) { Issue.record(Comment(rawValue: mismatch)) }
  }

  @Test func itIsDraft7AndRefersOnlyToItself() {
    #expect(Self.schema["$schema"] == "http://json-schema.org/draft-07/schema#")
    let definitions = Set(Self.schema["definitions"]?.objectValue?.keys ?? [])
    var references: Set<String> = []
    Self.schema.visitObjects { object in
      if let reference = object["$ref"]?.stringValue { references.insert(String(reference.dropFirst(14))) }
    }
    #expect(references.count > 5)
    #expect(references.isSubset(of: definitions))
    #expect(definitions.subtracting(references).isEmpty, "what nothing refers to is left out")
  }

  @Test func everyFieldSaysWhatItIsFor() {
    for name in ["artifact", "source", "process"] {
      let properties = Self.schema["definitions"]?[name]?["properties"]?.objectValue
      for member in properties?.members ?? [] {
        let text = member.value["description"]?.stringValue
        #expect(text?.isEmpty == false, "\(name).\(member.key)")
      }
    }
    for member in Self.schema["properties"]?.objectValue?.members ?? [] {
      let text = member.value["description"]?.stringValue
      #expect(text?.isEmpty == false, "\(member.key)")
    }
  }

  @Test func olderSpellingsAreDeprecated() {
    let properties = Self.schema["definitions"]?["artifact"]?["properties"]
    #expect(properties?["from"]?["deprecated"] == true)
    #expect(properties?["from"]?["deprecationMessage"] == "Write 'inputs' instead.")
    #expect(properties?["inputs"]?["deprecated"] == nil)
  }

  /// A keyword of ours would make strict validators refuse the schema.
  @Test func itHoldsNoKeywordsOfOurOwn() {
    Self.schema.visitObjects { object in
      for key in object.keys where key.hasPrefix("x-") { Issue.record("\(key) is in the schema") }
    }
  }

  @Test func propertiesFollowTheirComponent() throws {
    let definitions = try #require(Self.schema["definitions"])
    #expect(definitions["connector.mysql"]?["required"] == [], "a variable may give what is required")
    #expect(definitions["connector.filesystem"]?["required"] == ["path"])
    let port = definitions["connector.mysql"]?["properties"]?["port"]
    #expect(port?["default"] == 3306)
    #expect(port?["anyOf"]?.arrayValue?.first?["maximum"] == 65535)
    #expect(port?["description"]?.stringValue?.contains("MYSQL_PORT") == true)
  }

  @Test func aDeprecatedComponentSaysSo() throws {
    let schema = LanguageSchema.runbook(FixtureCatalog.catalog)
    let conditions = try #require(schema["definitions"]?["process"]?["allOf"]?.arrayValue)
    let retired = conditions.first { $0["if"]?["properties"]?["type"]?["const"] == "test_retired" }
    #expect(retired?["then"]?["properties"]?["type"]?["deprecated"] == true)
  }
}

extension JSONValue {
  subscript(key: String) -> JSONValue? { objectValue?[key] }

  /// Every object in it, itself included.
  func visitObjects(_ visit: (JSONObject) -> Void) {
    switch self {
    case .array(let elements): for element in elements { element.visitObjects(visit) }
    case .object(let object):
      visit(object)
      for member in object.members { member.value.visitObjects(visit) }
    default: break
    }
  }
}
