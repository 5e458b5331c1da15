// Several syntax errors in one run of `wct check`, and what stands between them checked.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct SyntaxErrorCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private static let broken = """
    name: Broken
    description: Several mistakes of both kinds
    contact: c
    artifacts:
      files
        source: {type: filesystem, properties: {path: "./x}}
      findings:
        inputs: [files
        process: {type: personal_data, colour: red}
     other:
        inputs: nowhere
        output: true

    """

  @Test func everyErrorIsReportedOnce() throws {
    try place.write("broken.yaml", Self.broken)
    let result = try place.wct("check", "--format", "json", "broken.yaml")
    #expect(result.code == 1)
    let diagnostics = try JSONReader.read(result.standardOutput)["diagnostics"]?.arrayValue ?? []
    let found = diagnostics.map { diagnostic in
      "\(diagnostic["code"]?.stringValue ?? "") \(diagnostic["span"]?["start"]?["line"]?.canonicalText ?? "")"
    }
    #expect(
      found == ["WCT1005 5", "WCT1005 6", "WCT1005 8", "WCT2001 9", "WCT1005 10", "WCT2004 11"], "\(result)")
  }

  @Test func nothingIsCompiled() throws {
    try place.write("broken.yaml", Self.broken)
    let result = try place.wct("compile", "broken.yaml")
    #expect(result.code == 1)
    #expect(!place.exists("broken.plan.json"))
  }

  @Test func tagsOfOtherReadersAreRefused() throws {
    try place.write("tag.yaml", "name: !!python/object/apply:os.system [ls]\n")
    let result = try place.wct("check", "tag.yaml")
    #expect(result.code == 1 && result.output.contains("WCT1010"), "\(result)")
  }
}
