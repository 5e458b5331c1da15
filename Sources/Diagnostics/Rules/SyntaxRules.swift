// What can be wrong with a file as such: reading it, and its YAML. WCT1xxx.

extension Rule {
  package static let unreadableFile = Rule(
    "WCT1001", "unreadable-file", .error, "The file can be opened and read.")
  package static let notUTF8 = Rule(
    "WCT1002", "not-utf-8", .error, "The file is UTF-8 text.")
  package static let emptyDocument = Rule(
    "WCT1003", "empty-document", .error, "The file holds a runbook.")
  package static let severalDocuments = Rule(
    "WCT1004", "several-documents", .error, "A file holds one YAML document.")
  package static let yamlSyntax = Rule(
    "WCT1005", "yaml-syntax", .error, "The file is well-formed YAML.")
  package static let duplicateKey = Rule(
    "WCT1006", "duplicate-key", .error, "A mapping holds each key once.")
  package static let limitExceeded = Rule(
    "WCT1007", "limit-exceeded", .error, "Nesting, expansion and size stay within the reader's limits.")
  package static let wrongNodeKind = Rule(
    "WCT1008", "wrong-node-kind", .error,
    "A value is the kind of YAML node (scalar, list or mapping) that its field takes.")
  package static let keyNotAString = Rule(
    "WCT1009", "key-not-a-string", .error, "Mapping keys are strings.")
  package static let unknownTag = Rule(
    "WCT1010", "unknown-tag", .error, "An explicit tag is one of YAML's core schema.")
  package static let tagMismatch = Rule(
    "WCT1011", "tag-mismatch", .error, "A value is what its explicit tag says.")
  package static let emptyText = Rule(
    "WCT1012", "empty-text", .error, "A required text is not empty.")
  package static let integerOutOfRange = Rule(
    "WCT1013", "integer-out-of-range", .error, "A whole number fits in 64 bits.")

  /// Rules on files and their YAML. One line a rule, by code.
  static let syntaxRules: [Rule] = [
    .unreadableFile,
    .notUTF8,
    .emptyDocument,
    .severalDocuments,
    .yamlSyntax,
    .duplicateKey,
    .limitExceeded,
    .wrongNodeKind,
    .keyNotAString,
    .unknownTag,
    .tagMismatch,
    .emptyText,
    .integerOutOfRange,
  ]
}
