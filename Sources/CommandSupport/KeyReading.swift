// Reads the keys that a command line names, for both programs.
internal import Diagnostics
internal import Glibc
package import PlanSignatures
internal import SystemFiles

/// Keys by what users call them: a file, a directory, `env:NAME`.
package enum KeyReading {
  /// Whether a text can name a key; what is wrong otherwise.
  package static func fault(_ option: String, _ texts: [String]) -> String? {
    texts.contains { KeySource($0) == nil }
      ? "\(option) takes a file or env:NAME, found an empty name" : nil
  }

  /// The private key of a file or a variable.
  package static func signingKey(_ text: String) throws -> SigningKey {
    try reading(text) { try $0.signingKey(variable) }
  }

  /// The public keys of files, directories and variables, each once.
  package static func verificationKeys(_ texts: [String]) throws -> [VerificationKey] {
    var keys: [VerificationKey] = []
    for text in texts {
      for key in try reading(text, { try $0.verificationKeys(variable) }) where !keys.contains(key) {
        keys.append(key)
      }
    }
    return keys
  }

  private static func reading<Key>(_ text: String, _ read: (KeySource) throws -> Key) throws -> Key {
    guard let source = KeySource(text) else {
      throw ProgramError(.wrongUsage, "no key is named", leaving: .usage)
    }
    do {
      return try read(source)
    } catch let error as SignatureError {
      throw ProgramError(error)
    } catch {
      throw ProgramError(.unreadableFile, "\(error)", leaving: .usage)
    }
  }

  private static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}

extension ProgramError {
  /// A signature or a key that is refused.
  package init(_ error: SignatureError, about name: String? = nil) {
    self.init(
      code: error.code.rawValue, "refused: \(name.map { "\($0): " } ?? "")\(error.message)",
      notes: [error.hint].compactMap(\.self), leaving: .refused)
  }
}

/// The bytes of a signature file; leaves where there is none.
package func readSignature(_ path: String, limit: Int) throws -> [UInt8] {
  do throws(ReadFileError) {
    return try readFile(path, limit: limit)
  } catch {
    switch error {
    case .system(let cause) where cause.isMissing:
      throw ProgramError(
        SignatureError(
          .unsigned, "there is no signature: \(path) does not exist", hint: "'wct sign' makes one"))
    case .tooLarge:
      throw ProgramError(SignatureError(.malformed, "\(path) is larger than any signature"))
    default: throw ProgramError(.unreadableFile, error.description, leaving: .usage)
    }
  }
}
