// The machine's command line: one file a subcommand, no logic here.
internal import ArgumentParser
internal import CommandSupport

@main
enum Main {
  static func main() { ProgramMain.run(WCTExec.self) }
}

struct WCTExec: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wct-exec",
    abstract: "Runs execution plans that wct compiled.",
    discussion: """
      The machine runs a plan by dataflow: an artifact starts when its last input is stored. Every change is in \
      the store before anything that depends on it starts, so a run can be resumed after any end.
      Exit codes: 0 done, 1 the run failed, 2 wrong usage or unreadable path, 3 new findings, or \
      findings that nobody accepted, 4 refused (plan not verified or not signed as required, or \
      the run is held by another process), 70 a bug, 75 interrupted with work pending, 130/143 stopped by a signal.
      """,
    version: ToolchainVersion.text,
    subcommands: [
      RunPlan.self, VerifyPlan.self, ForecastPlan.self, ResumeRun.self, PollRun.self, ListRuns.self,
      InspectRun.self,
      WhyRun.self, ReportRun.self, ShowLogs.self, CancelRun.self, CollectGarbage.self, ExportRun.self,
      ImportRun.self, DiffRuns.self, ListFindings.self, VerifyAttestation.self,
    ])
}
