// The names of encodings that the manifest lists, against those that the connector knows.
import CanonicalJSON
import ComponentKit
import StandardManifests
import Testing

@testable import StandardComponents

private func encoding(_ name: String) throws -> [SchemaViolation] {
  let schema = try JSONSchema(ComponentManifest.filesystem.propertySchema)
  return schema.violations(of: ["path": "x", "encoding": .string(name)])
}

@Test("Every name that is listed is known, and every encoding has one")
func listedNamesAreKnown() throws {
  let schema = try #require(ComponentManifest.filesystem.propertySchema.objectValue)
  let property = schema["properties"]?.objectValue?["encoding"]?.objectValue
  let names: JSONObject = try #require(property?["x-names"]?.objectValue)
  #expect(Set(names.keys) == Set(TextEncoding.supportedNames))
  for name in names.members {
    let encoding = TextEncoding(pythonName: name.key)
    #expect(encoding != nil, "\(name.key)")
    for other in (name.value.arrayValue ?? []).compactMap(\.stringValue) {
      #expect(TextEncoding(pythonName: other) == encoding, "\(other)")
    }
  }
}

@Test(
  "Names are spelled as in Python",
  arguments: ["UTF8", "utf_8", "Latin 1", "ISO8859-15", "windows_1251", "KOI8R", "1252", "IBM850", "auto"])
func spellings(name: String) throws {
  #expect(try encoding(name).isEmpty)
  #expect(TextEncoding(pythonName: name) != nil)
}

@Test(
  "What is no encoding, or none that is read, is a violation",
  arguments: ["utf-9", "shift_jis", "gb18030", "x"])
func unknownNames(name: String) throws {
  #expect(try encoding(name).map(\.pointer) == ["/encoding"])
  #expect(TextEncoding(pythonName: name) == nil)
}
