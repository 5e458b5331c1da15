// What to say of an option's value that is none of the names it takes.
internal import Diagnostics

/// A name that is not known.
package enum UnknownName {
  /// The fault of the first of `names` that is not among `known`; nil when all are. `kind` is what they name.
  package static func fault(_ kind: String, _ names: [String], known: [String]) -> String? {
    guard let name = names.first(where: { !known.contains($0) }) else { return nil }
    let hint =
      closest(to: name, among: known).map { "did you mean '\($0)'?" }
      ?? "installed: \(known.joined(separator: ", "))"
    return "there is no \(kind) '\(name)'; \(hint)"
  }
}
