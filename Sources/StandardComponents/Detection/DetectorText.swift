// Takes the text and its place out of an input's item. Knows the two wire formats that carry text.
internal import CanonicalJSON
internal import ComponentKit
internal import StandardManifests

/// One text to examine.
struct DetectorText {
  let content: String
  /// The place, as findings name it.
  let source: String

  init(_ item: JSONValue, of input: any ArtifactReader) throws(ComponentFailure) {
    let object = item.objectValue ?? JSONObject()
    let content: JSONValue?
    let source: JSONValue?
    switch input.schema.name {
    case SchemaReference.sourceCode.name:
      (content, source) = (object["raw_content"], object["file_path"])
    default:
      (content, source) = (object["content"], object["metadata"]?.objectValue?["source"])
    }
    guard let content = content?.stringValue, let source = source?.stringValue else {
      throw ComponentFailure("an item of '\(input.artifact)' does not fit the schema \(input.schema)")
    }
    self.content = content
    self.source = source
  }
}
