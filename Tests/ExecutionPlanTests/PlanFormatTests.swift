// Plans of every format version that was ever written: they load, or are refused with the reason.
import CanonicalJSON
import ComponentKit
import ExecutionPlan
import TestSupport
import Testing

struct PlanFormatTests {
  /// Frozen: these files are never recorded anew. A format that is no longer read keeps its files, and a row here
  /// that says how it is refused.
  @Test(arguments: 1...PlanFormat.version)
  func everyFormatIsKept(_ version: Int) throws {
    let files = FixtureFile.all(in: "plan/formats/\(version)", suffix: ".plan.json")
    #expect(!files.isEmpty, "a plan of format \(version) must be kept")
    for file in files {
      let bytes = try #require(file.bytes())
      #expect(try JSONReader.read(bytes).objectValue?["format_version"] == .integer(version))
      let decoded = try Plan.decode(bytes)
      #expect(decoded.plan.encoded().bytes == bytes, "\(file.path)")
      _ = try PlanVerifier.verify(decoded, catalog: SamplePlan.catalog)
    }
  }

  /// The frozen plan of the current format has every operation and field, with the identities that it always had.
  @Test func identitiesStay() throws {
    let file = FixtureFile("plan/formats/1/every-field.plan.json")
    let decoded = try Plan.decode(try #require(file.bytes()))
    #expect(decoded.id.hexadecimal == "e1543b5d923fb56cec6451e4fce830885876d7b1a201a001d042a7f418e580e4")
    #expect(decoded.digest.hexadecimal == "6f2f581c9a45efcc47777e9bbf6eae3e94fa793e02c81b69d75eb7fccb8bdfd6")
    #expect(decoded.plan == SamplePlan.plan)
  }

  /// What a later machine writes is refused for its version, whatever else has changed.
  @Test(arguments: [
    #"{"format":"wct-plan","format_version":2}"#,
    #"{"a":[{"b":null}],"format":"wct-plan","format_version":2,"steps":[1,2,3]}"#,
    #"{"components":3,"format":"wct-plan","format_version":99}"#,
  ])
  func laterFormats(_ text: String) {
    let error = #expect(throws: PlanError.self) { try Plan.decode(Array(text.utf8)) }
    #expect(error?.code == .format && error?.pointer == "/format_version")
    #expect(error?.hint == "use a newer wct-exec")
  }

  /// A version of nought or below was never written.
  @Test(arguments: [0, -1])
  func earlierFormats(_ version: Int) {
    let text = "{\"format\":\"wct-plan\",\"format_version\":\(version)}"
    let error = #expect(throws: PlanError.self) { try Plan.decode(Array(text.utf8)) }
    #expect(error?.code == .format && error?.hint == "compile the runbook again")
  }
}
