// Every input that a fuzzer found once, and every seed, through the built programs: none of them ends in a trap.
// The fuzzing itself is `make fuzz`.
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct FuzzCorpusTests {
  private static let corpus = "\(Repository.path)/Tests/Fuzzing/Corpus"

  private static let targets = [
    "compile", "config", "fixer", "format", "json", "migrate", "plan", "ruleset", "envelope", "selection",
    "syntax",
    "verify",
    "yaml", "match",
  ]

  private static func inputs(_ target: String) -> [String] {
    let names = (try? listDirectory("\(corpus)/\(target)")) ?? []
    return names.compactMap(\.text).map { "\(corpus)/\(target)/\($0)" }
  }

  static let all: [(target: String, path: String)] = targets.flatMap { target in
    inputs(target).map { (target, $0) }
  }

  @Test func thereAreInputs() { #expect(Self.all.count >= 5) }

  @Test(arguments: all.indices)
  func endsWithAVerdict(_ index: Int) throws {
    let (target, path) = Self.all[index]
    let place = try Workplace()
    try writeFile("\(place.path)/input.yaml", try readFile(path))
    let results =
      switch target {
      case "json", "plan", "verify": [try place.machine("verify", "input.yaml")]
      case "match": [try place.wct("rulesets", "test", "input.yaml")]
      case "migrate": [try place.wct("migrate", "--diff", "input.yaml")]
      case "format": [try place.wct("fmt", "--check", "input.yaml"), try place.wct("check", "input.yaml")]
      case "fixer": [try place.wct("check", "--fix-unsafe", "--diff", "input.yaml")]
      case "config":
        [
          try place.wct("check", "--config", "input.yaml", "input.yaml"),
          try place.wct("check", "--policy", "input.yaml", "input.yaml"),
          try place.wct("check", "--baseline", "input.yaml", "input.yaml"),
        ]
      default: [try place.wct("check", "--format", "json", "input.yaml")]
      }
    for result in results {
      #expect((0...4).contains(result.code ?? -1), "\(path): \(result)")
    }
  }
}
