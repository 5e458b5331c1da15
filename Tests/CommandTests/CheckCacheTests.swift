// `wct check` with a cache: never another answer than without one.
internal import CanonicalJSON
internal import Glibc
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct CheckCacheTests {
  private var place: Workplace
  private let good = SampleRunbook.detection(of: "./data")
  private let parent = """
    name: x
    description: y
    contact: z
    config: {template_paths: [first, second]}
    artifacts:
      data: {source: {type: filesystem, properties: {path: .}}}
      found:
        inputs: data
        child_runbook: {path: child.yaml, input_mapping: {data: data}, output: result}
        output: true

    """

  init() throws {
    place = try Workplace()
    try place.write("books/good.yaml", good)
    try place.write("books/bad.yaml", "name: x\nartifacts:\n  a: {inputs: gone}\n")
    try place.write("books/compose.yaml", "services: {}\n")
  }

  /// Results that were known, by `-v`.
  private func known(_ result: ProcessResult) -> Int {
    guard let words = result.output.split(separator: " from the cache").first.map(String.init),
      result.output.contains(" from the cache")
    else { return 0 }
    return Int(words.split { $0 == "(" || $0 == " " || $0 == "," }.suffix(2).first ?? "") ?? 0
  }

  /// Checks with and without the cache; both must say the same. Gives how many results were known.
  private func check(_ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation) throws -> Int
  {
    let cached = try place.start(.wct, ["check", "-v", "--format", "json=cached.json"] + arguments).result()
    let fresh = try place.start(
      .wct, ["check", "--cache", "off", "--format", "json=fresh.json"] + arguments
    ).result()
    let details = cached.output.split(separator: "\n").last?.split(separator: " (").first.map(String.init)
    #expect(cached.code == fresh.code, "\(cached)\(fresh)", sourceLocation: sourceLocation)
    #expect(
      details == fresh.output.split(separator: "\n").last.map(String.init), sourceLocation: sourceLocation)
    #expect(try place.bytes("cached.json") == place.bytes("fresh.json"), sourceLocation: sourceLocation)
    return known(cached)
  }

  private func cacheFile() throws -> String {
    let names = try listDirectory("\(place.path)/.cache/wct").compactMap(\.text)
    return "\(place.path)/.cache/wct/\(try #require(names.first))"
  }

  @Test func aSecondCheckKnowsEverything() throws {
    #expect(try check("books") == 0)
    #expect(try check("books") == 2)
    // The text as well: it shows lines of the files.
    let text = try place.wct("check", "books")
    #expect(text.output == (try place.wct("check", "books", "--cache", "off")).output)
    #expect(text.output.contains("3 |   a: {inputs: gone}"), "\(text)")
  }

  @Test func aChangedFileIsCheckedAgain() throws {
    _ = try check("books")
    try place.write("books/good.yaml", good.replacing("type: filesystem", with: "type: filesystom"))
    #expect(try check("books") == 1)
    #expect(try check("books") == 2)
  }

  /// Two changes within a tick of the file system's clock leave the same size and time.
  @Test func aChangeThatLeavesSizeAndTimeIsSeen() throws {
    let file = "\(place.path)/books/good.yaml"
    _ = try check("books/good.yaml")
    try place.run("/usr/bin/touch", "-r", "books/good.yaml", "reference")
    let descriptor = unsafe open(file, O_WRONLY)
    defer { close(descriptor) }
    let other = Array(good.replacing("type: filesystem", with: "type: filesystom").utf8)
    _ = unsafe other.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    try place.run("/usr/bin/touch", "-r", "reference", "books/good.yaml")
    #expect(try place.wct("check", "books/good.yaml").code == 1)
  }

  @Test func aFileThatWasOnlyTouchedIsKnown() throws {
    _ = try check("books")
    try place.run("/usr/bin/touch", "-d", "2001-01-01", "books/good.yaml")
    #expect(try check("books") == 2)
  }

  @Test func whatIsNamedIsCheckedThoughItWasSkipped() throws {
    _ = try check("books")
    #expect(try check("books/compose.yaml") == 0)
    #expect(try check("books/compose.yaml") == 1)
    #expect(try check("books") == 2)
  }

  @Test func aChildIsADependencyAndSoIsWhereItWasNotFound() throws {
    try place.write("books/parent.yaml", parent)
    try place.write("books/second/child.yaml", SampleRunbook.child)
    #expect(try check("books/parent.yaml") == 0)
    #expect(try check("books/parent.yaml") == 1)
    try place.write("books/second/child.yaml", SampleRunbook.child.replacing("found}", with: "fuond}"))
    #expect(try check("books/parent.yaml") == 0)
    try place.write("books/second/child.yaml", SampleRunbook.child)
    _ = try check("books/parent.yaml")
    // Another file takes its place: nothing that was read has changed.
    try place.write("books/first/child.yaml", "name: broken\n")
    #expect(try check("books/parent.yaml") == 0)
    try removeFile("\(place.path)/books/first/child.yaml")
    try removeFile("\(place.path)/books/second/child.yaml")
    #expect(try check("books/parent.yaml") == 0)
  }

  /// The same content, but not allowed any more: it lies outside.
  @Test func aChildThatBecomesALinkIsLookedAtAgain() throws {
    try place.write("books/parent.yaml", parent)
    try place.write("books/child.yaml", SampleRunbook.child)
    try place.write("outside.yaml", SampleRunbook.child)
    _ = try check("books/parent.yaml")
    try removeFile("\(place.path)/books/child.yaml")
    try place.link("books/child.yaml", to: "../outside.yaml")
    #expect(try check("books/parent.yaml") == 0)
    #expect(try place.wct("check", "books/parent.yaml").code == 1)
  }

  @Test func variablesAreDependenciesSetOrNot() throws {
    var place = place
    try place.write(
      "books/variable.yaml",
      good.replacing("./data", with: "${WHERE:-.}").replacing("100000", with: "${MANY:-1}"))
    func check() throws -> ProcessResult { try place.wct("check", "-v", "books/variable.yaml") }
    #expect(try check().code == 0)
    #expect(try known(check()) == 1)
    place.environment["MANY"] = "several-secret-files"
    let wrong = try check()
    #expect(wrong.code == 1 && known(wrong) == 0, "\(wrong)")
    place.environment["MANY"] = nil
    try place.write("books/.env", "MANY=none\n")
    #expect(try check().code == 1)
    try place.write("books/.env", "MANY=7\n")
    #expect(try check().code == 0)
    #expect(try known(check()) == 1)
    try place.write("books/.env", "nonsense\n")
    #expect(try check().code == 2)
    try removeFile("\(place.path)/books/.env")
    #expect(try check().code == 0)
  }

  @Test func aSuggestionDependsOnAllNames() throws {
    var place = place
    try place.write("books/variable.yaml", good.replacing("./data", with: "${WHRE}"))
    place.environment["HERE"] = "x"
    let before = try place.wct("check", "books/variable.yaml")
    #expect(!before.output.contains("'WHERE'"), "\(before)")
    place.environment["WHERE"] = "x"
    let after = try place.wct("check", "books/variable.yaml")
    #expect(after.output.contains("did you mean 'WHERE'?"), "\(after)")
  }

  @Test func noValueOfAVariableIsInTheCache() throws {
    var place = place
    place.environment["MANY"] = "several-secret-files"
    try place.write("books/variable.yaml", good.replacing("max_files: 100000", with: "max_files: ${MANY}"))
    let result = try place.wct("check", "books/variable.yaml", "books/good.yaml")
    #expect(result.output.contains("MANY"), "\(result)")
    let bytes = try readFile(cacheFile())
    #expect(bytes.firstRange(of: Array("books/good.yaml".utf8)) != nil)
    #expect(bytes.firstRange(of: Array("secret-files".utf8)) == nil)
    var record = stat()
    #expect(try unsafe stat(cacheFile(), &record) == 0 && record.st_mode & 0o777 == 0o600)
  }

  @Test func aRulesetFileIsADependency() throws {
    let name = "personal_data_indicator"
    let ruleset = try readFile("\(Repository.path)/Sources/Rulesets/BuiltIn/\(name).yaml")
    try place.write("rules/\(name)/1.0.0/own.yaml", String(decoding: ruleset, as: UTF8.self))
    try place.write(
      "books/ruled.yaml",
      good.replacing(
        "process: {type: personal_data}",
        with:
          "process: {type: personal_data, properties: {pattern_matching: {ruleset: own/personal_data_indicator/1.0.0}}}"
      ))
    #expect(try check("books/ruled.yaml", "--rulesets", "own=rules") == 0)
    // A directory that has just been changed may change again unnoticed: it takes a moment until it is trusted.
    #expect(try poll { try check("books/ruled.yaml", "--rulesets", "own=rules") == 1 })
    try place.write("rules/\(name)/1.0.0/own.yaml", "name: [\n")
    #expect(try check("books/ruled.yaml", "--rulesets", "own=rules") == 0)
    #expect(try place.wct("check", "books/ruled.yaml", "--rulesets", "own=rules").code == 1)
  }

  @Test func otherOptionsAreAnotherCheck() throws {
    _ = try check("books/good.yaml")
    #expect(try check("books/good.yaml", "--late-bind-all") == 0)
    #expect(try check("books/good.yaml", "--late-bind-all") == 1)
  }

  @Test(arguments: ["empty", "cut", "flipped", "noise", "huge counts"])
  func aCacheFileThatIsNotWholeIsReplaced(damage: String) throws {
    _ = try check("books")
    var bytes = try readFile(cacheFile())
    switch damage {
    case "empty": bytes = []
    case "cut": bytes.removeLast(bytes.count / 2)
    case "flipped": bytes[bytes.count / 2] ^= 0x40
    case "noise": bytes = (0..<bytes.count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    default: bytes = Array(bytes.prefix(18)) + Array(repeating: 0xFF, count: 400)
    }
    try writeFile(cacheFile(), bytes)
    #expect(try check("books") == 0)
    #expect(try check("books") == 2)
  }

  @Test func checksAtTheSameTimeDoNotHarmEachOther() throws {
    for number in 0..<40 { try place.write("books/many\(number).yaml", good) }
    let programs = try (0..<6).map { number in
      try place.start(.wct, ["check", "books", "books/many\(number).yaml"])
    }
    for program in programs { #expect(program.result().output.contains("42 files checked: ")) }
    #expect(try check("books") == 42)
  }

  @Test func whereThereIsNoPlaceForACacheNothingIsSaid() throws {
    var place = place
    place.environment["HOME"] = "/proc/nowhere"
    let silent = try place.wct("check", "books/good.yaml")
    #expect(silent.code == 0 && silent.error.isEmpty, "\(silent)")
    let asked = try place.wct("check", "books/good.yaml", "--cache", "/proc/nowhere")
    #expect(asked.code == 0)
    #expect(asked.error.contains("warning: nothing is remembered"), "\(asked)")
  }

  @Test func aDirectoryMayBeNamedAndNothingElseIsWritten() throws {
    #expect(try place.wct("check", "books/good.yaml", "--cache", "kept").code == 0)
    #expect(try listDirectory("\(place.path)/kept").count == 1)
    #expect(!place.exists(".cache"))
    #expect(try place.wct("check", "books/good.yaml", "--cache", "off").code == 0)
    #expect(!place.exists(".cache"))
  }
}
