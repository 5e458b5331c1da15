// One exchange over HTTP, as values, and whoever carries it out. Knows no protocol on top of it.

/// A request over HTTP.
package struct HTTPRequest: Sendable {
  /// A header; a secret one is never written where other processes or people could read it.
  package struct Header: Sendable, Hashable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package let method: String
  package let url: String
  package let headers: [Header]
  package let body: [UInt8]?

  package init(_ method: String, _ url: String, headers: [Header] = [], body: [UInt8]? = nil) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }
}

/// What a server answered, whatever it means.
package struct HTTPResponse: Sendable, Hashable {
  package let status: Int
  package let body: [UInt8]

  package init(status: Int, body: [UInt8]) {
    self.status = status
    self.body = body
  }
}

/// Why there is no answer.
package struct HTTPFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// Whether another attempt may go better.
  package let isTemporary: Bool
  package let message: String

  package init(_ message: String, isTemporary: Bool) {
    self.message = message
    self.isTemporary = isTemporary
  }

  package var description: String { message }
}

/// Carries out exchanges. Used from several threads at once; blocks. Redirects are not followed.
package protocol HTTPTransport: Sendable {
  /// Why nothing can be sent from here, with the way out; nil where it can.
  var unavailability: String? { get }

  /// - Parameter isCancelled: Asked now and then; when it turns true, the exchange is given up.
  func send(
    _ request: HTTPRequest, isCancelled: @escaping @Sendable () -> Bool
  ) throws(HTTPFailure) -> HTTPResponse
}
