// Whether a URL stays on this machine. Knows no protocol.

package enum LoopbackHost {
  /// Whether the host of a URL is this machine, by its name.
  package static func isNamed(in url: String) -> Bool {
    guard let slashes = url.firstRange(of: "//") else { return false }
    let authority = url[slashes.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let host =
      authority.hasPrefix("[") ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
    return host == "localhost" || host == "[::1]" || isAddress(host)
  }

  /// 127.0.0.0/8, written out: a name that begins like it is another host.
  private static func isAddress(_ host: Substring) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
