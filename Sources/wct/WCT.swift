// The compiler's command line: one file a subcommand, no logic here.
internal import ArgumentParser
internal import CommandSupport

@main
enum Main {
  static func main() { ProgramMain.run(WCT.self, reading: { Check.plain($0) }) }
}

struct WCT: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wct",
    abstract: "Compiles compliance runbooks: checks them, emits execution plans, and runs them.",
    discussion: """
      A runbook is a YAML file that declares data artifacts and how each derives from the others.
      Exit codes: 0 done, 1 the input has errors or the run failed, 2 wrong usage or unreadable path, \
      3 diff found changes, or there are findings that nobody accepted, \
      4 refused, 70 a bug in wct, 75 interrupted with work pending, 130/143 stopped by a signal.
      """,
    version: ToolchainVersion.text,
    // Each names itself: to derive a name from its type is slow, and would be done for all at every start.
    subcommands: [
      Check.self, Fmt.self, Migrate.self, Compile.self, Run.self, Diff.self, Show.self, Graph.self,
      Keygen.self, Sign.self, VerifySignature.self, Init.self, GenerateSchema.self, Connectors.self,
      Processors.self, Exporters.self, Rulesets.self, Explain.self, Resume.self, Poll.self, Runs.self,
      Inspect.self,
      Why.self, Report.self, Logs.self, Cancel.self, CollectGarbage.self, ExportRun.self, ImportRun.self,
      DiffRuns.self, Findings.self,
    ])
}
