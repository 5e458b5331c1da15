// Why `wct-exec` refuses a plan. WCT4xxx; the same codes as those of PlanError and SignatureError. WCT4060 is said
// of runbooks too.

extension Rule {
  package static let planNotJSON = Rule(
    "WCT4001", "plan-not-json", .error, "A plan file is JSON, and whole.")
  package static let planStructure = Rule(
    "WCT4002", "plan-structure", .error, "A plan file has the shape of a plan.")
  package static let planFormat = Rule(
    "WCT4003", "plan-format", .error, "A plan's format is one that this machine knows.")
  package static let planAltered = Rule(
    "WCT4004", "plan-altered", .error, "A plan is byte for byte what the compiler wrote.")
  package static let planMeaning = Rule(
    "WCT4005", "plan-meaning", .error, "A plan's instructions read earlier ones, and schemas line up.")
  package static let planComponent = Rule(
    "WCT4006", "plan-component", .error,
    "A plan's components are here, in the version that it was compiled for.")
  package static let planUnsupported = Rule(
    "WCT4007", "plan-unsupported", .error, "A plan asks only for what this machine can do.")

  package static let planUnsigned = Rule(
    "WCT4020", "plan-unsigned", .error, "Where a signature is required, there is one.")
  package static let signatureMalformed = Rule(
    "WCT4021", "signature-malformed", .error, "A signature is an envelope, byte for byte as it was written.")
  package static let signatureUntrusted = Rule(
    "WCT4022", "signature-untrusted", .error, "A signature is one of the keys that are trusted.")
  package static let signatureWrong = Rule(
    "WCT4023", "signature-wrong", .error, "A signature fits what is signed.")
  package static let signatureMismatch = Rule(
    "WCT4024", "signature-mismatch", .error, "What is signed is the plan, or the run, at hand.")
  package static let signatureExecute = Rule(
    "WCT4025", "signature-execute", .error, "A plan that has to be signed says all that it will run.")
  package static let keyUnusable = Rule(
    "WCT4026", "key-unusable", .error, "A key is an Ed25519 key of the kind that is needed.")
  package static let keyExposed = Rule(
    "WCT4027", "key-exposed", .error, "A private key can be read by its owner alone.")
  package static let attestationMismatch = Rule(
    "WCT4028", "attestation-mismatch", .error, "The store holds the run that is attested.")
  package static let misleadingText = Rule(
    "WCT4060", "misleading-text", .error,
    "Names for people hold no control characters and nothing that reorders the text around them.")

  /// Rules on plan files. One line a rule, by code.
  static let planRules: [Rule] = [
    .planNotJSON,
    .planStructure,
    .planFormat,
    .planAltered,
    .planMeaning,
    .planComponent,
    .planUnsupported,
    .planUnsigned,
    .signatureMalformed,
    .signatureUntrusted,
    .signatureWrong,
    .signatureMismatch,
    .signatureExecute,
    .keyUnusable,
    .keyExposed,
    .attestationMismatch,
  ]

  /// Rules on what a plan shows to people. One line a rule, by code.
  static let planTextRules: [Rule] = [
    .misleadingText
  ]
}
