// `wct report`: one HTML file of a run, whatever came of the run.
internal import CanonicalJSON
internal import Glibc
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct ReportCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", SampleRunbook.detection(of: "./data"))
  }

  private func report(_ arguments: String...) throws -> String {
    let result = try place.start(.wct, ["report"] + arguments + ["-o", "report.html"]).result()
    #expect(result.code == 0 && result.output == "Report: report.html\n", "\(result)")
    return String(decoding: try place.bytes("report.html"), as: UTF8.self)
  }

  @Test func aCompletedRun() throws {
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    let page = try report("latest")
    let run = try #require(place.runs().first)
    for key in ["id", "plan", "started_at"] {
      #expect(page.contains(run[key]?.stringValue ?? "?"), "\(key)")
    }
    #expect(page.contains("<svg") && page.contains("files → personal_data → classified"))
    #expect(page.contains("<td>filesystem 1.0.0</td>") && page.contains("data/letter.txt"))
    #expect(page.contains(">completed</span>") && page.hasSuffix("</html>\n"))
    let mode = try FileStatus.of("\(place.path)/report.html")
    #expect(mode.kind == .file)
    #expect(!page.contains("maria.example"), "masked unless asked for")
    #expect(try report("latest", "--evidence", "full").contains("maria.example@example.com"))
  }

  @Test func theUsualPlaceIsBesideTheResults() throws {
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    let id = try #require(place.runs().first?["id"]?.stringValue)
    let result = try place.machine("report", "sample.yaml")
    #expect(result.code == 0 && result.output == "Report: outputs/\(id)_report.html\n", "\(result)")
    #expect(place.exists("outputs/\(id)_report.html"))
    #expect(try place.machine("report", "latest", "-q").output.isEmpty)
  }

  @Test func aFailedRun() throws {
    try place.write("sample.yaml", SampleRunbook.branches(left: "./gone", right: "./data"))
    #expect(try place.wct("run", "sample.yaml", "-q").code == 1)
    let page = try report("latest")
    #expect(page.contains("<strong>left</strong>: [WCT6001] cannot read") && page.contains("gone"))
    #expect(page.contains("<strong>left_data</strong>: &#39;left&#39; failed"))
    #expect(page.contains("data/letter.txt"), "the other branch is there")
  }

  @Test func aKilledRun() throws {
    try place.write("big/text.txt", Fillers.personalData(lines: 9_000))
    try place.write("sample.yaml", SampleRunbook.branches(left: "./big", right: "./data"))
    let run = try place.start(.wct, ["run", "sample.yaml", "-v"])
    #expect(run.wait { $0.standardError.contains("right_data: completed") })
    run.send(SIGKILL)
    _ = run.result()
    let page = try report("latest")
    #expect(page.contains("not finished") && page.contains("data/letter.txt"))
    #expect(page.contains("not started"), "nothing runs in a run that does not")
  }

  @Test func hostileNames() throws {
    let text = SampleRunbook.detection(of: "./data", name: "'<script>alert(1)</script>\"&'")
    try place.write("sample.yaml", text)
    try place.write("data/<img src=x onerror=alert(1)>.txt", SampleRunbook.letter)
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    let page = try report("latest", "--evidence", "full")
    #expect(!page.contains("<script>alert") && !page.contains("<img"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;"))
    #expect(page.contains("&lt;img src=x onerror=alert(1)&gt;.txt"))
  }

  @Test func findingsAreBounded() throws {
    for number in 0..<12 { try place.write("data/\(number).txt", SampleRunbook.letter) }
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    #expect(try report("latest", "--max-findings", "5").contains("Only the first 5 of 13 findings"))
  }

  @Test func whatCannotBeDone() throws {
    #expect(try place.wct("report", "latest").code == 2, "there is no store")
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    #expect(try place.wct("report", "zzzz").code == 2)
    #expect(try place.wct("report", "latest", "--max-findings", "0").code == 2)
    let nowhere = try place.wct("report", "latest", "-o", "gone/report.html")
    #expect(nowhere.code == 2 && nowhere.error.contains("gone/report.html"), "\(nowhere)")
    #expect(try place.wct("report", "latest", "-o", "data").code == 2)
  }
}
