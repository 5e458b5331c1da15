// The filesystem connector over real directories. Nothing here relies on permissions: the tests may run as root.
import CanonicalJSON
import ComponentKit
import Glibc
import SystemFiles
import TestSupport
import Testing

@testable import StandardComponents

/// The sources of the items, in order.
private func sources(_ result: TrialResult) -> [String] {
  result.items.compactMap { $0["metadata"]["source"].stringValue }
}

@Test("A file gives one item")
func oneFile() throws {
  let directory = try TemporaryDirectory()
  try directory.write("a/note.txt", "one\r\ntwo\rthree\n")
  let result = try extract(
    "filesystem", ["path": "./a//note.txt"], context: TrialContext(baseDirectory: directory.path))
  #expect(
    result.items == [
      [
        "content": "one\ntwo\nthree\n",
        "metadata": [
          "source": "a/note.txt", "file_path": "a/note.txt", "connector_type": "filesystem_connector",
          "context": [:],
        ],
      ]
    ])
  #expect(result.head["name"] == "standard_input_from_note.txt")
  #expect(result.head["source"] == "a/note.txt")
  #expect(result.head["contentEncoding"] == "utf-8")
  #expect(result.head["schemaVersion"] == "1.0.0")
  #expect(
    result.head["metadata"] == [
      "file_count": 1, "total_size_bytes": 15, "exclude_patterns": .null, "source_type": "file",
    ])
  #expect(result.context.warnings == [])
}

@Test("A directory gives its files in the order of their paths, each under the path as given")
func directoryInOrder() throws {
  let directory = try TemporaryDirectory()
  for name in ["b.txt", "a/z.txt", "a/b/c.txt", "a.txt", ".hidden", "A.txt", "é.txt"] {
    try directory.write("root/\(name)", name)
  }
  let result = try extract(
    "filesystem", ["path": "root/"], context: TrialContext(baseDirectory: directory.path))
  let expected = [".hidden", "A.txt", "a/b/c.txt", "a/z.txt", "a.txt", "b.txt", "é.txt"]
  #expect(sources(result) == expected.map { "root/\($0)" })
  #expect(result.items.compactMap { $0["content"].stringValue } == expected)
  #expect(result.head["name"] == "standard_input_from_root_directory")
  #expect(result.head["metadata"]?["source_type"] == "directory")
  #expect(result.head["metadata"]?["file_count"] == 7)
}

@Test("Sources are printed as Python's Path prints them")
func sourcesAreClean() throws {
  let directory = try TemporaryDirectory()
  try directory.write("a/b/c.txt", "x")
  func source(_ path: String) throws -> [String] {
    sources(
      try extract("filesystem", ["path": .string(path)], context: TrialContext(baseDirectory: directory.path))
    )
  }
  #expect(try source("./a//b/") == ["a/b/c.txt"])
  #expect(try source("a/../a") == ["a/../a/b/c.txt"])
  #expect(try source(".") == ["a/b/c.txt"])
  #expect(try source(directory.path + "//a/.") == ["\(directory.path)/a/b/c.txt"])
}

@Test(
  "Include first, then exclude",
  arguments: [
    (["*.txt"], nil, ["a.txt", "dir/keep.txt", "dir/x.txt"]),
    (nil, ["*.txt"], ["b.md", "dir/y.md"]),
    (["*.txt"], ["dir/"], ["a.txt"]),
    (nil, ["dir/", "!dir/keep.txt"], ["a.txt", "b.md", "dir/keep.txt"]),
    ([], [], ["a.txt", "b.md", "dir/keep.txt", "dir/x.txt", "dir/y.md"]),
    (["dir", "!*.md"], nil, ["dir/keep.txt", "dir/x.txt"]),
    (["# all", "", "/a.*"], nil, ["a.txt"]),
  ] as [([String]?, [String]?, [String])])
func patternsSelectFiles(include: [String]?, exclude: [String]?, expected: [String]) throws {
  let directory = try TemporaryDirectory()
  for name in ["a.txt", "b.md", "dir/keep.txt", "dir/x.txt", "dir/y.md"] {
    try directory.write("r/\(name)", "x")
  }
  var properties = JSONObject([("path", "r")])
  if let include { properties["include_patterns"] = .array(include.map { .string($0) }) }
  if let exclude { properties["exclude_patterns"] = .array(exclude.map { .string($0) }) }
  let result = try extract(
    "filesystem", .object(properties), context: TrialContext(baseDirectory: directory.path))
  #expect(sources(result) == expected.map { "r/\($0)" })
  #expect(result.head["metadata"]?["exclude_patterns"] == properties["exclude_patterns"] ?? .null)
}

@Test("max_files keeps the first files and says that there are more")
func maximumOfFiles() throws {
  let directory = try TemporaryDirectory()
  for name in ["c", "a", "b/x", "d"] { try directory.write(name, "x") }
  let cut = try extract("filesystem", ["path": .string(directory.path), "max_files": 2])
  #expect(sources(cut) == ["a", "b/x"].map { "\(directory.path)/\($0)" })
  #expect(cut.context.warnings.count == 1)
  #expect(cut.context.warnings.first?.contains("max_files") == true)
  #expect(
    try extract("filesystem", ["path": .string(directory.path), "max_files": 4]).context.warnings == [])
}

@Test("Links to files are read, links to directories are not followed, loops and dead links end in warnings")
func links() throws {
  let directory = try TemporaryDirectory()
  try directory.write("real/a.txt", "x")
  for (target, name) in [
    ("real/a.txt", "file"), ("real", "folder"), (".", "loop"), ("nowhere", "dead"), ("self", "self"),
  ] {
    #expect(unsafe symlink(target, "\(directory.path)/\(name)") == 0)
  }
  let result = try extract("filesystem", ["path": "."], context: TrialContext(baseDirectory: directory.path))
  #expect(sources(result) == ["file", "real/a.txt"])
  #expect(result.context.warnings.map { $0.split(separator: "'")[1] } == ["dead", "folder", "loop", "self"])
}

@Test("A link is followed when it is the path itself")
func linkAsPath() throws {
  let directory = try TemporaryDirectory()
  try directory.write("real/a.txt", "x")
  #expect(unsafe symlink("real", "\(directory.path)/link") == 0)
  let result = try extract(
    "filesystem", ["path": "link"], context: TrialContext(baseDirectory: directory.path))
  #expect(sources(result) == ["link/a.txt"])
}

@Test("FIFOs and sockets are passed over without being opened")
func specialFiles() throws {
  let directory = try TemporaryDirectory()
  try directory.write("a.txt", "x")
  #expect(unsafe mkfifo("\(directory.path)/pipe", 0o600) == 0)
  #expect(unsafe symlink("pipe", "\(directory.path)/to-pipe") == 0)
  let result = try extract("filesystem", ["path": "."], context: TrialContext(baseDirectory: directory.path))
  #expect(sources(result) == ["a.txt"])
  #expect(result.context.warnings.count == 2)
  #expect(result.context.warnings.allSatisfy { $0.contains("FIFO") })
  #expect { try extract("filesystem", ["path": .string(directory.path + "/pipe")]) } throws: {
    "\($0)".contains("FIFO")
  }
}

@Test("Undecodable files are skipped with a warning; NULs and empty files are text")
func undecodableFiles() throws {
  let directory = try TemporaryDirectory()
  try directory.write("empty", "")
  try directory.write("nul", "a\0b")
  try directory.writeBytes("latin", [0x61, 0xE9])
  let context = TrialContext(baseDirectory: directory.path)
  let strict = try extract("filesystem", ["path": "."], context: context)
  #expect(sources(strict) == ["empty", "nul"])
  #expect(strict.items[1]["content"] == "a\0b")
  #expect(context.warnings == ["skipped 'latin': byte 1 does not fit the encoding; 2 bytes were not seen"])
  func content(_ properties: JSONValue) throws -> JSONValue {
    try extract("filesystem", properties, context: context).items[0]["content"]
  }
  #expect(try content(["path": "latin", "errors": "replace"]) == "a\u{FFFD}")
  #expect(try content(["path": "latin", "errors": "ignore"]) == "a")
  #expect(try content(["path": "latin", "encoding": "latin-1"]) == "aé")
}

@Test("Files whose names are not UTF-8 are read, and their bytes are shown")
func undecodableNames() throws {
  let directory = try TemporaryDirectory()
  try directory.write("a", "x")
  func path(_ names: [UInt8]...) -> [CChar] {
    (Array(directory.path.utf8) + names.flatMap { [0x2F] + $0 } + [0]).map { CChar(bitPattern: $0) }
  }
  let folder: [UInt8] = Array("d".utf8) + [0xE9]
  #expect(unsafe mkdir(path(folder), 0o700) == 0)
  let descriptor = unsafe open(path(folder, [0xFF] + Array("ü.txt".utf8)), O_CREAT | O_WRONLY, 0o600)
  #expect(unsafe write(descriptor, "inside", 6) == 6)
  close(descriptor)
  let result = try extract("filesystem", ["path": "."], context: TrialContext(baseDirectory: directory.path))
  #expect(sources(result) == ["a", "d\\xE9/\\xFFü.txt"])
  #expect(result.items.last?["content"] == "inside")
  #expect(result.context.warnings == [])
}

@Test(
  "What can't be read at all is a failure that says what to do",
  arguments: [
    ("missing", "No such file"), ("empty", "no file to read"), ("binary", "none of the 1 files"),
    ("binary/x", "can't be read as utf-8"), ("file/x", "Not a directory"),
  ])
func unreadablePaths(path: String, message: String) throws {
  let directory = try TemporaryDirectory()
  try directory.write("file", "x")
  try directory.writeBytes("binary/x", [0xFF])
  #expect(unsafe mkdir("\(directory.path)/empty", 0o700) == 0)
  #expect {
    try extract("filesystem", ["path": .string(path)], context: TrialContext(baseDirectory: directory.path))
  } throws: { error in
    guard let failure = error as? ComponentFailure else { return false }
    return failure.message.contains(message) && failure.hint != nil
  }
}

@Test(
  "Bad properties are failures",
  arguments: [
    (["path": "x", "encoding": "utf-7"], "utf-7"), (["path": "x", "include_patterns": ["a\\"]], "a\\"),
  ] as [(JSONValue, String)])
func badProperties(properties: JSONValue, message: String) {
  #expect { try extract("filesystem", properties) } throws: { "\($0)".contains(message) }
}

@Test("A file beyond the size limit is not read whole")
func largeFiles() throws {
  let directory = try TemporaryDirectory()
  let path = try directory.write("a", "12345")
  #expect(throws: UnreadableFile.self) { try FileContent(reading: BytePath(path), sizeLimit: 4, setBy: "x") }
  #expect(try FileContent(reading: BytePath(path), sizeLimit: 5, setBy: "x").bytes == Array("12345".utf8))
}

@Test("A directory that loses its files while it is walked gives the rest")
func vanishingFiles() throws {
  let directory = try TemporaryDirectory()
  for name in ["a", "b", "c"] { try directory.write(name, "x") }
  var warnings: [[String]] = []
  var visited: [[String]] = []
  let walk = FileWalk(root: BytePath(directory.path)) { _ in
    false
  } warn: { names, _ in
    warnings.append(names)
  }
  try walk.forEachFile { names, _, _ in
    visited.append(names)
    _ = unsafe unlink("\(directory.path)/b")
    return .goOn
  }
  #expect(visited == [["a"], ["c"]])
  #expect(warnings == [["b"]])
}

@Test("A deep tree is walked without recursion, an excluded one is not listed")
func deepTrees() throws {
  let directory = try TemporaryDirectory()
  let deep = Array(repeating: "d", count: 500).joined(separator: "/")
  try directory.write("\(deep)/x.txt", "x")
  let result = try extract("filesystem", ["path": "."], context: TrialContext(baseDirectory: directory.path))
  #expect(sources(result) == ["\(deep)/x.txt"])
  #expect {
    try extract(
      "filesystem", ["path": "d", "exclude_patterns": ["d/"]],
      context: TrialContext(baseDirectory: directory.path))
  } throws: { "\($0)".contains("no file to read") }
}

@Test("The connector stops when it is cancelled")
func connectorStops() throws {
  let directory = try TemporaryDirectory()
  for index in 0..<10 { try directory.write("\(index)", "x") }
  let context = TrialContext()
  context.checksBeforeCancellation = 3
  #expect(throws: CancellationError.self) {
    try extract("filesystem", ["path": .string(directory.path)], context: context)
  }
}

extension TemporaryDirectory {
  /// Writes a file of any bytes; gives its path.
  @discardableResult
  fileprivate func writeBytes(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = try write(name, "")
    let descriptor = unsafe open(path, O_WRONLY | O_TRUNC)
    defer { close(descriptor) }
    let written = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
    #expect(written == bytes.count)
    return path
  }
}
