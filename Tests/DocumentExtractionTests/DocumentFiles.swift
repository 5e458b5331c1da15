// The documents and archives that Tests/Tools/document_cases.py makes.
import SystemFiles
import TestSupport
import Testing

/// Calls `body` with the name and the bytes of each; with none where there is no python3.
func forEachDocument(largest: Int, _ body: (String, [UInt8]) throws -> Void) throws {
  let directory = try TemporaryDirectory()
  let script = #filePath.replacing(
    "DocumentExtractionTests/DocumentFiles.swift", with: "Tools/document_cases.py")
  let command = "command -v python3 >/dev/null || exit 0; exec python3 -B \"$0\" . >/dev/null"
  let result = try ChildProcess(
    "/bin/sh", ["-c", command, script], directory: directory.path, environment: ["PATH": "/usr/bin:/bin"]
  ).result()
  try #require(result.code == 0, "\(result)")
  for entry in try listDirectory(directory.path) {
    let bytes = try readFile(PathText.join(directory.path, try #require(entry.text)))
    if bytes.count <= largest { try body(try #require(entry.text), bytes) }
  }
}
