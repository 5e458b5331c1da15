// Explanations of why a plan is refused, and of what can be wrong with the store and with runs.

extension RuleExplanation {
  static var machineExplanations: [RuleExplanation] {
    plans.map { RuleExplanation($0, why: $1, withoutExample: written) }
      + signatures.map { RuleExplanation($0, why: $1, withoutExample: signed) }
      + (runs + components).map { RuleExplanation($0, why: $1, withoutExample: happened) }
  }

  private static let written = "plans are written by `wct compile`, never by hand."
  private static let happened = "it depends on the store and the machine that a run has."

  private static let signed = "it takes a key and what it signed."

  private static let signatures: [(Rule, String)] = [
    (
      .planUnsigned,
      "With --require-signature nothing runs that nobody has answered for. `wct sign PLAN --key KEY` signs a plan; --signature names a file that does not stand beside it."
    ),
    (
      .signatureMalformed,
      "An envelope has one form only, so that a change of any byte is found. Sign again, or get the file again."
    ),
    (
      .signatureUntrusted,
      "A signature by anybody else says nothing. Name the signer's public key, if it is to be trusted; envelopes name keys by the digest of the public key."
    ),
    (
      .signatureWrong,
      "The signature or what it covers was changed after it was made, or somebody used another key under that name."
    ),
    (
      .signatureMismatch,
      "A signature is for one plan file, or for one run. A plan that was compiled again after a change has to be signed again."
    ),
    (
      .signatureExecute,
      "`execute` runs a runbook that comes out of the run itself, so nobody can have looked at it when the plan was signed."
    ),
    (
      .keyUnusable,
      "Keys are Ed25519 keys in PEM: 'PRIVATE KEY' (PKCS #8) to sign, 'PUBLIC KEY' (SPKI) to verify. `wct keygen FILE` makes a pair."
    ),
    (
      .keyExposed,
      "Whoever can read a private key can sign in its owner's name. Run `chmod 600` on it; where others may have read it, make a new one."
    ),
    (
      .attestationMismatch,
      "The store was changed, or holds another run under that name, or an artifact's content is damaged: it is not evidence for what the attestation says."
    ),
  ]

  private static let components: [(Rule, String)] = [
    (
      .sourceUnavailable,
      "A directory, file or database that can't be read would silently be one without findings. Mend its path or its permissions, then resume the run: only what failed is made again."
    ),
    (
      .sourceUnfit,
      "A connector that guessed at the form of what it reads could miss what stands in it. Name the right file, or the connector that is made for it."
    ),
    (
      .inputUnfit,
      "What an earlier step wrote was damaged or is of another version. `wct-exec verify` and a run without --reuse tell which."
    ),
    (
      .resultUnfit,
      "A result that does not fit its schema would make the next component fail, or count wrongly. It is a fault of the component: its version stands in the plan."
    ),
    (
      .rulesUnfit,
      "Rulesets travel in the plan. One that this program can't use was made by another version: compile the runbook again."
    ),
    (
      .propertyUnfit,
      "The value of a variable is known only when the plan runs, and what a component can use only to itself. The message names the property; set the variable to a value that fits, then resume the run."
    ),
  ]

  private static let plans: [(Rule, String)] = [
    (
      .planNotJSON,
      "A file that was cut off or is something else can't be run in part. Compile the runbook again."
    ),
    (
      .planStructure,
      "The machine guesses nothing: a field that is missing or unknown may be what a run depends on."
    ),
    (
      .planFormat,
      "A newer compiler may mean something that an older machine does not know. Use programs of one version."
    ),
    (
      .planAltered,
      "What was reviewed is what runs: a plan that was changed by hand, or on the way, is refused."
    ),
    (
      .planMeaning,
      "Such a plan could read what is not there yet. No compiler writes one; the file was made by something else."
    ),
    (
      .planComponent,
      "Another version of a component may give other results. Compile the runbook again with these programs."
    ),
    (
      .planUnsupported,
      "The plan is sound, and asks for something that this version can't do yet. A newer `wct-exec` may."
    ),
  ]

  private static let runs: [(Rule, String)] = [
    (
      .storeInputOutput,
      "What is not stored safely can't be resumed or shown. The message says what the system said."
    ),
    (
      .storeDiskFull,
      "A run stops before it loses anything; make space, then `wct resume` goes on."
    ),
    (
      .storeDamaged,
      "Every artifact is read with its digest, so damage is found and never becomes a result."
    ),
    (
      .storeMissing,
      "`wct runs` lists the runs of a store, `wct inspect RUN` its artifacts; --store names another store."
    ),
    (
      .storeHeld,
      "Two processes in one run would each undo what the other does. A run whose process died is free at once."
    ),
    (
      .storeNewer,
      "A newer version may keep what this one would destroy. Use the newer programs for this store."
    ),
    (
      .storeAmbiguous,
      "To go on with the wrong run can't be undone. A few more characters of the id make it one run."
    ),
    (
      .artifactFailed,
      "What needs it is skipped, and the rest goes on. `wct resume` tries again when the cause is gone."
    ),
    (
      .artifactTimeLimit,
      "The artifact's `timeout` was over, and what it had done so far is gone. Give it more time, or less to do."
    ),
    (
      .runTimeLimit,
      "The runbook's `config.timeout` was over. What is completed is kept, and `wct resume` goes on from there."
    ),
    (
      .runCostLimit,
      "The runbook's `config.cost_limit` was reached, so nothing was begun that costs. What is completed is kept."
    ),
    (
      .nestedRunFailed,
      "The runbook that an artifact holds is compiled and run as a run of its own; `wct runs` lists it."
    ),
    (
      .cancelUnclear,
      "`wct cancel` sends a signal only to the process of which the system says that it has the run's lock. A nested run shares the process of its parent, which would stop too."
    ),
    (
      .archiveUnfit,
      "An archive is imported only if it is, byte for byte, one that `wct export-run` could have written: every digest fits, the plan verifies, and nothing is missing or added. A run that is in the store is never replaced."
    ),
    (
      .runMissingVariable,
      "A run that lacks a password should say so before it begins, not after an hour. Set it, or use --env-file."
    ),
    (
      .runUnfitVariable,
      "A variable that is read when the plan runs can't be checked before; it must still be what the property takes."
    ),
    (
      .runMissingComponent,
      "The runbook compiles because the interface is known; the code is not part of this program."
    ),
    (
      .runUnfitReuse,
      "What is reused takes the place of an artifact that was checked, so it must be of the same schema."
    ),
    (
      .runStore,
      "What was completed before is stored; `wct resume` goes on from there when the store is well again."
    ),
    (
      .runUnfitState,
      "A run goes on with the plan that it began with. The store was changed by something else."
    ),
    (
      .requestsNotSent,
      "The service was tried several times, or it refused what it was sent. What was prepared is kept: `wct resume` sends the same batch again, and a service that has it does not carry it out twice."
    ),
    (
      .requestUnanswered,
      "The service lost the job, or ended it without this answer, as often as a request is sent in one run. `wct resume` sends the request again; the answers that are there are kept."
    ),
    (
      .tooManyRounds,
      "A component that always finds something more to ask would never come to an end, and every round may cost money."
    ),
    (
      .lineageNotDelivered,
      "The run itself is stored and stays as it is: 'wct resume RUN --openlineage URL' sends the events again, also those of a run that is completed."
    ),
  ]
}
