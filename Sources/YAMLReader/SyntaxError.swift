// Says in plain English what libyaml could not read.
import Diagnostics

extension YAMLTreeBuilder {
  /// Reports why libyaml could not read on.
  mutating func report(_ error: YAMLStreamError) {
    let offset = UInt32(cursor.offset(ofCharacter: error.problemCharacter))
    report(.yamlSyntax, "\(error.context) \(error.problem)", offset..<offset)
  }
}
