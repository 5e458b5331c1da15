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

  /// Writes what an instruction means and what its line says: the same.
  func write(to writer: inout JSONWriter) {
    var object = ObjectWriter(&writer)
    object.number(costLimit, "cost_limit", &writer)
    object.number(maximumDepth, "max_depth", &writer)
    object.text("child", "mode", &writer)
    object.number(timeout, "timeout", &writer)
    object.end(&writer)
  }
}
