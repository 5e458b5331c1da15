// The states of artifacts as selections ask for them: `state:modified+`.
package import PlanSelection

extension PlanComparison {
  /// For each of the two plans, which of its instructions are in which state.
  ///
  /// Besides the states of ``ArtifactComparison`` there are `unchanged`; `new`, the same as `added`; and
  /// `changed`, everything but `unchanged` and `metadata`. As in dbt, what is new is `modified` too.
  package func selectionStates() -> (old: SelectionStates, new: SelectionStates) {
    let states = states()
    return (SelectionStates(Self.withUnions(states.old)), SelectionStates(Self.withUnions(states.new)))
  }

  private static func withUnions(_ states: [String: [Int]]) -> [String: [Int]] {
    var all = states
    all["new"] = states["added"]
    all["modified"] = ["modified", "added"].flatMap { states[$0] ?? [] }
    all["changed"] = ["added", "removed", "modified", "renamed", "affected"].flatMap { states[$0] ?? [] }
    return all
  }
}
