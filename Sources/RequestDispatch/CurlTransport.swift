// HTTP by the system's curl program: TLS, proxies and certificates are the system's. Knows nothing of what is sent.
internal import SystemFiles

/// Exchanges over HTTP, each by a process of `curl` of its own.
///
/// Everything goes to it over its standard input, where no other process can look: `ps` shows `curl --disable --config -`.
package struct CurlTransport: HTTPTransport {
  /// Variables that curl needs of this process: where certificates are, and which proxies.
  private static let passedOn: Set<String> = [
    "PATH", "HOME", "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE", "http_proxy", "https_proxy",
    "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY",
  ]

  /// curl's codes for what another attempt does not change: a malformed URL, a certificate that is not trusted.
  private static let lasting: Set<Int32> = [1, 2, 3, 27, 35, 51, 58, 59, 60, 66, 77, 83, 90, 91]

  private let program: String?
  private let environment: [String]
  /// Seconds that one exchange may take.
  private let timeout: Double
  /// Bytes of a response.
  private let sizeLimit: Int

  /// - Parameter environment: The variables of this process, by name.
  package init(environment: [String: String], timeout: Double = 60, sizeLimit: Int = 64 << 20) {
    program = Self.find("curl", in: environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin")
    self.environment = environment.filter { Self.passedOn.contains($0.key) }
      .map { "\($0.key)=\($0.value)" }.sorted()
    self.timeout = timeout
    self.sizeLimit = sizeLimit
  }

  private static func find(_ name: String, in path: String) -> String? {
    path.split(separator: ":").lazy.map { PathText.join(String($0), name) }.first { isExecutable($0) }
  }

  package var unavailability: String? {
    program == nil
      ? "the program 'curl' is not on the PATH; install it, for instance with 'apt-get install curl'" : nil
  }

  package func send(
    _ request: HTTPRequest, isCancelled: @escaping @Sendable () -> Bool
  ) throws(HTTPFailure) -> HTTPResponse {
    guard let program else { throw HTTPFailure(unavailability ?? "", isTemporary: false) }
    let exchange = FedProcess(
      program: program, arguments: ["--disable", "--config", "-"], environment: environment,
      input: Array(configuration(of: request).utf8), body: request.body ?? [], outputLimit: sizeLimit,
      seconds: timeout + 10)
    let ended: FedProcess.Ending
    do {
      ended = try exchange.run(isCancelled)
    } catch {
      throw HTTPFailure("curl can't be started: \(error)", isTemporary: true)
    }
    switch ended.end {
    case .cancelled: throw HTTPFailure("it was called off", isTemporary: true)
    case .overdue: throw HTTPFailure("no answer within \(plain(timeout)) s", isTemporary: true)
    case .tooLong:
      throw HTTPFailure("the answer is larger than the limit of \(sizeLimit) bytes", isTemporary: false)
    case .exited(let code): return try response(code, ended)
    }
  }

  private func response(_ code: Int32, _ ended: FedProcess.Ending) throws(HTTPFailure) -> HTTPResponse {
    let lines = String(decoding: ended.error, as: UTF8.self).split(separator: "\n")
    let status = lines.last.flatMap { $0.hasPrefix("#") ? Int($0.dropFirst()) : nil }
    guard code == 0, let status, (100...599).contains(status) else {
      let said =
        lines.first { $0.hasPrefix("curl:") }.map { String($0.dropFirst(5)) } ?? " it ended with \(code)"
      throw HTTPFailure("curl:\(said)", isTemporary: !Self.lasting.contains(code))
    }
    return HTTPResponse(status: status, body: ended.output)
  }

  /// The options as a curl configuration file. The body comes in on descriptor 3.
  private func configuration(of request: HTTPRequest) -> String {
    var options: [(String, String)] = [
      ("url", request.url), ("request", request.method), ("proto", "=http,https"),
      ("max-time", plain(timeout)), ("connect-timeout", plain(min(timeout, 15))),
      ("max-filesize", "\(sizeLimit)"), ("write-out", "%{stderr}\\n#%{http_code}\\n"), ("header", "Expect:"),
    ]
    for header in request.headers { options.append(("header", "\(header.name): \(header.value)")) }
    if request.body != nil { options.append(("data-binary", "@/dev/fd/3")) }
    let lines = options.map { "\($0.0) = \"\(Self.quoted($0.1, keepsEscapes: $0.0 == "write-out"))\"" }
    return (["silent", "show-error", "globoff"] + lines).joined(separator: "\n") + "\n"
  }

  /// A value inside of quotes; line ends can't be part of a URL or header, and would begin another option.
  private static func quoted(_ text: String, keepsEscapes: Bool) -> String {
    var quoted = ""
    for scalar in text.unicodeScalars where scalar.value >= 0x20 && scalar.value != 0x7F {
      if scalar == "\"" || scalar == "\\" && !keepsEscapes { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted
  }
}

/// `30` rather than `30.0`.
func plain(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }
