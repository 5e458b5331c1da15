// How requests are gathered, and how often they are sent. Values only.

/// The limits of asking services.
package struct RequestLimits: Sendable, Hashable {
  /// Seconds that requests are gathered while other work goes on; then they are sent all the same.
  package var gatherSeconds: Double
  /// Bytes of all requests of one batch, as JSON; one request may be larger.
  package var batchBytes: Int
  /// How often a call that failed is tried at once.
  package var attempts: Int
  /// Seconds before the second attempt; each further wait is twice as long.
  package var firstPause: Double
  /// In how many batches a request is put within one run, where a service loses it or leaves it out.
  package var tries: Int

  package init(
    gatherSeconds: Double = 30, batchBytes: Int = 8 << 20, attempts: Int = 4, firstPause: Double = 0.5,
    tries: Int = 3
  ) {
    self.gatherSeconds = gatherSeconds
    self.batchBytes = batchBytes
    self.attempts = attempts
    self.firstPause = firstPause
    self.tries = tries
  }
}
