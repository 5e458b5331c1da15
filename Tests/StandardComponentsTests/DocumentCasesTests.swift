// Documents and archives made by Python, through the filesystem connector.
import CanonicalJSON
import ComponentKit
import DocumentExtraction
import TestSupport
import Testing

@testable import StandardComponents

/// One file and what must be read from it.
private struct DocumentCase {
  let file: String
  let properties: JSONObject
  /// Paths and texts; nil where nothing of the file can be read.
  let items: [[String]]?
  let warnings: [String]

  init(_ json: JSONValue) throws {
    file = try #require(json["file"].stringValue)
    properties = try #require(json["properties"].objectValue)
    items = json["items"].arrayValue?.map { ($0.arrayValue ?? []).compactMap(\.stringValue) }
    warnings = (json["warnings"].arrayValue ?? []).compactMap(\.stringValue)
  }

  /// Makes the files of all cases; empty where there is no python3.
  static func make(in directory: TemporaryDirectory) throws -> [DocumentCase] {
    let script = #filePath.replacing(
      "StandardComponentsTests/DocumentCasesTests.swift", with: "Tools/document_cases.py")
    let command = "command -v python3 >/dev/null || exit 9; exec python3 -B \"$0\" ."
    let result = try ChildProcess(
      "/bin/sh", ["-c", command, script], directory: directory.path, environment: ["PATH": "/usr/bin:/bin"]
    ).result()
    if result.code == 9 { return [] }
    try #require(result.code == 0, "\(result)")
    return try (JSONReader.read(result.standardOutput).arrayValue ?? []).map { try DocumentCase($0) }
  }
}

@Suite struct DocumentCasesTests {
  @Test("What stands in documents and archives is read, and what is not seen is said")
  func everyCase() throws {
    let directory = try TemporaryDirectory()
    for each in try DocumentCase.make(in: directory) { try check(each, directory) }
  }

  private func check(_ each: DocumentCase, _ directory: TemporaryDirectory) throws {
    var properties = each.properties
    properties["path"] = .string(each.file)
    if properties["pdf"] == true, PDFText() == nil { return }
    let context = TrialContext(baseDirectory: directory.path)
    guard let expected = each.items else {
      let failure = #expect(throws: ComponentFailure.self, "\(each.file)") {
        _ = try extract("filesystem", .object(properties), context: context)
      }
      for part in each.warnings {
        #expect(failure?.message.contains(part) == true, "\(each.file): \(failure as Any)")
      }
      return
    }
    let result = try extract("filesystem", .object(properties), context: context)
    let items = result.items.map {
      [$0["metadata"]["source"].stringValue ?? "", $0["content"].stringValue ?? ""]
    }
    #expect(items == expected, "\(each.file): \(result.context.warnings)")
    #expect(result.context.warnings.count == each.warnings.count, "\(each.file): \(result.context.warnings)")
    for part in each.warnings {
      #expect(
        result.context.warnings.contains { $0.contains(part) }, "\(each.file): \(result.context.warnings)")
    }
  }
}
