// What a valid runbook becomes.
import Diagnostics
import RunbookSyntax
import Testing

/// What parsing a text gave.
struct ParseResult {
  var runbook: RunbookSyntax?
  var diagnostics: [Diagnostic]
  var sources = SourceCollection()

  init(_ bytes: [UInt8]) {
    var sink = DiagnosticSink()
    runbook = parseRunbook(bytes: bytes, name: "t.yaml", sources: &sources, sink: &sink)
    diagnostics = sink.sorted
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  /// Each diagnostic as `rule line:column "text as written"`.
  var summary: [String] {
    diagnostics.map { diagnostic in
      guard let span = diagnostic.span else { return diagnostic.rule.name }
      let place = sources.location(of: span)
      return "\(diagnostic.rule.name) \(place.line):\(place.column) \"\(sources.text(of: span))\""
    }
  }
}

struct RunbookParserTests {
  static let full = """
    name: Full
    description: Every field
    contact: someone@example.org
    framework: GDPR
    x-note: [ignored]
    config:
      timeout: 60
      max_concurrency: 4
      max_child_depth: 2
      cost_limit: 1.5
      template_paths: [a, ./b]
    inputs:
      data: {input_schema: standard_input/1.0.0, optional: true, default: {k: [1]}, sensitive: false, description: d}
    outputs:
      result: {artifact: merged, description: r}
    artifacts:
      files:
        name: Files
        description: The files
        contact: c
        source:
          type: filesystem
          properties: {path: /data, depth: [1, {a: b}]}
        process: {type: inline}
        output_schema: standard_input
        output: true
        timeout: 5
        sensitive: true
        optional: false
      merged: {inputs: [files, old], merge: concatenate}
      old:
        reuse: {from_run: latest, artifact: files}
      child:
        inputs: files
        child_runbook:
          path: child.yaml
          input_mapping: {data: files}
          output_mapping: {result: child_result, other: child_other}
      nested:
        inputs: files
        execute: {mode: child, timeout: 3, cost_limit: 2}

    """

  @Test func everyField() throws {
    let result = ParseResult(Self.full)
    #expect(result.summary == [])
    let runbook = try #require(result.runbook)
    #expect(!runbook.isIncomplete)
    let texts = [runbook.name, runbook.description, runbook.contact, runbook.framework]
    #expect(texts.map { $0?.text } == ["Full", "Every field", "someone@example.org", "GDPR"])
    let config = try #require(runbook.configuration)
    let numbers = [config.timeout, config.maximumConcurrency, config.maximumChildDepth, config.costLimit]
    #expect(numbers.map { $0?.text } == ["60", "4", "2", "1.5"])
    #expect(config.templatePaths.map(\.text) == ["a", "./b"])
    #expect(runbook.artifacts.map(\.id.text) == ["files", "merged", "old", "child", "nested"])
    #expect(runbook.artifacts.allSatisfy { !$0.isIncomplete })
  }

  @Test func declarations() throws {
    let runbook = try #require(ParseResult(Self.full).runbook)
    let input = try #require(runbook.inputs?.first)
    #expect(input.name.text == "data")
    #expect(input.inputSchema?.text == "standard_input/1.0.0")
    #expect(input.optional?.text == "true" && input.sensitive?.text == "false")
    #expect(input.description?.text == "d")
    #expect(input.defaultValue.map(flow) == "{k: [1]}")
    let output = try #require(runbook.outputs?.first)
    #expect(
      [output.name.text, output.artifact?.text, output.description?.text] == ["result", "merged", "r"])
  }

  @Test func artifacts() throws {
    let artifacts = try #require(ParseResult(Self.full).runbook).artifacts
    let files = artifacts[0]
    let texts = [
      files.name, files.description, files.contact, files.outputSchema, files.output, files.timeout,
    ]
    #expect(texts.map { $0?.text } == ["Files", "The files", "c", "standard_input", "true", "5"])
    #expect(files.sensitive?.text == "true" && files.optional?.text == "false")
    #expect(files.source?.type?.text == "filesystem" && files.process?.type?.text == "inline")
    #expect(files.source?.properties.map(flow) == "{path: /data, depth: [1, {a: b}]}")
    #expect(files.process?.properties == nil)
    #expect(artifacts[1].inputs?.elements.map(\.text) == ["files", "old"])
    #expect(artifacts[1].merge?.text == "concatenate")
    #expect(artifacts[2].reuse?.fromRun?.text == "latest" && artifacts[2].reuse?.artifact?.text == "files")
    let child = try #require(artifacts[3].childRunbook)
    #expect(child.path?.text == "child.yaml" && child.output == nil)
    #expect(child.inputMapping?.map { [$0.key.text, $0.value.text] } == [["data", "files"]])
    #expect(child.outputMapping?.map(\.value.text) == ["child_result", "child_other"])
    #expect(artifacts[3].inputs?.elements.map(\.text) == ["files"])
    let execute = try #require(artifacts[4].execute)
    #expect([execute.mode, execute.timeout, execute.costLimit].map { $0?.text } == ["child", "3", "2"])
  }

  private func flow(_ value: ValueSyntax) -> String {
    switch value {
    case .scalar(let scalar): scalar.text
    case .sequence(let elements, _): "[" + elements.map(flow).joined(separator: ", ") + "]"
    case .mapping(let entries, _):
      "{" + entries.map { "\($0.key.text): \(flow($0.value))" }.joined(separator: ", ") + "}"
    }
  }
}
