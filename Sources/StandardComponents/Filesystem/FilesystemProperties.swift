// What a runbook asks of the filesystem connector, read from its checked properties.
internal import CanonicalJSON
internal import ComponentKit
internal import DocumentExtraction
internal import SystemFiles

/// The properties of a `filesystem` source.
struct FilesystemProperties: Sendable {
  let path: String
  /// Nil selects every file.
  let include: GitWildMatch?
  let exclude: GitWildMatch?
  /// As given, for the output's metadata; nil when not given.
  let excludePatterns: JSONValue?
  let maximumFileCount: Int
  let encodingName: String
  let encoding: TextEncoding
  let errors: DecodingErrors
  let extraction: ExtractionOptions
  /// Whether more is opened than Python opens; then the output counts what was not seen.
  let looksInside: Bool

  init(_ properties: JSONObject) throws(ComponentFailure) {
    path = properties["path"]?.stringValue ?? ""
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw ComponentFailure(
        "the filesystem connector needs a path", hint: "set the property 'path'", kind: .propertyUnfit)
    }
    include = try Self.patterns(properties, "include_patterns")
    exclude = try Self.patterns(properties, "exclude_patterns")
    let given = properties["exclude_patterns"]
    excludePatterns = given == .null ? nil : given
    maximumFileCount = max(1, properties["max_files"]?.integerValue ?? 1000)
    encodingName = properties["encoding"]?.stringValue ?? "utf-8"
    guard let encoding = TextEncoding(pythonName: encodingName) else {
      throw ComponentFailure(
        "the encoding '\(encodingName)' is not supported", hint: Self.hint(encodingName), kind: .propertyUnfit
      )
    }
    self.encoding = encoding
    errors = properties["errors"]?.stringValue.flatMap(DecodingErrors.init) ?? .strict
    extraction = Self.extraction(properties)
    looksInside = extraction.opensArchives || extraction.readsPDF || extraction.readsFurtherDocuments
  }

  /// Encodings of East Asia take tables that are not built in.
  private static func hint(_ encoding: String) -> String {
    let name = encoding.lowercased()
    if ["shift", "sjis", "euc", "gb", "big5", "iso2022", "iso-2022", "cp93", "cp94", "cp95", "hz"]
      .contains(where: name.hasPrefix)
    {
      return "convert the files to UTF-8 first: 'iconv -f \(encoding) -t UTF-8'"
    }
    return "use one of \(TextEncoding.supportedNames.joined(separator: ", "))"
  }

  private static func extraction(_ properties: JSONObject) -> ExtractionOptions {
    var options = ExtractionOptions()
    let documents = properties["documents"]?.stringValue ?? "auto"
    options.readsOfficeDocuments = documents != "none"
    options.readsFurtherDocuments = documents == "all"
    options.readsPDF = properties["pdf"]?.boolValue == true
    options.pdf = options.readsPDF ? PDFText() : nil
    options.opensArchives = properties["archives"]?.boolValue == true
    return options
  }

  /// The patterns of a property; nil when it gives none.
  private static func patterns(
    _ properties: JSONObject, _ name: String
  ) throws(ComponentFailure) -> GitWildMatch? {
    let texts = (properties[name]?.arrayValue ?? []).compactMap(\.stringValue)
    guard !texts.isEmpty else { return nil }
    do {
      return try GitWildMatch(texts)
    } catch {
      throw ComponentFailure(
        "'\(error.pattern)' in \(name) is not a valid pattern: \(error.reason)",
        hint: "patterns are written as in a .gitignore file", kind: .propertyUnfit)
    }
  }

  /// Whether the patterns let a file through: `include_patterns` first, then `exclude_patterns`.
  func selects(_ components: [String]) -> Bool {
    if let include, !include.selects(components) { return false }
    return exclude?.selects(components) != true
  }

  /// Whether nothing below a directory can be selected, so that it need not be listed.
  func excludesAll(below components: [String]) -> Bool {
    exclude?.selectsAll(below: components) == true
  }
}
