// Reading SQLite databases: against Python's sqlite3, and the ways in which a file can refuse.
import CanonicalJSON
import ComponentKit
import StandardManifests
import TestSupport
import Testing

/// Runs a script with the path of a database as its first argument; nil where there is no python3.
@discardableResult
private func python(_ script: [String], _ directory: TemporaryDirectory) throws -> String? {
  let command = "command -v python3 >/dev/null || exit 9; exec python3 \"$@\""
  let result = try ChildProcess(
    "/bin/sh", ["-c", command, "sh"] + script, directory: directory.path,
    environment: [
      "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1", "PYTHONPATH": FixtureFile("../Tests/Tools").absolutePath,
    ]
  ).result()
  if result.ending == .exited(9) { return nil }
  try #require(result.ending == .exited(0), "\(String(decoding: result.standardError, as: UTF8.self))")
  return String(decoding: result.standardOutput, as: UTF8.self)
}

/// Makes `shop.db` of statements; false where there is no python3.
private func makeDatabase(_ statements: String, in directory: TemporaryDirectory) throws -> Bool {
  let script = "import sqlite3, sys; c = sqlite3.connect('shop.db'); c.executescript(sys.argv[1]); c.close()"
  return try python(["-c", script, statements], directory) != nil
}

private func read(
  _ directory: TemporaryDirectory, _ properties: JSONValue = ["database_path": "shop.db"]
) throws -> TrialResult {
  try extract("sqlite", properties, context: TrialContext(baseDirectory: directory.path))
}

@Test(
  "What is read is what Python's sqlite3 reads and str prints", arguments: Array(1...40 as ClosedRange<Int>))
func cellsAreThoseOfPython(seed: Int) throws {
  let directory = try TemporaryDirectory()
  let rows = seed % 3 == 0 ? "all" : String(seed % 7 + 1)
  let script = ["-B", "-m", "framework_model.databases", "shop.db", String(seed), rows]
  guard let answer = try python(script, directory) else { return }
  let limit: JSONValue = rows == "all" ? "all" : .integer(seed % 7 + 1)
  let result = try read(directory, ["database_path": "./shop.db", "max_rows_per_table": limit])
  let items = result.items.map { item -> JSONValue in
    let metadata = item["metadata"]
    #expect(metadata["connector_type"] == "sqlite_connector")
    #expect(metadata["schema_name"] == "shop")
    return [metadata["source"], metadata["table_name"], metadata["column_name"], item["content"]]
  }
  #expect(try .array(items) == JSONReader.read(text: answer))
  #expect(result.head["name"] == "sqlite_text_from_shop")
  #expect(result.head["metadata"]?["total_data_items"] == .integer(items.count))
}

@Test("Tables that are cut are named, and virtual tables are read")
func rowsAreLimited() throws {
  let directory = try TemporaryDirectory()
  let statements = """
    CREATE TABLE a (x); INSERT INTO a VALUES (1), (2), (3);
    CREATE TABLE b (x); INSERT INTO b VALUES (1), (2);
    CREATE VIRTUAL TABLE v USING fts5(body); INSERT INTO v VALUES ('hello');
    """
  guard try makeDatabase(statements, in: directory) else { return }
  let result = try read(directory, ["database_path": "shop.db", "max_rows_per_table": 2])
  #expect(result.context.warnings.contains { $0.contains("first 2 rows") && $0.contains("'a'") })
  #expect(!result.context.warnings.contains { $0.contains("'b'") })
  #expect(result.items.contains { $0["content"] == "body: hello" })
}

@Test("A database in WAL mode is read, with its log, and nothing is left beside it")
func logsAreRead() throws {
  let directory = try TemporaryDirectory()
  // The first connection stays open without a checkpoint, so that the log holds the row.
  let script = """
    import os, sqlite3
    c = sqlite3.connect('shop.db', isolation_level=None)
    c.execute('PRAGMA journal_mode=WAL')
    c.execute('CREATE TABLE t (x)')
    c.execute("INSERT INTO t VALUES ('in the log')")
    os._exit(0)
    """
  guard try python(["-c", script], directory) != nil else { return }
  #expect(try read(directory).items.map { $0["content"] } == ["x: in the log"])
  try python(
    ["-c", "import sqlite3; sqlite3.connect('shop.db').execute('SELECT * FROM t').fetchall()"], directory)
  let before = try directory.names()
  #expect(try read(directory).items.count == 1)
  #expect(try directory.names() == before)
}

@Test("Whoever can't be read says why")
func failuresAreExplained() throws {
  let directory = try TemporaryDirectory()
  func message(_ path: String) throws -> String {
    do {
      _ = try read(directory, ["database_path": .string(path)])
      return ""
    } catch let error as ComponentFailure {
      return error.description
    }
  }
  #expect(try message("absent.db").contains("cannot read 'absent.db'"))
  #expect(try message(".").contains("is a directory"))
  try directory.write("text.db", String(repeating: "This is not a database. ", count: 100))
  #expect(try message("text.db").contains("is not an SQLite database"))
  try directory.write("empty.db", "")
  #expect(try message("empty.db") == "")
}

@Test("A locked database is waited for, and then said to be locked")
func locksAreReported() throws {
  let directory = try TemporaryDirectory()
  guard try makeDatabase("CREATE TABLE t (x)", in: directory) else { return }
  let script = """
    import signal, sqlite3
    c = sqlite3.connect('shop.db', isolation_level=None)
    c.execute('BEGIN EXCLUSIVE')
    print('locked', flush=True)
    signal.pause()
    """
  let holder = try ChildProcess(
    "/usr/bin/python3", ["-c", script],
    directory: directory.path, environment: ["PATH": "/usr/bin:/bin"])
  #expect(holder.wait { $0.standardOutput.contains("locked") })
  #expect { try read(directory) } throws: { "\($0)".contains("locked by another program") }
  holder.send(9)
}

@Test("A damaged table is a warning, and the others are read")
func damageIsReported() throws {
  let directory = try TemporaryDirectory()
  let rows = (0..<200).map { "INSERT INTO t VALUES ('\(String(repeating: "x", count: 200))\($0)');" }.joined()
  guard
    try makeDatabase(
      "CREATE TABLE t (x);" + rows + "CREATE TABLE u (y); INSERT INTO u VALUES ('whole');", in: directory)
  else { return }
  let script = "f = open('shop.db', 'r+b'); f.seek(4096 * 3); f.write(b'\\xff' * 4096 * 4)"
  try python(["-c", script], directory)
  let result = try read(directory, ["database_path": "shop.db", "max_rows_per_table": "all"])
  #expect(
    result.context.warnings.contains { $0.contains("'t'") && $0.contains("could not be read to its end") })
  #expect(result.items.contains { $0["content"] == "y: whole" })
  let rowCount = result.items.count { $0["metadata"]["table_name"] == "t" }
  #expect(
    result.context.warnings.contains { $0.contains("what comes after row \(rowCount) was not seen") },
    "\(rowCount): \(result.context.warnings)")
  #expect(result.head["metadata"]?["extraction_summary"]["unread_tables"] == 1)
}

/// Makes a database with a collation and a function that only the program that made it has.
private func makeForeignDatabase(in directory: TemporaryDirectory) throws -> Bool {
  let script = """
    import sqlite3
    c = sqlite3.connect("shop.db")
    c.create_collation("own", lambda a, b: (a > b) - (a < b))
    c.create_function("own", 1, lambda x: x, deterministic=True)
    c.execute("CREATE TABLE keyed (name TEXT COLLATE own PRIMARY KEY, body) WITHOUT ROWID")
    c.execute("INSERT INTO keyed VALUES ('a', 'x'), ('b', 'y')")
    c.execute("CREATE TABLE computed (name, twice AS (own(name)), length AS (length(name)) STORED)")
    c.execute("INSERT INTO computed (name) VALUES ('ann'), ('joe')")
    c.execute("PRAGMA writable_schema = 1")
    c.execute("INSERT INTO sqlite_master VALUES ('table', 'far', 'far', 0, 'CREATE VIRTUAL TABLE far USING nobody(x)')")
    c.commit()
    """
  return try python(["-c", script], directory) != nil
}

@Test("What a database needs of its own program hides no more than it must")
func foreignPrograms() throws {
  let directory = try TemporaryDirectory()
  guard try makeForeignDatabase(in: directory) else { return }
  let result = try read(directory)
  #expect(
    result.items.map { $0["content"].stringValue ?? "" } == [
      "name: a", "body: x", "name: b", "body: y", "name: ann", "length: 3", "name: joe", "length: 3",
    ])
  let warnings = result.context.warnings
  #expect(warnings.count == 2, "\(warnings)")
  #expect(warnings.contains { $0.contains("'computed'") && $0.contains("'twice'") }, "\(warnings)")
  #expect(warnings.contains { $0.contains("'far'") && $0.contains("could not be read: ") }, "\(warnings)")
  let summary = result.head["metadata"]?["extraction_summary"]
  #expect(summary?["unread_tables"] == 1 && summary?["unread_columns"] == 1)
}

@Test("Text that is not UTF-8 is repaired, and that is said")
func invalidTextIsRepaired() throws {
  let directory = try TemporaryDirectory()
  guard try makeDatabase("CREATE TABLE t (x); INSERT INTO t VALUES (CAST(X'61FF62' AS TEXT));", in: directory)
  else { return }
  let result = try read(directory)
  #expect(result.items.map { $0["content"] } == ["x: a\u{FFFD}b"])
  #expect(result.context.warnings.count == 1)
}

@Test("A cell that is too large for an item is read from its beginning, and what is missing is counted")
func largeCells() throws {
  let directory = try TemporaryDirectory()
  let statements = """
    CREATE TABLE notes (id INTEGER PRIMARY KEY, body, extra);
    INSERT INTO notes VALUES (1, 'first', 1), (7, replace(hex(zeroblob(1500000)), '0', 'é'), 'beside'),
      (8, zeroblob(3000000), 2.5), (9, 'last', 'end');
    CREATE TABLE keyed (name TEXT PRIMARY KEY, body) WITHOUT ROWID;
    INSERT INTO keyed VALUES ('a', 'x'), ('b', hex(zeroblob(1500000))), ('c', 'z');
    """
  guard try makeDatabase(statements, in: directory) else { return }
  // An item of 2 MiB at most.
  let context = TrialContext(baseDirectory: directory.path, resources: WorkResources(memory: 64 << 20))
  let result = try extract("sqlite", ["database_path": "shop.db"], context: context)
  let texts = result.items.compactMap { $0["content"].stringValue }
  let whole = texts.filter { $0.utf8.count < 100 }
  #expect(
    whole == [
      "id: 1", "body: first", "extra: 1", "id: 7", "extra: beside", "id: 8", "extra: 2.5", "id: 9",
      "body: last", "extra: end", "name: a", "body: x", "name: b", "name: c", "body: z",
    ])
  let cut = texts.filter { $0.utf8.count >= 100 }
  #expect(cut.count == 2)
  #expect(cut[0].hasPrefix("body: éééé") && (2_097_151...2_097_158).contains(cut[0].utf8.count))
  #expect(cut[1].hasPrefix(#"body: b'\x00\x00"#) && cut[1].utf8.count == 6 + 3 + 4 * 524_288)
  let summary = result.head["metadata"]?["extraction_summary"]
  #expect(summary?["cut_cells"] == 3)
  #expect(summary?["unseen_bytes"] == .integer(6_000_000 - 2_097_152 + 3_000_000 - 524_288))
  #expect(
    context.warnings.contains {
      $0.hasPrefix(
        "3 cells are larger than an item may be (--memory); not seen: 6378560 bytes and 1 whole cell: ")
    }, "\(context.warnings)")
}
