// What goes into keys, as text and as JSON: both come from the walk that makes the keys.
import CanonicalJSON
import ComponentKit
import ExecutionPlan
import PlanListings
import Testing

@Suite struct MeaningTests {
  private func json(_ listed: ListedPlan) throws -> JSONObject {
    var bytes: [UInt8] = []
    var sink = ListingSink {
      bytes += $0
      return true
    }
    PlanListingJSON(listed).write(to: &sink)
    sink.flush()
    #expect(bytes.last == 0x0A)
    let value = try JSONReader.read(bytes)
    #expect(JSONWriter.bytes(of: value) + [0x0A] == bytes, "the document is canonical")
    return try #require(value.objectValue)
  }

  @Test func fieldByField() throws {
    let listed = try ListedSample.listed(ListedSample.plan, "files again")
    let text = ListedSample.text { MeaningListing(listed, style: ListingStyle()).write(to: &$0) }
    let expected = """
      #0 files  runbooks/parent.yaml:4:3
        key          sha256:…
        is           the SHA-256 of these fields as canonical JSON
          bindings              /login/token = "${TOKEN}" (string, secret)
          component             "connector:read/1.2.3"
          inputs                none
          op                    "extract"
          properties/login/ids  [1,2]
          properties/login/user "me"
          properties/path       "./data"
          schema                "text/1.0.0"
        not in it    flags tainted

      #5 again
        key          sha256:…
        same as      #4 audit/tagged
        is           the SHA-256 of these fields as canonical JSON
          component          "processor:tag/0.1.0"
          inputs             #3 all  sha256:…
          op                 "process"
          properties/ruleset "local/rules/2.0.0"
          rulesets           local/rules/2.0.0  sha256:…
          schema             "text/1.0.0"
        not in it    name and description

      """
    #expect(text == expected)
  }

  /// Whoever has the JSON can work every key out.
  @Test func theKeyIsTheDigestOfTheMeaning() throws {
    let instructions = try json(ListedSample.listed(showsSensitive: true))["instructions"]?.arrayValue ?? []
    #expect(instructions.count == ListedSample.plan.instructions.count)
    for entry in instructions {
      let entry = try #require(entry.objectValue)
      let meaning = try #require(entry["meaning"])
      #expect(entry["key"] == .string(ContentDigest(of: JSONWriter.bytes(of: meaning)).description))
    }
  }

  @Test func jsonSaysWhatTheListingSays() throws {
    let object = try json(ListedSample.listed(ListedSample.plan, "audit again hidden"))
    #expect(object["format"] == "wct-show" && object["format_version"] == 1)
    #expect(object["plan_id"] == .string(ListedSample.plan.encoded().id.description))
    #expect(object["instruction_count"] == 8 && object["outputs"] == [4, 7])
    #expect(object["aliases"] == ["audit": 4])
    let entries = (object["instructions"]?.arrayValue ?? []).compactMap(\.objectValue)
    #expect(entries.map { $0["number"] } == [1, 4, 5])
    #expect(entries.map { $0["same_as"] } == [.null, .null, 4])
    #expect(entries[1]["aliases"] == ["audit"])
    #expect(
      entries[1]["source"] == [
        ["file": "child.yaml", "line": 7, "column": 3],
        ["file": "runbooks/parent.yaml", "line": 12, "column": 5],
      ])
    #expect(entries[0]["meaning"]?.objectValue?["content"] == "[REDACTED]")
  }

  @Test func deepAndEmptyValuesAreLeaves() throws {
    var plan = Plan(runbook: RunbookLabel(name: "", description: ""))
    var deep: JSONValue = 1
    for _ in 0..<60 { deep = ["a/~": [deep]] }
    ListedSample.add("a", .constant(["x": deep, "none": [:], "nothing": [], "null": .null]), to: &plan)
    let listed = try ListedSample.listed(plan)
    let text = ListedSample.text { MeaningListing(listed, style: ListingStyle()).write(to: &$0) }
    for line in ["content/none ", "content/nothing ", "content/null ", "content/x/a~1~0/0/a~1~0/0/"] {
      #expect(text.contains("    \(line)"), "\(text)")
    }
  }
}
