// How artifacts compare with those of another plan, for `state:`. Knows nothing of how that is found out.

/// The states that `state:` may ask for, and which instructions of the plan at hand are in each.
///
/// Whoever compares plans makes one for each of the two; an instruction may be in several states.
package struct SelectionStates: Sendable, Hashable {
  /// Instructions by state; a state that nothing is in has an entry too, so that its name is known.
  package let members: [String: [Int]]

  package init(_ members: [String: [Int]]) { self.members = members }

  /// The names of the states, sorted.
  package var names: [String] { members.keys.sorted() }
}
