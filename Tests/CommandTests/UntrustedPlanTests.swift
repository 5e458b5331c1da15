// `wct-exec` runs nothing that is not a whole, unaltered plan.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct UntrustedPlanTests {
  private let place: Workplace
  private let plan: [UInt8]

  init() throws {
    place = try Workplace()
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", SampleRunbook.detection(of: "./data"))
    plan = try place.wct("compile", "sample.yaml", "-o", "-").standardOutput
    try writeFile("\(place.path)/plan.json", plan)
  }

  @Test func aWholePlanVerifiesAndRuns() throws {
    let verified = try place.machine("verify", "plan.json")
    #expect(verified.code == 0)
    #expect(verified.output.contains("verified, 3 instructions"), "\(verified)")
    #expect(!place.exists(".wct"))
    #expect(try place.machine("run", "plan.json", "-q").code == 0)
  }

  @Test func aTruncatedPlanIsRefused() throws {
    for length in [0, 1, plan.count / 3, plan.count / 2, plan.count - 1] {
      try writeFile("\(place.path)/cut.json", Array(plan.prefix(length)))
      try expectRefusal(of: "cut.json", "cut to \(length) bytes")
    }
  }

  @Test func anAlteredPlanIsRefused() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<25 {
      var bytes = plan
      let offset = Int.random(in: 0..<bytes.count, using: &generator)
      bytes[offset] ^= UInt8.random(in: 1...127, using: &generator)
      try writeFile("\(place.path)/altered.json", bytes)
      // Verifying is what running begins with; it costs less.
      let result = try place.machine("verify", "altered.json")
      #expect(result.code == 4, "byte \(offset): \(result)")
    }
  }

  @Test func meaningIsCheckedEvenWhenTheTextIsWellFormed() throws {
    let text = String(decoding: plan, as: UTF8.self)
    for (old, new) in [
      ("\"inputs\":[0]", "\"inputs\":[2]"), ("\"inputs\":[0]", "\"inputs\":[-1]"),
      ("\"inputs\":[0]", "\"inputs\":[99999999999999999999]"), ("\"path\":\"./data\"", "\"path\":\"/etc\""),
      ("\"format_version\":1", "\"format_version\":2"), ("\"component\":0", "\"component\":77"),
      ("\"max_concurrency\":10", "\"max_concurrency\":0"), ("\"op\":\"extract\"", "\"op\":\"explode\""),
    ] {
      #expect(text.contains(old), "\(old)")
      try place.write("altered.json", text.split(separator: old, maxSplits: 1).joined(separator: new))
      try expectRefusal(of: "altered.json", new)
    }
  }

  @Test func anotherFormatVersionIsNamed() throws {
    let text = String(decoding: plan, as: UTF8.self)
    let newer = text.split(separator: "\"format_version\":1").joined(separator: "\"format_version\":999")
    try place.write("newer.json", newer)
    let result = try place.machine("run", "newer.json")
    #expect(result.code == 4)
    #expect(result.error.contains("999") && result.error.contains("version"), "\(result)")
  }

  static let hostile: [(String, String)] = [
    ("empty", ""), ("a number", "1"), ("null", "null"), ("an object", "{}"), ("a list", "[]"),
    ("a runbook", "name: a\n"), ("only the format", #"{"format":"wct-plan"}"#),
    ("another format", #"{"format":"ninja","format_version":1}"#),
    ("a huge count", #"{"format":"wct-plan","format_version":1,"instructions":[1e400]}"#),
    ("a version that is no number", #"{"format":"wct-plan","format_version":"1"}"#),
    ("a repeated key", #"{"format":"wct-plan","format":"wct-plan","format_version":1}"#),
    ("nested lists", String(repeating: "[", count: 200_000)),
    ("nested objects", String(repeating: #"{"a":"#, count: 200_000)),
    ("a lone surrogate", #"{"format":"\ud800"}"#),
    ("null instructions", #"{"format":"wct-plan","format_version":1,"instructions":null}"#),
    ("a wide list", "[" + String(repeating: "0,", count: 300_000) + "0]"),
  ]

  @Test func hostileFilesAreRefused() throws {
    for (name, text) in Self.hostile {
      try place.write("hostile.json", text)
      try expectRefusal(of: "hostile.json", name)
    }
  }

  @Test func randomBytesAreRefused() throws {
    var generator = SeededGenerator(seed: 11)
    for round in 0..<8 {
      let bytes = (0..<Int.random(in: 1...3000, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      try writeFile("\(place.path)/noise.json", bytes)
      #expect(try place.machine("verify", "noise.json").code == 4, "round \(round)")
    }
  }

  @Test(arguments: ["missing.json", ".", "fifo", "data/letter.txt/x"])
  func wrongPathsAreUsageErrors(path: String) throws {
    try place.makeFIFO("fifo")
    for command in ["run", "verify"] {
      let result = try place.machine(command, path)
      #expect(result.code == 2, "\(command) \(result)")
      #expect(result.error.contains(path), "\(result)")
    }
  }

  @Test(arguments: ["0", "-1", "many", "9999999999999999999"])
  func maxConcurrencyIsANumberAboveZero(number: String) throws {
    #expect(try place.machine("run", "plan.json", "--max-concurrency=\(number)").code == 2)
    #expect(try place.wct("run", "sample.yaml", "--max-concurrency=\(number)").code == 2)
    #expect(!place.exists(".wct"))
  }

  private func expectRefusal(of file: String, _ what: String) throws {
    let result = try place.machine("run", file)
    #expect(result.code == 4, "\(what): \(result)")
    #expect(result.error.prefixMatch(of: #/error\[WCT400\d\]: refused: /#) != nil, "\(what): \(result)")
    #expect(result.error.utf8.count < 1000 && result.output.isEmpty, "\(what): \(result)")
    #expect(!place.exists(".wct"), "\(what): a store was made")
  }
}
