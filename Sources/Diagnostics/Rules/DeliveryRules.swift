// What can go wrong when others are told of a run. WCT606x.

extension Rule {
  package static let lineageNotDelivered = Rule(
    "WCT6060", "lineage-not-delivered", .error, "OpenLineage events reach the collector that is named.")

  /// Rules on what is delivered elsewhere. One line a rule, by code.
  static let deliveryRules: [Rule] = [
    .lineageNotDelivered
  ]
}
