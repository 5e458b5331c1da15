// Explanations of why a plan is refused: what it says, and who signed it.

extension RuleExplanation {
  static var planExplanations: [RuleExplanation] {
    plans + signatures + [
      RuleExplanation(
        .planComponent,
        why:
          "Another version of a component may give other results. Compile the runbook again with these programs.",
        bad: written(foreignConnector), good: compiled),
      RuleExplanation(
        .planUnsupported,
        why:
          "The plan is sound, and asks for something that this version can't do yet. A newer `wct-exec` may.",
        withoutExample: "it takes a `wct-exec` without the `wct` that belongs beside it."),
      RuleExplanation(
        .attestationMismatch,
        why: """
          The store was changed, or holds another run under that name, or an artifact's content is damaged: it is \
          not evidence for what the attestation says.
          """,
        bad: attested(["sed -i s/ann@/eve@/ data/letter.txt", "wct run -q runbook.yaml"]), good: attested([])),
    ]
  }

  // MARK: What a plan says

  private static let compiled = RuleExample(
    RuleExample.readFiles, after: [compile], command: "wct-exec verify plan.json")

  private static let compile = "wct compile runbook.yaml -o plan.json"

  private static func written(_ text: String) -> RuleExample {
    RuleExample([.text("plan.json", text)], command: "wct-exec verify plan.json")
  }

  private static func edited(_ script: String) -> RuleExample {
    RuleExample(
      RuleExample.readFiles, after: [compile, "sed -i \(script) plan.json"],
      command: "wct-exec verify plan.json")
  }

  private static let plans: [RuleExplanation] = [
    RuleExplanation(
      .planNotJSON,
      why: "A file that was cut off or is something else can't be run in part. Compile the runbook again.",
      bad: written(#"{"components":[{"kind":"connector","#), good: compiled),
    RuleExplanation(
      .planStructure,
      why: "The machine guesses nothing: a field that is missing or unknown may be what a run depends on.",
      bad: written(#"{"format":"wct-plan","format_version":1}"#), good: compiled),
    RuleExplanation(
      .planFormat,
      why:
        "A newer compiler may mean something that an older machine does not know. Use programs of one version.",
      bad: edited(#"s/"format_version":1/"format_version":9/"#), good: compiled),
    RuleExplanation(
      .planAltered,
      why: "What was reviewed is what runs: a plan that was changed by hand, or on the way, is refused.",
      bad: edited("s,./data,/home,"), good: compiled),
    RuleExplanation(
      .planMeaning,
      why:
        "Such a plan could read what is not there yet. No compiler writes one; the file was made by something else.",
      bad: written(forwardOperand), good: compiled),
  ]

  /// A plan whose digests are right and whose only instruction reads itself.
  private static let forwardOperand = #"""
    {"components":[],"config":{"max_child_depth":3,"max_concurrency":10},"digest":"sha256:f65e66c61a\#
    bfce1ff94f998602d6a8137de9b4c65ffd3a679f965deab9180e5f","environment":[],"format":"wct-plan","fo\#
    rmat_version":1,"instructions":[{"id":"a","inputs":[0],"key":"sha256:000000000000000000000000000\#
    0000000000000000000000000000000000000","op":"pass","schema":"standard_input/1.0.0"}],"plan_id":"\#
    sha256:cd2178a3ab57f0970aaf02dc989972c0bb97ed7ecc51d482fc42911e6b560c66","rulesets":[],"runbook"\#
    :{"contact":"privacy@example.com","description":"Shows one rule","name":"Example"}}
    """#

  /// A plan whose digests are right, for a connector that nobody has.
  private static let foreignConnector = #"""
    {"components":[{"kind":"connector","manifest":"sha256:000000000000000000000000000000000000000000\#
    0000000000000000000000","type":"mainframe","version":"1.0.0"}],"config":{"max_child_depth":3,"ma\#
    x_concurrency":10},"digest":"sha256:366786c225ee65005ec45f7e3e6b0001864d1fd0f3f04026774276b32183\#
    8222","environment":[],"format":"wct-plan","format_version":1,"instructions":[{"component":0,"fl\#
    ags":["output"],"id":"a","key":"sha256:000000000000000000000000000000000000000000000000000000000\#
    0000000","op":"extract","properties":{},"schema":"standard_input/1.0.0"}],"plan_id":"sha256:50b0\#
    7839f385f2772da634150f0038826864b4555ee439ee1ff58d7d598170c4","rulesets":[],"runbook":{"contact"\#
    :"privacy@example.com","description":"Shows one rule","name":"Example"}}
    """#

  // MARK: Who signed it

  private static let signedFiles = RuleExample.readFiles
  private static let makeKey = "wct keygen key"
  private static let makeOtherKey = "wct keygen other"
  private static let sign = "wct sign plan.json --key key"
  private static let verify = "wct verify-signature plan.json --key key.pub"

  private static func session(_ preparation: [String], _ command: String = verify) -> RuleExample {
    RuleExample(signedFiles, after: [compile] + preparation, command: command)
  }

  private static let signed = session([makeKey, sign])

  private static func attested(_ later: [String]) -> RuleExample {
    session(
      [makeKey, "wct run -q runbook.yaml --attest run.json --signing-key key"] + later,
      "wct verify-signature run.json --run latest --key key.pub")
  }

  private static let signatures: [RuleExplanation] = [
    RuleExplanation(
      .planUnsigned,
      why: """
        With --require-signature nothing runs that nobody has answered for. `wct sign PLAN --key KEY` signs a plan; \
        --signature names a file that does not stand beside it.
        """,
      bad: session([makeKey], "wct-exec run -q plan.json --require-signature key.pub"),
      good: session([makeKey, sign], "wct-exec run -q plan.json --require-signature key.pub")),
    RuleExplanation(
      .signatureMalformed,
      why:
        "An envelope has one form only, so that a change of any byte is found. Sign again, or get the file again.",
      bad: session([makeKey, sign, "sed -i s/payload/Payload/ plan.json.sig"]), good: signed),
    RuleExplanation(
      .signatureUntrusted,
      why: """
        A signature by anybody else says nothing. Name the signer's public key, if it is to be trusted; envelopes \
        name keys by the digest of the public key.
        """,
      bad: session(
        [makeKey, makeOtherKey, sign], "wct verify-signature plan.json --key other.pub"),
      good: signed),
    RuleExplanation(
      .signatureWrong,
      why:
        "The signature or what it covers was changed after it was made, or somebody used another key under that name.",
      bad: session([makeKey, sign, #"sed -i s/"sig":"....../"sig":"000000/ plan.json.sig"#]), good: signed),
    RuleExplanation(
      .signatureMismatch,
      why: """
        A signature is for one plan file, or for one run. A plan that was compiled again after a change has to be \
        signed again.
        """,
      bad: session([makeKey, sign, "sed -i s,./data,/home, runbook.yaml", compile]), good: signed),
    RuleExplanation(
      .signatureExecute,
      why: """
        `execute` runs a runbook that comes out of the run itself, so nobody can have looked at it when the plan was \
        signed.
        """,
      bad: RuleExample(
        [.text(RuleExample.runbook, RuleExample.nested("./data"))], after: [compile, makeKey, sign],
        command: "wct-exec run -q plan.json --require-signature key.pub"),
      good: session([makeKey, sign], "wct-exec run -q plan.json --require-signature key.pub")),
    RuleExplanation(
      .keyUnusable,
      why: """
        Keys are Ed25519 keys in PEM: 'PRIVATE KEY' (PKCS #8) to sign, 'PUBLIC KEY' (SPKI) to verify. \
        `wct keygen FILE` makes a pair.
        """,
      bad: session([makeKey, sign], "wct verify-signature plan.json --key key"), good: signed),
    RuleExplanation(
      .keyExposed,
      why: """
        Whoever can read a private key can sign in its owner's name. Run `chmod 600` on it; where others may have \
        read it, make a new one.
        """,
      bad: session([makeKey, "chmod 644 key"], sign), good: session([makeKey, "chmod 600 key"], sign)),
  ]
}

extension RuleExample {
  /// A runbook that executes the runbook that it holds.
  static func nested(_ path: String, process: String = "personal_data") -> String {
    header + """
      inputs:
        book:
          input_schema: runbook
          optional: true
          default:
            name: Inner
            description: Is run by the outer one
            contact: privacy@example.com
            artifacts:
              files: {source: {type: filesystem, properties: {path: "\(path)"}}}
              found: {inputs: files, process: {type: \(process)}, output: true}
      outputs:
        result: {artifact: ran}
      artifacts:
        ran:
          inputs: book
          execute: {mode: child}
          output: true

      """
  }
}
