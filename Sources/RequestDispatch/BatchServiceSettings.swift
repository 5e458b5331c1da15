// Where the batch service is and how it is used, from variables. Sends nothing.

/// The settings of an ``HTTPBatchDispatcher``.
package struct BatchServiceSettings: Sendable {
  /// The variables that are read.
  package enum Variable: String, CaseIterable, Sendable {
    case url = "WCT_BATCH_URL"
    case token = "WCT_BATCH_TOKEN"
    case timeout = "WCT_BATCH_TIMEOUT"
    case size = "WCT_BATCH_SIZE"
    case requestCost = "WCT_BATCH_REQUEST_COST"
    case retryPause = "WCT_BATCH_RETRY_SECONDS"
  }

  /// A variable whose value can't be used; it never shows the value of the token.
  package struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
    package let description: String
  }

  /// Without a slash at the end.
  package let url: String
  let token: String?
  /// Seconds that one exchange may take.
  package let timeout: Double
  /// Requests in one batch at most.
  package let batchSize: Int
  /// What one request may cost.
  package let requestCost: Double?
  /// Seconds before the second attempt; nil: the machine's own.
  package let retryPause: Double?

  /// Nil where no service is named.
  package init?(variables: (String) -> String?) throws(Fault) {
    guard let url = variables(Variable.url.rawValue), !url.isEmpty else { return nil }
    self.url = try Self.checked(url)
    let token = variables(Variable.token.rawValue)
    guard token?.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) ?? true else {
      throw Fault(description: "WCT_BATCH_TOKEN: expected visible ASCII characters without blanks")
    }
    self.token = token?.isEmpty == true ? nil : token
    timeout = try Self.number(.timeout, variables, 0.001...86_400) ?? 60
    batchSize = Int(try Self.number(.size, variables, 1...100_000) ?? 1_000)
    requestCost = try Self.number(.requestCost, variables, 0...1e12)
    retryPause = try Self.number(.retryPause, variables, 0...3_600)
  }

  private static func number(
    _ variable: Variable, _ variables: (String) -> String?, _ range: ClosedRange<Double>
  ) throws(Fault) -> Double? {
    guard let text = variables(variable.rawValue), !text.isEmpty else { return nil }
    guard let number = Double(text), range.contains(number) else {
      throw Fault(
        description: "\(variable.rawValue): expected a number from \(plain(range.lowerBound)) to "
          + "\(plain(range.upperBound)), found '\(text)'")
    }
    return number
  }

  /// Whoever is named in the URL shows up in messages, so nothing secret may stand there.
  private static func checked(_ url: String) throws(Fault) -> String {
    let isPlain = url.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
    let scheme = ["https://", "http://"].first { url.lowercased().hasPrefix($0) }
    guard isPlain, let scheme else {
      throw Fault(description: "WCT_BATCH_URL: expected a URL that begins with 'https://'")
    }
    let rest = url.dropFirst(scheme.count)
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !authority.isEmpty else {
      throw Fault(description: "WCT_BATCH_URL: expected a host after '\(scheme)'")
    }
    guard !authority.contains("@"), !rest.contains("?"), !rest.contains("#") else {
      throw Fault(
        description: "WCT_BATCH_URL: expected a URL without a user, a query or a fragment; "
          + "put what is secret into WCT_BATCH_TOKEN")
    }
    guard scheme == "https://" || LoopbackHost.isNamed(in: url) else {
      throw Fault(
        description:
          "WCT_BATCH_URL: expected 'https://', since findings leave this machine unencrypted otherwise")
    }
    var clean = Substring(url)
    while clean.hasSuffix("/") { clean = clean.dropLast() }
    return String(clean)
  }
}
