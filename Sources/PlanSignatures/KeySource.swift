// Where keys come from: files, directories, variables.
internal import SystemFiles

/// How a user names a key: a path, or `env:NAME` for a variable that holds the text.
package struct KeySource: Sendable, Hashable {
  package enum Place: Sendable, Hashable {
    case path(String)
    case variable(String)
  }

  package let place: Place

  /// Nil for an empty text or a variable without a name.
  package init?(_ text: String) {
    guard text.hasPrefix("env:") else {
      guard !text.isEmpty else { return nil }
      place = .path(text)
      return
    }
    let name = String(text.dropFirst(4))
    guard !name.isEmpty, !name.utf8.contains(UInt8(ascii: "=")) else { return nil }
    place = .variable(name)
  }

  /// The variable that holds the key, where one does.
  package var variable: String? {
    if case .variable(let name) = place { name } else { nil }
  }

  /// A key is less than 200 bytes; a file of them is no larger than this.
  static let sizeLimit = 1 << 20

  private func text(_ name: String, _ variables: (String) -> String?) throws(SignatureError) -> [UInt8] {
    guard let value = variables(name), !value.isEmpty else {
      throw SignatureError(.key, "the variable \(name) is not set, expected a key in it")
    }
    return Array(value.utf8)
  }

  // MARK: - Private keys

  /// The private key. A file that others than its owner can read or write is refused.
  ///
  /// - Parameter variables: The value of a variable.
  package func signingKey(_ variables: (String) -> String?) throws -> SigningKey {
    switch place {
    case .variable(let name): return try SigningKey(pem: text(name, variables), name: "the variable \(name)")
    case .path(let path):
      // The file that was looked at is the one that is read.
      let file = try FileDescriptor(opening: path, .read)
      let status = try file.status()
      guard status.kind == .file, status.size <= Self.sizeLimit else {
        throw SignatureError(.key, "\(path) is not the file of a key")
      }
      var bytes: [UInt8] = []
      while bytes.count <= Self.sizeLimit {
        let part = try file.read(upTo: 1 << 16)
        if part.isEmpty { break }
        bytes += part
      }
      // What is no private key is everybody's to read.
      let key = try SigningKey(pem: bytes, name: path)
      guard status.permissions & 0o077 == 0 else {
        throw SignatureError(
          .exposedKey, "others than the owner may use the private key \(path)", hint: "chmod 600 '\(path)'")
      }
      return key
    }
  }

  // MARK: - Public keys

  /// The public keys of a file, of a variable, or of the files in a directory that end with `.pub` or `.pem`.
  package func verificationKeys(_ variables: (String) -> String?) throws -> [VerificationKey] {
    switch place {
    case .variable(let name):
      return try VerificationKey.all(pem: text(name, variables), name: "the variable \(name)")
    case .path(let path):
      guard try FileStatus.of(path).kind == .directory else { return try Self.keys(ofFile: path) }
      let names = try listDirectory(path).compactMap(\.text).filter {
        $0.hasSuffix(".pub") || $0.hasSuffix(".pem")
      }
      guard !names.isEmpty else {
        throw SignatureError(.key, "there is no key in \(path)", hint: "keys end with '.pub' or '.pem'")
      }
      return try names.flatMap { try Self.keys(ofFile: PathText.join(path, $0)) }
    }
  }

  private static func keys(ofFile path: String) throws -> [VerificationKey] {
    try VerificationKey.all(pem: readFile(path, limit: sizeLimit), name: path)
  }
}
