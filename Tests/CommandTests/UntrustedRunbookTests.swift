// No file makes `wct check` trap: what lies in the repository, and bytes that nobody wrote.
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct UntrustedRunbookTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test func noFileOfTheFixturesMakesItTrap() throws {
    let files = try tree(Repository.webshop) + tree("\(Repository.path)/runbooks")
    #expect(files.count > 30)
    // All in one process: the first trap fails the test, and the paths show which files to try.
    let result = try place.start(.wct, ["check"] + files).result()
    #expect(result.code == 1, "\(result)")
  }

  @Test(arguments: 1...3) func randomBytesNeverTrap(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let good = Array(SampleRunbook.detection(of: "./data").utf8)
    var files: [String] = []
    for number in 0..<60 {
      let bytes = number % 3 == 0 ? noise(&generator) : mutated(good, &generator)
      let name = "\(number).yaml"
      try writeFile("\(place.path)/\(name)", bytes)
      files.append(name)
    }
    let result = try place.start(.wct, ["check"] + files).result()
    #expect(result.code == 1, "seed \(seed): \(result.ending) \(result.error.suffix(2000))")
  }

  /// What would cost a careless reader its stack, its memory or its time.
  enum HugeShape: String, CaseIterable {
    case brackets, mappings, sequences, scalar, mergedAliases, aliasBomb, unknownFields, unknownArtifacts
    case unknownAliases

    var text: String {
      switch self {
      case .brackets: String(repeating: "[", count: 100_000)
      case .mappings: String(repeating: "{a: ", count: 50_000)
      case .sequences: String(repeating: "- ", count: 100_000)
      case .scalar: "name: \"" + String(repeating: "é", count: 500_000) + "\"\n"
      case .mergedAliases: "a: &a {x: 1}\n" + (0..<5000).map { "k\($0): {<<: [*a, *a, *a]}\n" }.joined()
      case .unknownFields: (0..<5000).map { "field\($0): 1\n" }.joined()
      case .unknownArtifacts:
        "name: a\ndescription: b\nartifacts:\n"
          + (0..<5000).map { "  artifact\($0): {inputs: artefact\($0)}\n" }.joined()
      case .unknownAliases: (0..<5000).map { "k\($0): &anchor\($0) x\nl\($0): *ancor\($0)\n" }.joined()
      case .aliasBomb:
        (0..<40).reduce("x0: &x0 [y]\n") { "\($0)x\($1 + 1): &x\($1 + 1) [*x\($1), *x\($1)]\n" }
      }
    }
  }

  @Test(arguments: HugeShape.allCases)
  func hugeShapesAreRefused(shape: HugeShape) throws {
    try place.write("huge.yaml", shape.text)
    let result = try place.wct("check", "huge.yaml")
    #expect(result.code == 1, "\(result.ending)")
  }

  private func noise(_ generator: inout SeededGenerator) -> [UInt8] {
    (0..<Int.random(in: 1...400, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  /// Some bytes of a good runbook replaced, removed or repeated.
  private func mutated(_ good: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = good
    for _ in 0..<Int.random(in: 3...12, using: &generator) {
      let index = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes[index] = Array("{}[]:,&*!|>'\"%@`#-?\t\n\u{0}".utf8).randomElement(using: &generator) ?? 0
      case 1: bytes.remove(at: index)
      default: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + 9)], at: index)
      }
    }
    return bytes + Array("\n]".utf8)
  }

  private func tree(_ path: String) throws -> [String] {
    try listDirectory(path).compactMap(\.text).flatMap { name in
      let child = "\(path)/\(name)"
      return try FileStatus.of(child).kind == .directory ? tree(child) : [child]
    }
  }
}
