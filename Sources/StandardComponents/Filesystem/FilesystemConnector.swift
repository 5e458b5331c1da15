// The connector that reads files. Knows how a file becomes an item; walking and decoding are beside it.
internal import CanonicalJSON
internal import ComponentKit
internal import DocumentExtraction
internal import StandardManifests
internal import SystemFiles

/// `filesystem`: one item for each text file, in sorted order, one file in memory at a time.
///
/// Files that can't be read as text are passed over with a warning; when none is left, that is a failure.
/// Patterns speak of the files below a directory; a single file that is named as the path is always read.
struct FilesystemConnector: Connector {
  let properties: FilesystemProperties

  func extract(into items: any ItemSink, context: any ComponentContext) throws -> JSONObject {
    var extraction = FilesystemExtraction(properties, items, context)
    let path = PathText.join(context.baseDirectory, properties.path)
    switch try rootKind(path) {
    case .file:
      try extraction.readFile(BytePath(path), source: extraction.source)
      if let reason = extraction.lastSkipReason {
        throw ComponentFailure(
          "the file '\(extraction.source)' can't be read as \(properties.encodingName) text: \(reason)",
          hint: "choose the right 'encoding', or set 'errors' to replace")
      }
      return extraction.head(isDirectory: false)
    case .directory:
      try extraction.readDirectory(path)
      try extraction.requireFiles()
      return extraction.head(isDirectory: true)
    case let kind:
      throw ComponentFailure(
        "'\(properties.path)' is a \(kind.rawValue)", hint: "name a regular file or a directory")
    }
  }

  private func rootKind(_ path: String) throws(ComponentFailure) -> FileStatus.Kind {
    do {
      return try FileStatus.of(path).kind
    } catch {
      let hint =
        error.isMissing
        ? "relative paths begin at the run's base directory; check 'path', or set --base-dir" : nil
      throw ComponentFailure("cannot read '\(properties.path)': \(error.reason)", hint: hint)
    }
  }
}

/// One run of the connector.
struct FilesystemExtraction {
  /// Files between two progress reports.
  private static let progressInterval = 50

  private let properties: FilesystemProperties
  private let items: any ItemSink
  private let context: any ComponentContext
  /// The path as messages show it.
  let source: String
  private var fileCount = 0
  private var byteCount = 0
  /// Files that the patterns let through, read or not.
  private var candidateCount = 0
  private(set) var lastSkipReason: String?
  /// Files and places in them that were not seen, or not wholly.
  private var omissionCount = 0

  init(_ properties: FilesystemProperties, _ items: any ItemSink, _ context: any ComponentContext) {
    self.properties = properties
    self.items = items
    self.context = context
    source = PathText.lexicallyClean(properties.path)
  }

  mutating func readDirectory(_ path: String) throws {
    let (source, context, properties) = (source, context, properties)
    let walk = FileWalk(root: BytePath(path)) {
      properties.excludesAll(below: $0)
    } warn: { names, reason in
      context.warn("skipped '\(Self.join(source, names))': \(reason)")
    }
    do {
      try walk.forEachFile { names, path in
        try context.checkCancellation()
        return try readSelected(names, path)
      }
    } catch let error as SystemError {
      throw ComponentFailure("cannot list the directory '\(properties.path)': \(error.reason)")
    }
    context.report(ComponentProgress(candidateCount, "files"))
  }

  private mutating func readSelected(_ names: [String], _ path: BytePath) throws -> FileWalk.Next {
    guard properties.selects(names) else { return .goOn }
    guard candidateCount < properties.maximumFileCount else {
      context.warn(
        "read only the first \(properties.maximumFileCount) files of '\(source)' (max_files); there are more")
      return .stop
    }
    candidateCount += 1
    try readFile(path, source: Self.join(source, names))
    if let reason = lastSkipReason { context.warn("skipped '\(Self.join(source, names))': \(reason)") }
    if candidateCount % Self.progressInterval == 0 {
      context.report(ComponentProgress(candidateCount, "files"))
    }
    return .goOn
  }

  /// Appends the items of a file, or notes why there are none.
  mutating func readFile(_ path: BytePath, source: String) throws {
    lastSkipReason = nil
    var extractor = DocumentExtractor(
      properties.extraction, MailCharsets(), DocumentSink(items, context, properties, source: source))
    do {
      let size = try extract(path, source, &extractor)
      fileCount += 1
      byteCount += size
    } catch let error as UnreadableFile {
      lastSkipReason = error.reason
    } catch let error as Unextractable {
      lastSkipReason = error.reason
    }
    extractor.sink.finish()
    omissionCount += extractor.sink.omissionCount + (lastSkipReason == nil ? 0 : 1)
  }

  /// The number of bytes that were read. They are let go as soon as there is text.
  private func extract(
    _ path: BytePath, _ source: String, _ extractor: inout DocumentExtractor<DocumentSink>
  ) throws -> Int {
    let file = try FileContent(reading: path)
    if file.changedMeanwhile { context.warn("'\(source)' changed while it was read") }
    let size = file.bytes.count
    try extractor.extract(file.bytes, at: source)
    return size
  }

  func requireFiles() throws(ComponentFailure) {
    guard fileCount == 0 else { return }
    if candidateCount == 0 {
      throw ComponentFailure(
        "there is no file to read in '\(properties.path)'", hint: "check the path and the patterns")
    }
    throw ComponentFailure(
      "none of the \(candidateCount) files in '\(properties.path)' can be read as "
        + "\(properties.encodingName) text",
      hint: "the warnings say why; choose the right 'encoding', or set 'errors' to replace")
  }

  /// The content without the items.
  func head(isDirectory: Bool) -> JSONObject {
    let name = Self.lastName(source)
    var metadata = JSONObject([
      ("file_count", .integer(fileCount)), ("total_size_bytes", .integer(byteCount)),
      ("exclude_patterns", properties.excludePatterns ?? .null),
      ("source_type", isDirectory ? "directory" : "file"),
    ])
    if properties.looksInside { metadata["omissions"] = .integer(omissionCount) }
    return JSONObject([
      ("schemaVersion", "1.0.0"),
      ("name", .string("standard_input_from_\(name)" + (isDirectory ? "_directory" : ""))),
      ("description", .string(isDirectory ? "Text files below \(source)" : "The text file \(source)")),
      ("contentEncoding", .string(properties.encodingName)),
      ("source", .string(source)),
      ("metadata", .object(metadata)),
    ])
  }

  private static func join(_ path: String, _ names: [String]) -> String {
    PathText.join(path, names.joined(separator: "/"))
  }

  /// The last part of a path; empty for `.` and `/`, as in Python.
  private static func lastName(_ path: String) -> String {
    path == "." || path == "/" ? "" : PathText.name(of: path)
  }
}
