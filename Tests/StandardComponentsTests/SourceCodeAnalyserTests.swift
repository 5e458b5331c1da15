// Telling programs among texts.
import CanonicalJSON
import ComponentKit
import StandardManifests
import SystemFiles
import TestSupport
import Testing

private func analyse(
  _ files: [(path: String, content: String)], _ properties: JSONValue = [:], source: String? = "shop/src",
  in baseDirectory: String = "."
) throws -> TrialResult {
  var head = JSONObject()
  head["source"] = source.map { .string($0) }
  let items: [JSONValue] = files.map {
    [
      "content": .string($0.content),
      "metadata": [
        "source": .string("elsewhere"), "file_path": .string($0.path),
        "connector_type": "filesystem_connector",
      ],
    ]
  }
  return try process(
    "source_code_analyser", properties, rulesets: [:],
    inputs: [TrialArtifact(schema: .standardInput, head: head, items: items)],
    context: TrialContext(baseDirectory: baseDirectory))
}

private func languages(_ result: TrialResult) -> [String] {
  result.items.compactMap { $0["language"].stringValue }
}

@Test(
  "A language is told by the extension, whatever its case",
  arguments: [
    ("a.php", "php"), ("a.PHTML", "php"), ("a.php5", "php"), ("a.js", "javascript"), ("a.vue", "javascript"),
    ("a.mjs", "javascript"), ("a.jsx", "javascript"), ("a.ts", "typescript"), ("a.test.tsx", "typescript"),
    ("d.php/a.cts", "typescript"), ("a.py", nil), ("php", nil), (".php", nil), ("a.", nil), ("a.php/b", nil),
    ("a.php.bak", nil),
  ] as [(String, String?)])
func extensionsAreKnown(path: String, language: String?) throws {
  #expect(try languages(analyse([(path, "x")])) == (language.map { [$0] } ?? []))
}

@Test("Further languages count when they are named, and only those that are")
func languagesAreChosen() throws {
  let files = ["a.php", "b.py", "c.java", "d.sql", "e.txt"].map { (path: $0, content: "x") }
  #expect(try languages(analyse(files, ["languages": ["python", "Java"]])) == ["python", "java"])
  #expect(try languages(analyse(files, ["languages": "all"])) == ["php", "python", "java", "sql"])
  #expect(try languages(analyse(files, ["language": "py"])) == Array(repeating: "python", count: 5))
  #expect { try analyse(files, ["languages": ["cobol"]]) } throws: { "\($0)".contains("cobol") }
}

@Test("A file keeps its text, its size in bytes, and its lines; the head counts them")
func filesAreMeasured() throws {
  let result = try analyse([("./a//b.php", "é\nb\n"), ("notes.txt", "x"), ("c.ts", "")])
  #expect(
    result.items == [
      [
        "file_path": "a/b.php", "language": "php", "raw_content": "é\nb\n",
        "metadata": ["file_size": 5, "line_count": 3],
      ],
      [
        "file_path": "c.ts", "language": "typescript", "raw_content": "",
        "metadata": ["file_size": 0, "line_count": 1],
      ],
    ])
  #expect(result.head["name"] == "source_code_analysis_src")
  #expect(result.head["source"] == "shop/src")
  #expect(result.head["description"] == "Source code analysis of shop/src")
  #expect(
    result.head["metadata"] == [
      "total_files": 2, "total_lines": 4, "analysis_timestamp": "2026-01-31T12:00:00.000000+00:00",
    ])
  #expect(try analyse([("a.php", "x")], source: nil).head["name"] == "source_code_analysis_analysed_files")
}

@Test("A file that is there tells when it last changed; what was in an archive does not")
func filesTellTheirTimes() throws {
  let directory = try TemporaryDirectory()
  try directory.write("a.php", "x")
  let result = try analyse([("a.php", "x"), ("old.zip/b.php", "x")], in: directory.path)
  let expected = try FileStatus.of("\(directory.path)/a.php").modificationText
  #expect(expected != nil && result.items[0]["metadata"]["last_modified"].stringValue == expected)
  #expect(result.items[1]["metadata"] == ["file_size": 1, "line_count": 1])
}

@Test("Files larger than max_file_size are skipped, and that is said")
func largeFilesAreSkipped() throws {
  let result = try analyse([("a.php", "12345"), ("b.php", "123456")], ["max_file_size": 5])
  #expect(result.items.count == 1)
  #expect(result.context.warnings.count == 1)
  #expect(result.context.warnings.first?.contains("'b.php'") == true)
}
