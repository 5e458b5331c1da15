// What a processor prepared for an artifact and waits to finalise. Does not know what it asked.
package import ComponentKit

/// The stored state and requests of one round of preparing.
///
/// A class, so that the many transitions that prepare nothing stay small.
package final class PreparedRound: Sendable, Hashable {
  /// The wire format of the state; it is the processor's own affair.
  package static let stateSchema = SchemaReference("prepared_state")
  /// The wire format of the requests: an item each, with `id`, `kind` and `content`.
  package static let requestsSchema = SchemaReference("service_requests")

  /// From 1.
  package let round: Int
  package let state: ArtifactRecord
  package let requests: ArtifactRecord

  package init(round: Int, state: ArtifactRecord, requests: ArtifactRecord) {
    self.round = round
    self.state = state
    self.requests = requests
  }

  package var requestCount: Int { requests.itemCount }

  package static func == (left: PreparedRound, right: PreparedRound) -> Bool {
    left.round == right.round && left.state == right.state && left.requests == right.requests
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(round)
    hasher.combine(state)
    hasher.combine(requests)
  }
}
