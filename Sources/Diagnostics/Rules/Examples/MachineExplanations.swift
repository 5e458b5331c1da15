// Explanations of what can be wrong with the store, with runs and with what components do.

extension RuleExplanation {
  static var machineExplanations: [RuleExplanation] { stores + runs + variables + components + rare }

  private static let run = "wct run -q runbook.yaml"
  private static let read = RuleExample.read("./data")
  private static let found = RuleExample.session(read, run)

  // MARK: The store

  private static let stores: [RuleExplanation] = [
    RuleExplanation(
      .storeDamaged,
      why: "Every artifact is read with its digest, so damage is found and never becomes a result.",
      bad: .session(read, after: [run, "truncate -s 100 .wct/store.db"], "wct runs"),
      good: .session(read, after: [run], "wct runs")),
    RuleExplanation(
      .storeMissing,
      why:
        "`wct runs` lists the runs of a store, `wct inspect RUN` its artifacts; --store names another store.",
      bad: .session(read, after: [run], "wct inspect yesterday"),
      good: .session(read, after: [run], "wct inspect latest")),
    RuleExplanation(
      .archiveUnfit,
      why: """
        An archive is imported only if it is, byte for byte, one that `wct export-run` could have written: every \
        digest fits, the plan verifies, and nothing is missing or added. A run that is in the store is never replaced.
        """,
      bad: .session(read, after: [run, export, "truncate -s 1000 run.zip"], importing),
      good: .session(read, after: [run, export], importing)),
  ]

  private static let export = "wct export-run latest -o run.zip"
  private static let importing = "wct import-run run.zip --store other"

  // MARK: Runs

  private static let runs: [RuleExplanation] = [
    RuleExplanation(
      .artifactTimeLimit,
      why:
        "The artifact's `timeout` was over, and what it had done so far is gone. Give it more time, or less to do.",
      bad: .session(limited("0.000001"), run), good: .session(limited("60"), run)),
    RuleExplanation(
      .runTimeLimit,
      why:
        "The runbook's `config.timeout` was over. What is completed is kept, and `wct resume` goes on from there.",
      bad: configured("0.000001"), good: configured("60")),
    RuleExplanation(
      .nestedRunFailed,
      why: "The runbook that an artifact holds is compiled and run as a run of its own; `wct runs` lists it.",
      bad: nested(process: "personal_dates"), good: nested(process: "personal_data")),
    RuleExplanation(
      .runUnfitReuse,
      why:
        "What is reused takes the place of an artifact that was checked, so it must be of the same schema.",
      bad: reusing("letters"), good: reusing("files")),
  ]

  private static func limited(_ timeout: String) -> String {
    """
      files:
        source: {type: filesystem, properties: {path: ./data}}
        timeout: \(timeout)
        output: true

    """
  }

  private static func configured(_ timeout: String) -> RuleExample {
    let text = RuleExample.header + "config: {timeout: \(timeout)}\nartifacts:\n" + read
    return RuleExample([.text(RuleExample.runbook, text), RuleExample.letter], command: run)
  }

  private static func nested(process: String) -> RuleExample {
    let text = RuleExample.nested("./data", process: process)
    return RuleExample([.text(RuleExample.runbook, text), RuleExample.letter], command: run)
  }

  private static func reusing(_ artifact: String) -> RuleExample {
    let later = """
        files:
          reuse: {from_run: latest, artifact: \(artifact)}
          output_schema: standard_input
          output: true
      """
    let file = RuleExample.File.text("later.yaml", RuleExample.header + "artifacts:\n" + later)
    return .session(read, after: [run], beside: [RuleExample.letter, file], "wct run -q later.yaml")
  }

  // MARK: Variables

  private static let variables: [RuleExplanation] = [
    RuleExplanation(
      .runMissingVariable,
      why:
        "A run that lacks a password should say so before it begins, not after an hour. Set it, or use --env-file.",
      bad: .session(RuleExample.read("${FOLDER}"), run + " --late-bind FOLDER"),
      good: .session(
        RuleExample.read("${FOLDER}"), run + " --late-bind FOLDER", variables: ["FOLDER": "./data"])),
    RuleExplanation(
      .runUnfitVariable,
      why:
        "A variable that is read when the plan runs can't be checked before; it must still be what the property takes.",
      bad: limitedFiles("many"), good: limitedFiles("100")),
    RuleExplanation(
      .propertyUnfit,
      why: """
        The value of a variable is known only when the plan runs, and what a component can use only to itself. The \
        message names the property; set the variable to a value that fits, then resume the run.
        """,
      bad: encoded("utf-9"), good: encoded("utf-8")),
  ]

  private static func limitedFiles(_ count: String) -> RuleExample {
    .session(
      RuleExample.read("./data", ", max_files: \"${LIMIT}\""), run + " --late-bind LIMIT",
      variables: ["LIMIT": count])
  }

  private static func encoded(_ encoding: String) -> RuleExample {
    .session(
      RuleExample.read("./data", ", encoding: \"${ENCODING}\""), run + " --late-bind ENCODING",
      variables: ["ENCODING": encoding])
  }

  // MARK: Components

  private static let components: [RuleExplanation] = [
    RuleExplanation(
      .sourceUnavailable,
      why: """
        A directory, file or database that can't be read would silently be one without findings. Mend its path or its \
        permissions, then resume the run: only what failed is made again.
        """,
      bad: .session(RuleExample.read("./dta"), run), good: found),
    RuleExplanation(
      .sourceUnfit,
      why: """
        A connector that guessed at the form of what it reads could miss what stands in it. Name the right file, or \
        the connector that is made for it.
        """,
      bad: .session(
        """
          letters:
            source: {type: sqlite, properties: {database_path: ./data/letter.txt}}
            output: true
        """, run),
      good: .session(
        """
          letters:
            source: {type: filesystem, properties: {path: ./data/letter.txt}}
            output: true
        """, run)),
  ]

  // MARK: What takes more than files and commands

  private static let rare: [RuleExplanation] = rarities.map {
    RuleExplanation($0, why: $1, withoutExample: $2)
  }

  private static let rarities: [(Rule, why: String, reason: String)] = [
    (
      .storeInputOutput,
      "What is not stored safely can't be resumed or shown. The message says what the system said.",
      "it takes a disk or a file system that fails."
    ),
    (
      .storeDiskFull, "A run stops before it loses anything; make space, then `wct resume` goes on.",
      "it takes a full disk."
    ),
    (
      .storeHeld,
      "Two processes in one run would each undo what the other does. A run whose process died is free at once.",
      "it takes two processes at the same time."
    ),
    (
      .storeNewer,
      "A newer version may keep what this one would destroy. Use the newer programs for this store.",
      "it takes a version that is not there yet."
    ),
    (
      .storeAmbiguous,
      "To go on with the wrong run can't be undone. A few more characters of the id make it one run.",
      "the ids of runs are made by chance."
    ),
    (
      .artifactFailed,
      "What needs it is skipped, and the rest goes on. `wct resume` tries again when the cause is gone.",
      "it is what is left when no code says more exactly why a component failed."
    ),
    (
      .runCostLimit,
      "The runbook's `config.cost_limit` was reached, so nothing was begun that costs. What is completed is kept.",
      "it takes a service that asks for money."
    ),
    (
      .cancelUnclear,
      "`wct cancel` sends a signal only to the process of which the system says that it has the run's lock. A nested run shares the process of its parent, which would stop too.",
      "it takes a run that goes on."
    ),
    (
      .runMissingComponent,
      "The runbook compiles because the interface is known; the code is not part of this program.",
      "it depends on what `wct-exec` was built with."
    ),
    (
      .runStore,
      "What was completed before is stored; `wct resume` goes on from there when the store is well again.",
      "it takes a store that breaks while a run goes on."
    ),
    (
      .runUnfitState,
      "A run goes on with the plan that it began with. The store was changed by something else.",
      "it takes a store that something else wrote to."
    ),
    (
      .requestsNotSent,
      "The service was tried several times, or it refused what it was sent. What was prepared is kept: `wct resume` sends the same batch again, and a service that has it does not carry it out twice.",
      "it takes a service to ask."
    ),
    (
      .requestUnanswered,
      "The service lost the job, or ended it without this answer, as often as a request is sent in one run. `wct resume` sends the request again; the answers that are there are kept.",
      "it takes a service to ask."
    ),
    (
      .tooManyRounds,
      "A component that always finds something more to ask would never come to an end, and every round may cost money.",
      "no built-in component asks so often."
    ),
    (
      .inputUnfit,
      "What an earlier step wrote was damaged or is of another version. `wct-exec verify` and a run without --reuse tell which.",
      "what components write is checked, so it takes a store that was changed."
    ),
    (
      .resultUnfit,
      "A result that does not fit its schema would make the next component fail, or count wrongly. It is a fault of the component: its version stands in the plan.",
      "it takes a component with a fault."
    ),
    (
      .rulesUnfit,
      "Rulesets travel in the plan. One that this program can't use was made by another version: compile the runbook again.",
      "it takes the programs of two versions."
    ),
    (
      .lineageNotDelivered,
      "The run itself is stored and stays as it is: 'wct resume RUN --openlineage URL' sends the events again, also those of a run that is completed.",
      "it takes a service that collects lineage."
    ),
  ]
}
