// The trace against the rules of the Trace Event Format ("Trace Event Format", the Chromium project).
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct TraceFormatTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", SampleRunbook.detection(of: "./data"))
    try place.write("failing.yaml", SampleRunbook.branches(left: "./gone", right: "./data"))
  }

  /// The names, `ph`, `ts`, `pid` and `tid` that every event has, and what each phase asks for.
  private func check(_ event: JSONValue) {
    let comment = Comment(rawValue: event.canonicalText)
    #expect(event["name"]?.stringValue?.isEmpty == false, comment)
    #expect(event["pid"]?.integerValue != nil && event["tid"]?.integerValue != nil, comment)
    #expect((event["ts"]?.doubleValue ?? -1) >= 0, comment)
    #expect(event["args"]?.objectValue != nil, comment)
    switch event["ph"] {
    case "X": #expect((event["dur"]?.doubleValue ?? -1) >= 0 && event["cat"]?.stringValue != nil, comment)
    case "i": #expect(["g", "p", "t"].contains(event["s"]?.stringValue ?? ""), comment)
    case "M":
      let known = [
        "process_name", "process_labels", "process_sort_index", "thread_name", "thread_sort_index",
      ]
      #expect(known.contains(event["name"]?.stringValue ?? ""), comment)
      let argument = event["name"]?.stringValue?.hasSuffix("sort_index") == true ? "sort_index" : "name"
      #expect(event["args"]?.objectValue?.keys == [argument], comment)
    default: Issue.record(comment)
    }
  }

  @Test(arguments: ["sample.yaml", "failing.yaml"])
  func everyEventKeepsTheRules(runbook: String) throws {
    _ = try place.wct("run", runbook, "-q", "--trace", "trace.json")
    let trace = try JSONReader.read(place.bytes("trace.json"))
    #expect(["ms", "ns"].contains(trace["displayTimeUnit"]?.stringValue ?? ""))
    #expect(trace["otherData"]?.objectValue != nil)
    let events = try #require(trace["traceEvents"]?.arrayValue)
    for event in events { check(event) }
    // On one track, events lie within each other or apart: viewers stack them.
    let tracks = Dictionary(grouping: events.filter { $0["ph"] == "X" }) { $0["tid"]?.integerValue ?? -1 }
    for (track, list) in tracks {
      var end = 0
      for event in list.sorted(by: { ($0["ts"]?.integerValue ?? 0) < ($1["ts"]?.integerValue ?? 0) }) {
        let start = event["ts"]?.integerValue ?? 0
        #expect(start >= end, "track \(track): \(event.canonicalText)")
        end = start + (event["dur"]?.integerValue ?? 0)
      }
      #expect(events.contains { $0["name"] == "thread_name" && $0["tid"]?.integerValue == track })
    }
  }
}
