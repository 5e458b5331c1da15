// Takes the text and its place out of an input's item. Knows the two wire formats that carry text.
internal import CanonicalJSON
internal import ComponentKit
internal import StandardManifests

/// One text to examine.
struct DetectorText {
  let content: String
  /// The place, as findings name it.
  let source: String
  /// What the connector says of the place; findings repeat it.
  var context: JSONObject
  let isSourceCode: Bool
  /// The programming language; nil for other texts.
  let language: String?

  init(_ item: JSONValue, of input: any ArtifactReader) throws(ComponentFailure) {
    let object = item.objectValue ?? JSONObject()
    let metadata = object["metadata"]?.objectValue
    isSourceCode = input.schema.name == SchemaReference.sourceCode.name
    let content = object[isSourceCode ? "raw_content" : "content"]?.stringValue
    let source = (isSourceCode ? object["file_path"] : metadata?["source"])?.stringValue
    guard let content, let source else {
      throw ComponentFailure(
        "an item of '\(input.artifact)' does not fit the schema \(input.schema)", kind: .inputUnfit)
    }
    self.content = content
    language = isSourceCode ? object["language"]?.stringValue : nil
    self.source = source
    context = isSourceCode ? JSONObject() : metadata?["context"]?.objectValue ?? JSONObject()
  }
}
