// Documents and archives, through the built programs.
internal import CanonicalJSON
internal import TestSupport
import Testing

@Suite struct DocumentCommandTests {
  private var place: Workplace

  init() throws { place = try Workplace() }

  private static let runbook = """
    name: Documents
    description: Texts in documents and archives
    contact: Nobody <nobody@example.com>
    artifacts:
      files:
        source:
          type: filesystem
          properties:
            path: .
            include_patterns: [letter.eml, people.xlsx, bomb.zip, locked.zip, full.docx]
            documents: all
            archives: true
        output: true
    """

  /// Makes the files of Tests/Tools/document_cases.py; false where there is no python3.
  private func makeFiles() throws -> Bool {
    let command = "command -v python3 >/dev/null || exit 9; exec python3 -B \"$0\" . >/dev/null"
    let script = "\(Repository.path)/Tests/Tools/document_cases.py"
    let result = try ChildProcess(
      "/bin/sh", ["-c", command, script], directory: place.path, environment: ["PATH": "/usr/bin:/bin"]
    ).result()
    try #require(result.code == 0 || result.code == 9, "\(result)")
    return result.code == 0
  }

  @Test mutating func documentsAreItems() throws {
    guard try makeFiles() else { return }
    try place.write("documents.yaml", Self.runbook)
    let result = try place.wct("run", "documents.yaml", "-o", "\(place.path)/results.json")
    #expect(result.code == 0, "\(result)")
    let content = try #require(try place.content("files"))
    let items = content["data"]?.arrayValue ?? []
    let sources = items.compactMap { $0["metadata"]?["source"]?.stringValue }
    #expect(
      sources == [
        "bomb.zip!/after.txt", "full.docx", "full.docx!/word/header1.xml", "full.docx!/word/comments.xml",
        "full.docx!/docProps/core.xml", "letter.eml", "letter.eml!/Liste ä.csv", "letter.eml!/a.zip!/in.txt",
        "locked.zip!/q.txt", "people.xlsx",
      ])
    #expect(content["metadata"]?["omissions"] == 3)
    #expect(content["metadata"]?["file_count"] == 5)
    let said = result.output + result.error
    #expect(said.contains("skipped 'locked.zip!/p.txt': it is protected by a password"), "\(said)")
    #expect(said.contains("it expands to more than 200 times its size; 104857600 bytes"), "\(said)")
    #expect(said.contains("the sheet 'Lost' was not seen"), "\(said)")
  }
}
