// A forecast for people and for programs.
internal import CanonicalJSON
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import PlanMachine
internal import RunHistory

struct ForecastText {
  static let version = 1

  let forecast: Forecast
  /// The directory of the store, as it was named.
  let store: String

  // MARK: - People

  func lines(width: Int) -> [String] {
    var table = TextTable([
      ("Artifact", .left), ("Would", .left), ("Takes", .right), ("Because", .left),
    ])
    for line in forecast.lines {
      table.add([
        line.artifact.text, line.verdict.rawValue, line.measured.map { ShownText.duration($0.seconds) } ?? "",
        printable(line.detail),
      ])
    }
    return table.lines(width: width) + [closingLine]
  }

  private var closingLine: String {
    let parts = Forecast.Verdict.allCases.filter { forecast.count($0) > 0 }.map { verdict in
      "\(forecast.count(verdict)) to \(verdict.rawValue)"
    }
    let time = forecast.seconds(.run)
    let unknown = forecast.unmeasuredCount
    var text = parts.joined(separator: ", ")
    if time > 0 { text += ": about \(ShownText.duration(time)) of work" }
    if time > 0, unknown > 0 { text += ", and \(unknown) never measured" }
    return text
  }

  // MARK: - Programs

  var json: JSONValue {
    [
      "format": "wct-forecast", "version": .integer(Self.version),
      "plan_id": .string(forecast.plan.description), "store": .string(store),
      "instructions": .array(forecast.lines.map(Self.json)),
      "totals": [
        "instructions": .integer(forecast.lines.count), "reuse": .integer(forecast.count(.reuse)),
        "run": .integer(forecast.count(.run)), "skip": .integer(forecast.count(.skip)),
        "seconds": .number(forecast.seconds(.run)), "cost": .number(forecast.cost(.run)),
        "seconds_saved": .number(forecast.seconds(.reuse)), "cost_saved": .number(forecast.cost(.reuse)),
        "unmeasured": .integer(forecast.unmeasuredCount),
      ],
    ]
  }

  private static func json(_ line: Forecast.Line) -> JSONValue {
    [
      "id": .string(line.artifact.text), "verdict": .string(line.verdict.rawValue),
      "reason": .string(line.reason.rawValue), "detail": .string(line.detail),
      "from": line.from.map { .string($0.text) } ?? .null,
      "seconds": line.measured.map { .number($0.seconds) } ?? .null,
      "cost": line.measured?.cost.map { .number($0) } ?? .null,
      "compared_with": line.comparedWith.map { .string($0.text) } ?? .null,
      "changes": .array(line.changes.map(KeyChangeListing.json)),
    ]
  }
}

/// One change of a key, as forecasts and explanations list it.
enum KeyChangeListing {
  static func json(_ change: KeyChange) -> JSONValue {
    [
      "reason": .string(change.reason.rawValue), "name": change.name.map { .string($0) } ?? .null,
      "before": change.before ?? .null, "after": change.after ?? .null,
    ]
  }
}
