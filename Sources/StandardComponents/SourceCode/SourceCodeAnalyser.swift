// The processor that picks programs out of texts. Knows languages by their extensions only.
internal import CanonicalJSON
internal import ComponentKit
internal import SystemFiles
internal import TextMatching

/// `source_code_analyser`: each text whose file has the extension of a language becomes a source file.
struct SourceCodeAnalyser: Processor {
  /// The language of all texts, when the runbook says it.
  private let language: String?
  /// By extension.
  private let languages: [String: String]
  private let maximumFileSize: Int

  init(_ properties: JSONObject) throws(ComponentFailure) {
    language = try properties["language"]?.stringValue.map(Self.language)?.name
    maximumFileSize = max(1, properties["max_file_size"]?.integerValue ?? 10 << 20)
    let chosen: [ProgrammingLanguage]
    switch properties["languages"] {
    case .array(let names)?:
      var named: [ProgrammingLanguage] = []
      for name in names.compactMap(\.stringValue) { named.append(try Self.language(name)) }
      chosen = named
    case .string?: chosen = ProgrammingLanguage.all
    default: chosen = ProgrammingLanguage.all.filter(\.isDefault)
    }
    languages = chosen.reduce(into: [:]) { table, language in
      for name in language.extensions { table[name] = language.name }
    }
  }

  private static func language(_ text: String) throws(ComponentFailure) -> ProgrammingLanguage {
    if let language = ProgrammingLanguage.named(text) { return language }
    let names = ProgrammingLanguage.all.map(\.name).joined(separator: ", ")
    throw ComponentFailure("'\(text)' is not a language that is known", hint: "use one of \(names)")
  }

  func process(
    _ inputs: [any ArtifactReader], into items: any ItemSink, context: any ComponentContext
  ) throws -> JSONObject {
    var analysis = SourceCodeAnalysis()
    let total = inputs.reduce(0) { $0 + $1.itemCount }
    for input in inputs {
      analysis.note(source: input.head["source"]?.stringValue)
      try input.forEachItem { item in
        try context.checkCancellation()
        if let file = try file(item, of: input, &analysis, context) { try items.append(file) }
        if analysis.isProgressDue { context.report(analysis.progress(of: total)) }
      }
    }
    context.report(analysis.progress(of: total))
    analysis.warnOfOthers(context)
    return analysis.head(timestamp: context.timestamp())
  }

  /// The source file that an item is; nil for what is none, or too large.
  private func file(
    _ item: JSONValue, of input: any ArtifactReader, _ analysis: inout SourceCodeAnalysis,
    _ context: any ComponentContext
  ) throws(ComponentFailure) -> JSONValue? {
    analysis.itemCount += 1
    guard let object = item.objectValue, let content = object["content"]?.stringValue,
      let metadata = object["metadata"]?.objectValue,
      let written = (metadata["file_path"] ?? metadata["source"])?.stringValue
    else {
      throw ComponentFailure(
        "an item of '\(input.artifact)' does not fit the schema \(input.schema)", kind: .inputUnfit)
    }
    let path = written.isEmpty ? "." : PathText.lexicallyClean(written)
    guard content.utf8.count <= maximumFileSize else {
      context.warn(
        "skipped '\(path)': its \(content.utf8.count) bytes are more than max_file_size (\(maximumFileSize))")
      return nil
    }
    let known = ProgrammingLanguage.fileExtension(of: path).flatMap { languages[$0] }
    guard let language = language ?? known else {
      analysis.otherCount += 1
      return nil
    }
    let file = try? FileStatus.of(PathText.join(context.baseDirectory, path))
    return analysis.add(content, path, language, modified: file?.modificationText)
  }
}

/// One run of the analyser.
private struct SourceCodeAnalysis {
  private static let progressInterval = 500
  /// What the output is said to come from when no input says it.
  private static let unknownSource = "standard_input"

  var itemCount = 0
  /// Texts that are in none of the languages.
  var otherCount = 0
  private var fileCount = 0
  private var lineCount = 0
  private var source = unknownSource

  var isProgressDue: Bool { itemCount % Self.progressInterval == 0 }

  func progress(of total: Int) -> ComponentProgress { ComponentProgress(itemCount, of: total, "files") }

  /// The first input that says where it comes from speaks for all.
  mutating func note(source given: String?) {
    if source == Self.unknownSource, let given, !given.isEmpty { source = given }
  }

  /// - Parameter modified: when the file last changed; nil where the path leads to none, as in an archive.
  mutating func add(
    _ content: String, _ path: String, _ language: String, modified: String?
  ) -> JSONValue {
    let lines = content.utf8.reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    fileCount += 1
    lineCount += lines
    var metadata: JSONObject = ["file_size": .integer(content.utf8.count), "line_count": .integer(lines)]
    if let modified { metadata["last_modified"] = .string(modified) }
    return [
      "file_path": .string(path), "language": .string(language), "raw_content": .string(content),
      "metadata": .object(metadata),
    ]
  }

  /// One line for all of them: a directory holds many files that nobody takes for programs.
  func warnOfOthers(_ context: any ComponentContext) {
    guard fileCount == 0, otherCount > 0 else { return }
    context.warn(
      "none of the \(otherCount) texts is a file in a language that was asked for; "
        + "the result is empty ('languages: all' takes every known one)")
  }

  /// The content without the files.
  func head(timestamp: String) -> JSONObject {
    let name = source == Self.unknownSource ? "analysed_files" : PathText.name(of: source)
    let metadata: JSONValue = [
      "total_files": .integer(fileCount), "total_lines": .integer(lineCount),
      "analysis_timestamp": .string(timestamp),
    ]
    return JSONObject([
      ("schemaVersion", "1.0.0"),
      ("name", .string("source_code_analysis_\(name)")),
      ("description", .string("Source code analysis of \(source)")),
      ("source", .string(source)),
      ("metadata", metadata),
    ])
  }
}
