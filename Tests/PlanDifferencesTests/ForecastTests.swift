// What the machine forecasts, and how it becomes time and cost of causes.
import CanonicalJSON
import PlanDifferences
import Testing

struct ForecastTests {
  private func forecast(_ rows: [(id: String, seconds: Double?)]) throws -> RunForecast {
    let instructions = rows.map { row -> JSONValue in
      [
        "id": .string(row.id), "verdict": "run", "reason": "first", "detail": "never made",
        "seconds": row.seconds.map { .number($0) } ?? .null, "cost": .null,
      ]
    }
    return try #require(
      RunForecast(["format": "wct-forecast", "version": 1, "instructions": .array(instructions)]))
  }

  @Test func otherThingsAreNoForecast() {
    for value: JSONValue in [
      [:], ["format": "wct-forecast", "version": 2, "instructions": []],
      ["format": "x", "version": 1, "instructions": []],
      ["format": "wct-forecast", "version": 1, "instructions": [["id": 1]]], [],
    ] {
      #expect(RunForecast(value) == nil)
    }
  }

  /// What an artifact took before it changed stands for what it will take.
  @Test func timeComesFromBeforeTheChange() throws {
    let text = [
      "a: {source: {type: filesystem, properties: {path: ./a}}}", "b: {inputs: a}",
      "c: {inputs: b, output: true}",
    ]
    let old = try DifferenceTrial.plan(DifferenceTrial.runbook(text))
    let new = try DifferenceTrial.plan(
      DifferenceTrial.runbook([text[0].replacing("./a", with: "./z")] + text.dropFirst()))
    let difference = PlanComparison(
      old, new, catalog: DifferenceCatalog.catalog,
      forecast: try forecast([("a", nil), ("b", nil), ("c", nil)]),
      oldForecast: try forecast([("a", 2), ("b", 0.5), ("c", nil)])
    ).difference()
    #expect(difference.hasForecast)
    let effort = try #require(difference.causes.first).reach.effort
    #expect(effort.artifacts == 3 && effort.known == 2 && effort.seconds == 2.5)
    #expect(difference.totals.effort == effort)
    let text2 = TextDifferenceRenderer(isColoured: false).render(difference)
    #expect(text2.contains("about 2.5 s for 2 of 3"), "\(text2)")
  }

  @Test func theListingSaysWhatWouldHappen() throws {
    let plan = try DifferenceTrial.plan(
      DifferenceTrial.runbook([
        "a: {source: {type: filesystem, properties: {path: ./a}}}", "b: {inputs: a, output: true}",
      ]))
    let listing = ForecastListing(plan, try forecast([("a", 3), ("b", nil)]), store: ".wct") { _ in true }
    let text = listing.text(isColoured: false)
    #expect(
      text.contains("run    a  never made, 3.0 s")
        && text.contains("2 artifacts to run, about 3.0 s for 1 of 2"), "\(text)")
    let json = try JSONReader.read(listing.json())
    #expect(json.objectValue?["totals"]?.objectValue?["run"] == 2)
  }
}
