import FlowPolicies
import Runbooks
import StandardManifests
import TestSupport
import Testing

/// Every runbook and policy in the documentation is as its fence says: it compiles, or gives exactly those codes.
///
/// A fence may name codes, `policy` for a policy file, and `as=NAME` for a file that stands beside the page's others.
@Suite struct DocumentationTests {
  private static let blocks: [Documentation.Block] =
    (try? Documentation.files().flatMap { try Documentation.blocks($0, language: "yaml") }) ?? []
  static let policies = blocks.filter(\.isPolicy)
  static let runbooks = blocks.filter { !$0.isPolicy }

  @Test func thereAreExamples() {
    #expect(Self.runbooks.count >= 6)
    #expect(Self.policies.count >= 3)
  }

  @Test(arguments: runbooks) func compilesAsItSays(_ block: Documentation.Block) throws {
    let directory = try TemporaryDirectory()
    for other in Self.runbooks where other.file == block.file {
      if let name = other.fileName { try directory.write(name, other.text) }
    }
    #expect(try codes(of: block, in: directory) == block.codes)
  }

  @Test(arguments: policies) func isAPolicyAsItSays(_ block: Documentation.Block) {
    let (_, report) = PolicyDocument.read(Array(block.text.utf8), name: block.description, catalog: .standard)
    #expect(report.diagnostics.map(\.rule.code).sorted() == block.codes)
  }

  private func codes(of block: Documentation.Block, in directory: TemporaryDirectory) throws -> [String] {
    let variables = ["DB_PASSWORD": "secret"]
    let name = "\(directory.path)/\(block.fileName ?? "example.yaml")"
    return RunbookFile.check(text: block.text, name: name, variables: variables).map(\.rule.code).sorted()
  }
}

extension Documentation.Block {
  private var words: [Substring] { Array(info.split(separator: " ").dropFirst()) }

  fileprivate var isPolicy: Bool { words.contains("policy") }
  fileprivate var codes: [String] { words.filter { $0.hasPrefix("WCT") }.map(String.init).sorted() }
  fileprivate var fileName: String? {
    words.first { $0.hasPrefix("as=") }.map { String($0.dropFirst(3)) }
  }
}
