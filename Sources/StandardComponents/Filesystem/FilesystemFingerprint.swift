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
    let fingerprint = FilesystemFingerprint(properties: properties, parts: parts, context: context)
    if properties.extraction.readsPDF, properties.extraction.pdf == nil {
      try parts.append(SourcePart("pdftotext", note: "not installed"))
    }
    switch try FileStatus.of(path).kind {
    case .file: try fingerprint.tell(BytePath(path), as: source)
    case .directory:
      try parts.append(SourcePart(source, note: "directory"))
      try fingerprint.tellDirectory(path)
    default: return .alwaysFresh
    }
    return .complete
  }
}

/// One walk that tells the files that an extraction would read, in the same order.
///
/// A file whose device, inode, size and times are as they were when it was last read is not read again.
private struct FilesystemFingerprint {
  private static let progressInterval = 200

  let properties: FilesystemProperties
  let parts: any SourcePartSink
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
    try walk.forEachFile { names, path in
      try context.checkCancellation()
      guard properties.selects(names) else { return .goOn }
      let name = names.joined(separator: "/")
      guard count < properties.maximumFileCount else {
        notes.append(SourcePart(name, note: "max_files is reached before it"))
        return .stop
      }
      count += 1
      try tell(path, as: name)
      if count % Self.progressInterval == 0 { context.report(ComponentProgress(count, "files compared")) }
      return .goOn
    }
    for note in notes { try parts.append(note) }
  }

  /// Tells one file; what can't be read is told with the reason, as extraction would warn of it.
  func tell(_ path: BytePath, as name: String) throws {
    do {
      let status = try path.status()
      guard status.kind == .file else {
        return try parts.append(SourcePart(name, note: "it is a \(status.kind.rawValue), not a file"))
      }
      let digest = try FileDigests(parts: parts, context: context).digest(path, status)
      try parts.append(SourcePart(name, size: status.size, digest: digest))
    } catch let error as SystemError {
      try parts.append(SourcePart(name, note: error.reason))
    }
  }
}
