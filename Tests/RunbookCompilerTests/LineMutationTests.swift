// Every line of every valid fixture is spoilt in some way, and two mistakes are planted far from it: nothing traps,
// every place lies inside its file, and what is planted is found all the same.
import Diagnostics
import ExecutionPlan
import RunbookCompiler
import TestSupport
import Testing

struct LineMutationTests {
  static let files =
    ["ok", "plan"].flatMap { FixtureFile.all(in: $0, suffix: ".yaml") } + GoldenFixtureTests.projects

  /// What takes the place of a line.
  static let garbage: [String] = [
    "[", "\"", "\t- x", "}: :", "key: 'abc'", "'", "- x", "{", "k: \"x", "  @", "a: b: c",
  ]

  @Test(arguments: files)
  func plantedMistakesAreFound(_ file: FixtureFile) throws {
    let text = String(decoding: try #require(file.bytes()), as: UTF8.self)
    guard let sample = PlantedSample(text) else { return }
    let compiler = FixtureCompilation.compiler(FixtureSetup(text))
    for line in sample.lines.indices where !sample.isLeftAlone(line) {
      // What happens to a line differs from line to line and file to file, and is the same on every run.
      let first = line * 5 + file.path.utf8.count
      check(
        line % 2 == 0 ? sample.doubling(line) : sample.replacing(line, with: nil), compiler, file, sample,
        line)
      for step in 0...line % 2 {
        let garbage = Self.garbage[(first + step * 7) % Self.garbage.count]
        let result = check(sample.replacing(line, with: garbage), compiler, file, sample, line)
        // Lines that lost their heading stand twice nowhere.
        #expect(
          !result.diagnostics.contains { $0.rule == .duplicateKey }, "\(file) line \(line + 1): \(garbage)")
      }
    }
  }

  /// Two to four lines are spoilt at once, each in a way of its own: nothing traps, and what is planted is found,
  /// unless the faults together make other YAML of the file, as two quotes do that end each other.
  @Test func plantedMistakesAreFoundAmongSeveralFaults() throws {
    var (checked, missed) = (0, 0)
    for file in Self.files {
      let text = String(decoding: try #require(file.bytes()), as: UTF8.self)
      guard let sample = PlantedSample(text) else { continue }
      let compiler = FixtureCompilation.compiler(FixtureSetup(text))
      // The same numbers on every run.
      var generator = SeededGenerator(seed: UInt64(file.path.utf8.count))
      for faults in sample.combinedFaults(Self.garbage, count: 24, using: &generator) {
        let result = compiler.compile(
          text: Array(sample.spoilt(by: faults).utf8), name: file.absolutePath, goal: .check)
        for span in result.diagnostics.flatMap(\.everySpan) {
          #expect(span.end <= result.sources[span.source].bytes.count)
        }
        for planted in sample.planted {
          checked += 1
          let isFound = result.diagnostics.contains {
            $0.rule == .unknownField && $0.message.contains(planted)
          }
          missed += isFound ? 0 : 1
        }
      }
    }
    #expect(checked > 2000 && missed * 50 < checked, "\(missed) of \(checked) are missed")
  }

  /// Without its heading the section is read all the same.
  @Test(arguments: files)
  func plantedMistakesAreFoundWithoutTheHeading(_ file: FixtureFile) throws {
    let text = String(decoding: try #require(file.bytes()), as: UTF8.self)
    guard let sample = PlantedSample(text), sample.isHeadingBelowField else { return }
    let compiler = FixtureCompilation.compiler(FixtureSetup(text))
    for heading in [nil, "artefacts:", "artifact:"] {
      check(sample.withHeading(heading), compiler, file, sample, 0)
    }
  }

  @discardableResult
  private func check(
    _ text: String, _ compiler: Compiler, _ file: FixtureFile, _ sample: PlantedSample, _ line: Int
  ) -> CompilationResult {
    let result = compiler.compile(text: Array(text.utf8), name: file.absolutePath, goal: .check)
    for planted in sample.planted {
      let isFound = result.diagnostics.contains { $0.rule == .unknownField && $0.message.contains(planted) }
      #expect(isFound, "\(file) line \(line + 1), \(planted):\n\(text)\n\(result.diagnostics.map(\.message))")
    }
    for span in result.diagnostics.flatMap(\.everySpan) {
      #expect(span.end <= result.sources[span.source].bytes.count)
    }
    return result
  }

  @Test func fixturesAreInBlockStyle() {
    let samples = Self.files.compactMap { file in
      file.bytes().flatMap { PlantedSample(String(decoding: $0, as: UTF8.self)) }
    }
    #expect(samples.count > 50)
  }

  /// References to what is damaged resolve, and what is not there is reported all the same.
  @Test func damageInOneArtifactLeavesTheOthers() {
    let text = """
      name: n
      description: d
      contact: c
      artifacts:
        files:
          source: {type: filesystem, properties: {path: "./x}}
        findings:
          inputs: [files
          process: {type: personal_data}
        broken
          inputs: findings
        other: {inputs: findings, output: true}
        more: {inputs: [broken, nothing], output: true}

      """
    let result = FixtureCompilation.compiler().compile(text: Array(text.utf8), name: "t.yaml", goal: .check)
    #expect(result.diagnostics.map(\.rule) == [.yamlSyntax, .yamlSyntax, .yamlSyntax, .unknownArtifact])
    #expect(result.diagnostics.last?.message == "there is no artifact 'nothing'")
  }
}

extension Diagnostic {
  var everySpan: [SourceSpan] {
    [span].compactMap(\.self) + labels.map(\.span) + fixes.flatMap(\.edits).map(\.span)
  }
}

/// A fixture with a mistake before its first line and one in an artifact of its own at the end.
struct PlantedSample {
  let lines: [String]
  let planted: [String]
  private let header: Int

  /// Nil for a fixture whose artifacts do not stand last, two spaces in.
  init?(_ text: String) {
    var body = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasSuffix("\r") ? String($0.dropLast()) : String($0)
    }
    while body.last?.isEmpty == true { body.removeLast() }
    body.removeAll { $0.hasPrefix("#") || $0.hasPrefix("\u{FEFF}") }
    guard let header = body.lastIndex(where: { $0.first.map { $0 != " " && $0 != "#" } ?? false }),
      body[header] == "artifacts:", header + 1 < body.count, body[header + 1].hasPrefix("  "),
      !body[header + 1].hasPrefix("   ")
    else { return nil }
    lines =
      ["zz_first: 1"] + body + [
        "  zz_last:", "    reuse: {from_run: latest, artifact: a}", "    zz_field: 1",
      ]
    planted = ["zz_first", "zz_field"]
    self.header = header + 1
  }

  /// The planted lines, and the one that says that artifacts follow.
  func isLeftAlone(_ line: Int) -> Bool { line == 0 || line == header || line >= lines.count - 3 }

  /// What happens to a line.
  enum Fault {
    case doubled, missing
    case garbage(String)
  }

  /// Some of the ways in which two to four lines can be spoilt at once.
  func combinedFaults(
    _ garbage: [String], count: Int, using generator: inout SeededGenerator
  ) -> [[Int: Fault]] {
    let open = lines.indices.filter { !isLeftAlone($0) }
    return (0..<min(count, open.count)).map { _ in
      var faults: [Int: Fault] = [:]
      for _ in 0..<Int.random(in: 2...4, using: &generator) {
        guard let line = open.randomElement(using: &generator),
          let text = garbage.randomElement(using: &generator)
        else { continue }
        faults[line] = [.doubled, .missing, .garbage(text)][Int.random(in: 0..<3, using: &generator)]
      }
      return faults
    }
  }

  func spoilt(by faults: [Int: Fault]) -> String {
    joined(
      lines.indices.flatMap { line -> [String] in
        switch faults[line] {
        case nil: [lines[line]]
        case .doubled?: [lines[line], lines[line]]
        case .missing?: []
        case .garbage(let text)?: [text]
        }
      })
  }

  /// Whether the line above the heading is a field with a plain value on the same line, and the first artifact's id
  /// is alone on its own.
  var isHeadingBelowField: Bool {
    let above = lines[header - 1]
    return above.last.map { $0.isLetter || $0.isNumber } == true && above.first != " " && !above.contains("#")
      && lines[header + 1].hasSuffix(":") && lines[header + 2].hasPrefix("    ")
  }

  func withHeading(_ heading: String?) -> String { replacing(header, with: heading) }

  func doubling(_ line: Int) -> String { joined(lines[...line] + lines[line...]) }

  func replacing(_ line: Int, with text: String?) -> String {
    joined(lines[..<line] + [text].compactMap(\.self) + lines[(line + 1)...])
  }

  private func joined(_ lines: some Sequence<String>) -> String {
    lines.joined(separator: "\n") + "\n"
  }
}
