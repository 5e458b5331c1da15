// Keys out of PEM texts. Does not know where the texts come from.

extension SigningKey {
  /// The private key of a PEM text that holds nothing else.
  ///
  /// - Parameter name: What messages call the text.
  package init(pem text: [UInt8], name: String) throws(SignatureError) {
    let blocks = try KeyText.blocks(text, name)
    guard blocks.count == 1, let block = blocks.first else {
      throw SignatureError(.key, "\(name) holds \(blocks.count) keys, expected one private key")
    }
    switch block.label {
    case "PRIVATE KEY":
      self = try KeyText.naming(name) { () throws(SignatureError) in try SigningKey(der: block.content) }
    case "PUBLIC KEY":
      throw SignatureError(
        .key, "\(name) holds a public key, expected a private one", hint: "leave out '.pub'")
    default: throw KeyText.unknown(block.label, name)
    }
  }
}

extension VerificationKey {
  /// The public keys of a PEM text: at least one.
  package static func all(pem text: [UInt8], name: String) throws(SignatureError) -> [VerificationKey] {
    var keys: [VerificationKey] = []
    for block in try KeyText.blocks(text, name) {
      switch block.label {
      case "PUBLIC KEY":
        keys.append(
          try KeyText.naming(name) { () throws(SignatureError) in try VerificationKey(der: block.content) })
      case "PRIVATE KEY":
        throw SignatureError(
          .key, "\(name) holds a private key, expected a public one",
          hint: "name the file that ends with '.pub'")
      default: throw KeyText.unknown(block.label, name)
      }
    }
    return keys
  }
}

enum KeyText {
  static func blocks(_ text: [UInt8], _ name: String) throws(SignatureError) -> [PEMBlock] {
    guard let blocks = PEMBlocks.read(text) else {
      throw SignatureError(.key, "\(name) holds a PEM block that is broken or cut off")
    }
    guard !blocks.isEmpty else {
      throw SignatureError(
        .key, "\(name) holds no key: expected '-----BEGIN …'", hint: "'wct keygen FILE' makes a key")
    }
    return blocks
  }

  static func naming<Key>(
    _ name: String, _ body: () throws(SignatureError) -> Key
  ) throws(SignatureError) -> Key {
    do {
      return try body()
    } catch {
      throw SignatureError(error.code, "\(name): \(error.message)", hint: error.hint)
    }
  }

  static func unknown(_ label: String, _ name: String) -> SignatureError {
    let hint =
      switch label {
      case "ENCRYPTED PRIVATE KEY": "decrypt it with 'openssl pkey -in FILE', into a file of mode 600"
      case "OPENSSH PRIVATE KEY": "'wct keygen FILE' makes a key of the right form"
      default: "expected 'PRIVATE KEY' or 'PUBLIC KEY'"
      }
    return SignatureError(.key, "\(name) holds '\(label)', which is not read", hint: hint)
  }
}
