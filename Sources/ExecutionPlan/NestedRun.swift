// What `execute` asks for: a run within the run. Knows nothing of how it is carried out.
internal import CanonicalJSON

/// The limits of a run that an instruction starts.
package struct NestedRun: Sendable, Hashable {
  /// Seconds for the whole nested run; nil: no limit of its own.
  package var timeout: Double?
  /// What the nested run may cost; nil: no limit of its own.
  package var costLimit: Double?
  /// How many levels of runs and child runbooks may nest below it.
  package var maximumDepth: Int

  package init(timeout: Double? = nil, costLimit: Double? = nil, maximumDepth: Int) {
    self.timeout = timeout
    self.costLimit = costLimit
    self.maximumDepth = maximumDepth
  }

  var json: JSONValue {
    var object: JSONObject = ["mode": "child", "max_depth": .integer(maximumDepth)]
    if let timeout { object["timeout"] = .number(timeout) }
    if let costLimit { object["cost_limit"] = .number(costLimit) }
    return .object(object)
  }

  static func decode(_ value: JSONValue, _ pointer: String) throws(PlanError) -> NestedRun {
    var fields = try PlanFields(value, at: pointer)
    let mode = try fields.string("mode")
    guard mode == "child" else {
      throw PlanError(.structure, "unknown mode '\(mode)'", at: "\(pointer)/mode")
    }
    let run = NestedRun(
      timeout: try fields.optionalPositive("timeout"), costLimit: try fields.optionalPositive("cost_limit"),
      maximumDepth: try fields.integer("max_depth"))
    try fields.finish()
    return run
  }
}
