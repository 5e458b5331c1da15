// `wct keygen`: a new pair of keys.
internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import PlanSignatures
internal import SystemFiles

struct Keygen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keygen", abstract: "Make a pair of keys to sign plans with.",
    discussion: """
      FILE is the private key (Ed25519, PKCS #8 in PEM, readable by its owner alone), FILE.pub the public one, which \
      is for everybody who verifies. Neither replaces a file that is there.
      """)

  @Argument(help: ArgumentHelp("The file of the private key.", valueName: "FILE"))
  var path: String

  mutating func validate() throws {
    if path.isEmpty || path == "-" { throw ValidationError("expected the name of a file") }
  }

  func run() throws {
    let publicPath = path + ".pub"
    for file in [path, publicPath] where (try? FileStatus.of(file, followingLinks: false)) != nil {
      throw ProgramError(
        .existingFile, "\(file) exists already", notes: ["a key is never replaced: name another file"],
        leaving: .usage)
    }
    do {
      let key = try SigningKey()
      try writeNewFile(path, key.pem, permissions: 0o600)
      do {
        try writeNewFile(publicPath, key.publicKey.pem, permissions: 0o644)
      } catch {
        // A private key of which nobody has the public part is of no use.
        try? removeFile(path)
        throw error
      }
      Terminal.error.write("wrote \(path) (private) and \(publicPath)\n")
      Terminal.output.write("\(key.publicKey.id)\n")
    } catch let error as SignatureError {
      throw ProgramError(error)
    } catch let error as SystemError {
      throw ProgramError(writing: error)
    }
  }
}
