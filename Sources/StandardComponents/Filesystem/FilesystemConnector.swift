// The connector that reads files. Knows how a file becomes an item; walking and decoding are beside it.
internal import CanonicalJSON
internal import ComponentKit
internal import StandardManifests
internal import SystemFiles

/// `filesystem`: one item for each text file, in sorted order. A file that is larger than an item may be is read in
/// parts, each an item; memory is bounded by the run's resources.
///
/// Files that can't be read as text are passed over with a warning; when none is left, that is a failure.
/// Patterns speak of the files below a directory; a single file that is named as the path is always read.
struct FilesystemConnector: Connector {
  let properties: FilesystemProperties

  func extract(into items: any ItemSink, context: any ComponentContext) throws -> JSONObject {
    let extraction = FilesystemExtraction(properties, items, context)
    let path = PathText.join(context.baseDirectory, properties.path)
    let status = try rootStatus(path)
    switch status.kind {
    case .file:
      try extraction.read(BytePath(path), source: extraction.source, status)
      try extraction.finish()
      if let reason = extraction.lastSkipReason {
        throw ComponentFailure(
          "the file '\(extraction.source)' can't be read as \(properties.encodingName) text: \(reason)",
          hint: "choose the right 'encoding', or set 'errors' to replace", kind: .sourceUnfit)
      }
      return extraction.head(isDirectory: false)
    case .directory:
      try extraction.readDirectory(path)
      try extraction.requireFiles()
      return extraction.head(isDirectory: true)
    case let kind:
      throw ComponentFailure(
        "'\(properties.path)' is a \(kind.rawValue)", hint: "name a regular file or a directory",
        kind: .sourceUnfit)
    }
  }

  private func rootStatus(_ path: String) throws(ComponentFailure) -> FileStatus {
    do {
      return try FileStatus.of(path)
    } catch {
      let hint =
        error.isMissing
        ? "relative paths begin at the run's base directory; check 'path', or set --base-dir" : nil
      throw ComponentFailure(
        "cannot read '\(properties.path)': \(error.reason)", hint: hint, kind: .sourceUnavailable)
    }
  }
}
