// Where OpenLineage events go over HTTP, and delivering them there. Knows nothing of what they say.
internal import CanonicalJSON
internal import EnvironmentFiles
internal import PlanMachine
internal import RequestDispatch

/// A collector of OpenLineage events, such as Marquez.
struct LineageEndpoint {
  /// Where collectors take events when a URL names none, as OpenLineage's own clients have it.
  private static let defaultPath = "/api/v1/lineage"
  /// How often an event is sent at most, where nobody is in a hurry.
  static let patience = 4
  /// The variable that holds the key, as for OpenLineage's own clients.
  static let keyVariable = "OPENLINEAGE_API_KEY"
  /// The job that starts this program, as `NAMESPACE/NAME/RUN-ID`.
  static let parentVariable = "OPENLINEAGE_PARENT_ID"

  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  let url: String
  private let key: String?
  private let transport: CurlTransport

  /// Whether what `--openlineage` was given is a URL and not a file.
  static func isURL(_ text: String) -> Bool {
    let lower = text.prefix(8).lowercased()
    return lower.hasPrefix("http://") || lower.hasPrefix("https://")
  }

  init(_ text: String, variables: Environment) throws(Fault) {
    url = try Self.checked(text)
    let key = variables[Self.keyVariable].flatMap { $0.isEmpty ? nil : $0 }
    guard key?.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) ?? true else {
      throw Fault(description: "\(Self.keyVariable): expected visible ASCII characters without blanks")
    }
    guard key == nil || url.lowercased().hasPrefix("https://") || LoopbackHost.isNamed(in: url) else {
      throw Fault(
        description: "expected 'https://' where \(Self.keyVariable) is set, since it leaves this machine"
          + " unencrypted otherwise")
    }
    self.key = key
    let all = Dictionary(uniqueKeysWithValues: variables.names.map { ($0, variables[$0] ?? "") })
    transport = CurlTransport(environment: all, timeout: 15, sizeLimit: 1 << 20)
    if let missing = transport.unavailability { throw Fault(description: missing) }
  }

  /// Whatever stands in it shows up in messages, so nothing secret may.
  private static func checked(_ url: String) throws(Fault) -> String {
    guard url.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }),
      let slashes = url.firstRange(of: "//")
    else { throw Fault(description: "expected a URL without blanks, found '\(url)'") }
    let rest = url[slashes.upperBound...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !authority.isEmpty else { throw Fault(description: "expected a host in '\(url)'") }
    guard !authority.contains("@"), !rest.contains("?"), !rest.contains("#") else {
      throw Fault(
        description: "expected a URL without a user, a query or a fragment; put what is secret into "
          + keyVariable)
    }
    let path = rest.dropFirst(authority.utf8.count)
    if path.isEmpty { return url + defaultPath }
    return path == "/" ? url.dropLast() + defaultPath : url
  }

  /// Delivers events one by one, in their order.
  ///
  /// - Throws: ``Fault`` where one was not taken; those after it are not sent.
  func deliver(
    _ events: [JSONValue], attempts: Int, isCancelled: @escaping @Sendable () -> Bool
  ) throws(Fault) {
    for (number, event) in events.enumerated() {
      do {
        try post(event, attempts, isCancelled)
      } catch {
        throw Fault(description: "\(number) of \(events.count) OpenLineage events were delivered: \(error)")
      }
    }
  }

  private func post(
    _ event: JSONValue, _ attempts: Int, _ isCancelled: @escaping @Sendable () -> Bool
  ) throws(Fault) {
    var headers = [HTTPRequest.Header("Content-Type", "application/json")]
    if let key { headers.append(HTTPRequest.Header("Authorization", "Bearer \(key)")) }
    let request = HTTPRequest("POST", url, headers: headers, body: JSONWriter.bytes(of: event))
    var pause = 0.25
    for attempt in 1...attempts {
      guard let refusal = attemptToSend(request, isCancelled) else { return }
      guard refusal.isTemporary, attempt < attempts, !isCancelled() else {
        throw Fault(description: "\(url): \(refusal)")
      }
      Pause.wait(seconds: pause, isCancelled)
      pause *= 2
    }
  }

  /// Why it was not taken; nil where it was.
  private func attemptToSend(
    _ request: HTTPRequest, _ isCancelled: @escaping @Sendable () -> Bool
  ) -> HTTPFailure? {
    do {
      let status = try transport.send(request, isCancelled: isCancelled).status
      if (200...299).contains(status) { return nil }
      let isTemporary = status >= 500 || [408, 425, 429].contains(status)
      return HTTPFailure("it answered with the status \(status)", isTemporary: isTemporary)
    } catch {
      return error
    }
  }
}
