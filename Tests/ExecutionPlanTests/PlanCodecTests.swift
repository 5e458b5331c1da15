// What is written is read back; what is not exactly what was written is refused.
import CanonicalJSON
import ComponentKit
import ExecutionPlan
import TestSupport
import Testing

struct PlanCodecTests {
  static let bytes = SamplePlan.plan.encoded().bytes

  private func error(_ bytes: [UInt8]) -> PlanError? {
    do {
      _ = try Plan.decode(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func roundTrip() throws {
    let decoded = try Plan.decode(Self.bytes)
    #expect(decoded.plan == SamplePlan.plan)
    #expect(decoded.plan.encoded().bytes == Self.bytes)
    #expect(decoded.id == SamplePlan.plan.meaningDigest())
    _ = try PlanVerifier.verify(decoded, catalog: SamplePlan.catalog)
  }

  @Test func smallestPlan() throws {
    let plan = Plan(runbook: RunbookLabel(name: "", description: ""))
    let decoded = try Plan.decode(plan.encoded().bytes)
    #expect(decoded.plan == plan)
    _ = try PlanVerifier.verify(decoded, catalog: SamplePlan.catalog)
  }

  /// The file is canonical JSON and a line break.
  @Test func isCanonicalJSON() throws {
    #expect(Self.bytes.last == 0x0A)
    let value = try JSONReader.read(Self.bytes)
    #expect(JSONWriter.bytes(of: value) + [0x0A] == Self.bytes)
  }

  @Test func truncatedAnywhere() {
    for count in 0..<Self.bytes.count {
      #expect(error(Array(Self.bytes[..<count])) != nil, "cut after \(count) bytes")
    }
  }

  @Test func everyByteChanged() {
    var generator = SeededGenerator(seed: 11)
    for index in Self.bytes.indices {
      var bytes = Self.bytes
      bytes[index] ^= UInt8.random(in: 1...255, using: &generator)
      #expect(error(bytes) != nil, "byte \(index) changed to \(bytes[index])")
    }
  }

  @Test func everyBitOfSomeBytes() {
    for index in stride(from: 0, to: Self.bytes.count, by: 17) {
      for bit in 0..<8 {
        var bytes = Self.bytes
        bytes[index] ^= 1 << bit
        #expect(error(bytes) != nil, "bit \(bit) of byte \(index)")
      }
    }
  }

  @Test func bytesRemovedInsertedAndRepeated() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<500 {
      var bytes = Self.bytes
      let start = Int.random(in: 0..<bytes.count, using: &generator)
      let end = Int.random(in: start..<min(bytes.count, start + 40), using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes.removeSubrange(start...end)
      case 1: bytes.insert(contentsOf: bytes[start...end], at: start)
      default: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: start)
      }
      if bytes != Self.bytes { #expect(error(bytes) != nil) }
    }
  }

  /// Other spellings of the same values are not what the compiler wrote.
  @Test func otherSpellings() throws {
    let value = try JSONReader.read(Self.bytes)
    #expect(error(PrettyJSONWriter.bytes(of: value))?.code == .altered)
    #expect(error(Array(Self.bytes.dropLast()))?.code == .altered)
    #expect(error(Self.bytes + [0x0A])?.code == .altered)
    #expect(error([0x20] + Self.bytes)?.code == .altered)
    #expect(error([0xEF, 0xBB, 0xBF] + Self.bytes)?.code == .notJSON)
    let escaped = String(decoding: Self.bytes, as: UTF8.self).replacing("GDPR", with: "\\u0047DPR")
    #expect(error(Array(escaped.utf8))?.code == .altered)
  }

  @Test(arguments: [
    "", " ", "null", "[]", "3", "\"wct-plan\"", "{}", "{\"format\":\"wct-plan\"}", "\u{0}", "{\"format\":1}",
    String(repeating: "[", count: 200_000), String(repeating: "{\"a\":", count: 200_000),
    "{\"format\":\"wct-plan\",\"format_version\":1}", "{\"format\":\"wct-plan\",\"format_version\":1e999}",
    "{\"format\":\"wct-plan\",\"format_version\":" + String(repeating: "9", count: 5000) + "}",
  ])
  func notAPlan(_ text: String) { #expect(error(Array(text.utf8)) != nil) }

  @Test func newerFormat() {
    let text = String(decoding: Self.bytes, as: UTF8.self)
      .replacing("\"format_version\":1", with: "\"format_version\":2")
    let refusal = error(Array(text.utf8))
    #expect(refusal?.code == .format && refusal?.pointer == "/format_version")
    #expect(refusal?.hint == "use a newer wct-exec")
  }

  @Test func notUTF8() {
    #expect(error([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D])?.code == .notJSON)
  }
}
