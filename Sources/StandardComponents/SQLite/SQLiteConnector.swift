// The connector that reads SQLite databases. Knows how a cell becomes an item; opening and printing are beside it.
internal import CanonicalJSON
internal import ComponentKit
internal import SystemFiles

/// `sqlite`: one item for each cell that is not empty, table by table in the schema's order, row by row in the
/// table's own order. Views are not tables; virtual tables are.
struct SQLiteConnector: Connector {
  let properties: SQLiteProperties

  func extract(into items: any ItemSink, context: any ComponentContext) throws -> JSONObject {
    let database = try file(context).open()
    database.limitValues(to: context.resources.itemLimit)
    let extraction = SQLiteExtraction(properties, items, context)
    for table in try extraction.tables(of: database) {
      try context.checkCancellation()
      try extraction.read(table, of: database)
    }
    try extraction.finish()
    return extraction.head
  }

  func fingerprint(
    into parts: any SourcePartSink, context: any ComponentContext
  ) throws -> FingerprintAnswer {
    let file = file(context)
    let digests = FileDigests(parts: parts, context: context)
    try digests.tell(BytePath(file.path), as: PathText.lexicallyClean(properties.path))
    for companion in file.companions {
      guard let status = try? FileStatus.of(companion), status.size > 0 else { continue }
      try digests.tell(BytePath(companion), as: PathText.name(of: companion))
    }
    try digests.finish()
    return .complete
  }

  private func file(_ context: any ComponentContext) -> SQLiteFile {
    SQLiteFile(name: properties.path, path: PathText.join(context.baseDirectory, properties.path))
  }
}
