// One prepared artifact while its requests are asked: where each of them stands. Sends nothing.
internal import ExecutionPlan
internal import RunHistory

/// A prepared artifact in a ``RequestExchange``.
struct RequestGuest {
  /// Where a request stands that has no answer.
  enum Placement: Equatable {
    /// It is to be put into a batch.
    case fresh
    /// A call is under way, or about to be, that may bring the answer.
    case inFlight
    /// Its answer comes later, if at all.
    case atService
    /// Nobody can be asked.
    case unavailable
  }

  let prepared: PreparedRound
  private let requests: [OpenRequest]
  /// The processor's own names of the requests, by number.
  let ids: [String]
  /// By number; nil for a request that is answered.
  private var placements: [Placement?]
  /// The first thing that went wrong for good.
  var failure: (String, FailureCode)?
  /// Why nobody can be asked.
  var unavailability: String?
  /// Whether it was said that it is ready.
  var isTold = false

  init(_ prepared: PreparedRound, _ listing: RequestListing, _ placements: [Placement?]) {
    self.prepared = prepared
    requests = listing.requests
    ids = listing.ids
    self.placements = placements
  }

  /// Whether nothing is waited for any more.
  var isAnswered: Bool { placements.allSatisfy { $0 == nil || $0 == .unavailable } }

  func has(_ placement: Placement) -> Bool { placements.contains(placement) }

  /// The requests that are to be put into a batch.
  var fresh: [OpenRequest] {
    zip(requests, placements).compactMap { $1 == .fresh ? $0 : nil }
  }

  /// Notes where a request stands; one of another round is none of this artifact's any more.
  mutating func set(_ place: RequestPlace, _ placement: Placement?) {
    guard prepared.round == place.round, placements.indices.contains(place.number) else { return }
    placements[place.number] = placement
  }

  /// Notes for everything that has no answer that it stands so.
  mutating func leaveAll(at placement: Placement) {
    for number in placements.indices where placements[number] != nil { placements[number] = placement }
  }
}
