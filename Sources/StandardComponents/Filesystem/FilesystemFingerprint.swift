// What the filesystem connector would read: names, sizes, content digests. Makes no items.
internal import ComponentKit
internal import DocumentExtraction
internal import SystemFiles

extension FilesystemConnector {
  func fingerprint(
    into parts: any SourcePartSink, context: any ComponentContext
  ) throws -> FingerprintAnswer {
    let path = PathText.join(context.baseDirectory, properties.path)
    let source = PathText.lexicallyClean(properties.path)
    let files = FileDigests(parts: parts, context: context)
    if properties.extraction.readsPDF, properties.extraction.pdf == nil {
      try files.tell(SourcePart("pdftotext", note: "not installed"))
    }
    let status = try FileStatus.of(path)
    switch status.kind {
    case .file: try files.tell(BytePath(path), status, as: source)
    case .directory:
      try files.tell(SourcePart(source, note: "directory"))
      try FilesystemFingerprint(properties: properties, files: files, context: context).tellDirectory(path)
    default: return .alwaysFresh
    }
    try files.finish()
    return .complete
  }
}

/// One walk that tells the files that an extraction would read, in the same order.
private struct FilesystemFingerprint {
  private static let progressInterval = 200

  let properties: FilesystemProperties
  let files: FileDigests
  let context: any ComponentContext

  func tellDirectory(_ path: String) throws {
    var count = 0
    var notes: [SourcePart] = []
    let properties = properties
    let walk = FileWalk(root: BytePath(path)) {
      properties.excludesAll(below: $0)
    } warn: { names, reason in
      notes.append(SourcePart(names.joined(separator: "/"), note: reason))
    }
    try walk.forEachFile { names, path, status in
      try context.checkCancellation()
      guard properties.selects(names) else { return .goOn }
      let name = names.joined(separator: "/")
      guard count < properties.maximumFileCount else {
        notes.append(SourcePart(name, note: "max_files is reached before it"))
        return .stop
      }
      count += 1
      try files.tell(path, status, as: name)
      if count % Self.progressInterval == 0 { context.report(ComponentProgress(count, "files compared")) }
      return .goOn
    }
    for note in notes { try files.tell(note) }
  }
}
