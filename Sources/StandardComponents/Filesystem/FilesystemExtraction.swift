// One run of the filesystem connector: files in, items out, in the order of the walk. Knows no encoding.
internal import CanonicalJSON
internal import ComponentKit
internal import SystemFiles

/// Reads files on as many threads as there are, and takes their items in order.
final class FilesystemExtraction {
  /// Files between two progress reports.
  private static let progressInterval = 50

  private let properties: FilesystemProperties
  private let items: any ItemSink
  private let context: any ComponentContext
  private let pipeline: OrderedPipeline<TextItemStage.Input, TextItemStage.Output>
  private let stage: TextItemStage
  /// The path as messages show it.
  let source: String
  private var fileCount = 0
  private var byteCount = 0
  /// Files that the patterns let through, read or not.
  private var candidateCount = 0
  private var splitFileCount = 0
  private var skippedFileCount = 0
  private var unseenByteCount = 0
  /// Files and places in them that were not seen, or not wholly.
  private var omissionCount = 0
  private(set) var lastSkipReason: String?

  init(_ properties: FilesystemProperties, _ items: any ItemSink, _ context: any ComponentContext) {
    self.properties = properties
    self.items = items
    self.context = context
    source = PathText.lexicallyClean(properties.path)
    let stage = TextItemStage(
      properties: properties, limit: context.resources.itemLimit, encoder: items.encoder, context: context)
    self.stage = stage
    pipeline = OrderedPipeline(context.resources, isCancelled: { context.isCancelled }) {
      { try stage.run($0) }
    }
  }

  func readDirectory(_ path: String) throws {
    let (source, context, properties) = (source, context, properties)
    let walk = FileWalk(root: BytePath(path)) {
      properties.excludesAll(below: $0)
    } warn: { names, reason in
      context.warn("skipped '\(Self.join(source, names))': \(reason)")
    }
    do {
      try walk.forEachFile { names, path, status in
        try context.checkCancellation()
        return try readSelected(names, path, status)
      }
    } catch let error as SystemError {
      throw ComponentFailure(
        "cannot list the directory '\(properties.path)': \(error.reason)", kind: .sourceUnavailable)
    }
    try finish()
  }

  private func readSelected(_ names: [String], _ path: BytePath, _ status: FileStatus) throws -> FileWalk.Next
  {
    guard properties.selects(names) else { return .goOn }
    guard candidateCount < properties.maximumFileCount else {
      context.warn(
        "read only the first \(properties.maximumFileCount) files of '\(source)' (max_files); there are more")
      return .stop
    }
    candidateCount += 1
    try read(path, source: Self.join(source, names), status)
    if candidateCount % Self.progressInterval == 0 { reportProgress() }
    return .goOn
  }

  private func reportProgress() {
    context.report(ComponentProgress(candidateCount, "files", bytes: byteCount))
  }

  /// Appends a file's item, or notes why not; its turn may come later.
  ///
  /// - Parameter status: What `stat` says of the path, which leads to a regular file.
  func read(_ path: BytePath, source: String, _ status: FileStatus) throws {
    let size = status.size
    if size > stage.limit { return try readParts(of: path, source: source) }
    try pipeline.feed(
      weight: TextItemStage.weight(of: size), .file(path: path, source: source), take)
  }

  /// Takes everything that is still under way.
  func finish() throws {
    try pipeline.finish(take)
    reportProgress()
  }

  // MARK: - What comes back

  private func take(_ output: TextItemStage.Output) throws {
    switch output {
    case .file(let made):
      for item in made.items { try items.append(item) }
      take(made)
    case .container(let bytes, let source, let changedMeanwhile):
      try takeWhole(bytes, source, changedMeanwhile)
    case .outgrown(let path, let source): try takeOutgrown(path, source)
    case .part(let item, let size):
      try items.append(item)
      byteCount += size
      lastSkipReason = nil
      context.report(ComponentProgress(fileCount, "files", bytes: byteCount))
    case .unreadablePart(let source, let size, let reason):
      unseenByteCount += size
      omissionCount += 1
      if byteCount == 0 { lastSkipReason = reason }
      context.warn("left out \(size) bytes of '\(source)': \(reason)")
    }
  }

  /// Opens an archive or a document whose turn it is, item by item.
  private func takeWhole(_ bytes: [UInt8], _ source: String, _ changedMeanwhile: Bool) throws {
    let items = items
    var made = try stage.extract(bytes, source) { try items.append($0) }
    made.changedMeanwhile = changedMeanwhile
    take(made)
  }

  /// Counts a file whose items were appended.
  private func take(_ made: TextItemStage.FileItems) {
    if made.changedMeanwhile { context.warn("'\(made.source)' changed while it was read") }
    for warning in made.warnings { context.warn(warning) }
    omissionCount += made.omissionCount
    splitFileCount += made.splitCount
    if let reason = made.skipReason { return skip(made.source, reason, unseen: made.unseenBytes) }
    fileCount += 1
    byteCount += made.size
    lastSkipReason = nil
  }

  private func skip(_ source: String, _ reason: String, unseen: Int = 0) {
    lastSkipReason = reason
    omissionCount += 1
    skippedFileCount += 1
    unseenByteCount += unseen
    // A document may say itself what of it is too large.
    let amount = unseen > 0 && !reason.hasSuffix("were not seen") ? "; \(unseen) bytes were not seen" : ""
    if candidateCount > 0 { context.warn("skipped '\(source)': \(reason)\(amount)") }
  }

  // MARK: - Large files

  private func readParts(of path: BytePath, source: String) throws {
    try split(path, source, openWhole: { try pipeline.finish(take) }) { part, number in
      try pipeline.feed(
        weight: TextItemStage.weight(of: part.bytes.count), .part(part, number: number, source: source), take)
    }
  }

  /// A file that was small when it was asked: its turn is now, so it can't wait in the line again.
  private func takeOutgrown(_ path: BytePath, _ source: String) throws {
    try split(path, source, openWhole: {}) { part, number in
      try take(stage.run(.part(part, number: number, source: source)))
    }
  }

  /// Hands over the parts of a text. A document or an archive can't be cut: it is opened whole, if it may be, after
  /// `openWhole` has made that its turn.
  private func split(
    _ path: BytePath, _ source: String, openWhole: () throws -> Void,
    _ body: (TextParts.Part, Int) throws -> Void
  ) throws {
    do {
      var parts = try TextParts(path, properties.encoding, partSize: stage.limit)
      var count = 0
      while let part = try parts.next() {
        try context.checkCancellation()
        if count == 0, stage.opened(part.bytes, source) != nil {
          try openWhole()
          // The document, what it expands to and its text are held at once.
          let file = try FileContent(
            reading: path, sizeLimit: context.resources.memory / 8, setBy: "an eighth of --memory")
          return try takeWhole(file.bytes, source, file.changedMeanwhile)
        }
        count += 1
        try body(part, count)
      }
      if parts.changedMeanwhile() { context.warn("'\(source)' changed while it was read") }
      if parts.goesOn {
        omissionCount += 1
        context.warn(
          "'\(source)' goes on behind the \(parts.size) bytes that it had when it was opened; what comes after the "
            + "first \(parts.offset) was not seen")
      }
      noteNulls(parts.nullCount, source)
      if count > 1 {
        context.warn(
          "'\(source)' has \(parts.size) bytes, and an item at most \(stage.limit) (--memory): it was read in "
            + "\(count) parts; what spans two of them may be missed")
        splitFileCount += 1
      }
      fileCount += 1
    } catch let error as UnreadableFile {
      skip(source, error.reason)
    }
  }

  private func noteNulls(_ count: Int, _ source: String) {
    guard count > 0 else { return }
    unseenByteCount += count
    omissionCount += 1
    context.warn(
      "left out \(count) bytes of '\(source)': they are NULs, in stretches of \(NullStretch.minimum) bytes or more"
    )
  }

  // MARK: - The end

  func requireFiles() throws(ComponentFailure) {
    guard fileCount == 0 else { return }
    if candidateCount == 0 {
      throw ComponentFailure(
        "there is no file to read in '\(properties.path)'", hint: "check the path and the patterns",
        kind: .sourceUnavailable)
    }
    throw ComponentFailure(
      "none of the \(candidateCount) files in '\(properties.path)' can be read as "
        + "\(properties.encodingName) text",
      hint: "the warnings say why; choose the right 'encoding', or set 'errors' to replace",
      kind: .sourceUnfit)
  }

  /// The content without the items.
  func head(isDirectory: Bool) -> JSONObject {
    let name = Self.lastName(source)
    var metadata: JSONObject = [
      "file_count": .integer(fileCount), "total_size_bytes": .integer(byteCount),
      "exclude_patterns": properties.excludePatterns ?? .null,
      "source_type": isDirectory ? "directory" : "file",
    ]
    if properties.looksInside { metadata["omissions"] = .integer(omissionCount) }
    // Ours, and only where there is something to say.
    if skippedFileCount > 0 { metadata["skipped_file_count"] = .integer(skippedFileCount) }
    if splitFileCount > 0 { metadata["split_file_count"] = .integer(splitFileCount) }
    if unseenByteCount > 0 { metadata["unseen_bytes"] = .integer(unseenByteCount) }
    let described = isDirectory ? "directory \(name) (\(fileCount) files)" : "file \(name)"
    return JSONObject([
      ("schemaVersion", "1.0.0"),
      ("name", .string("standard_input_from_\(name)" + (isDirectory ? "_directory" : ""))),
      ("description", .string("Content from \(described)")),
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
