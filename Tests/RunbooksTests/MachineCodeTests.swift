// Every code that the machine can leave with is one that `wct explain` knows, and the other way round.
import ExecutionPlan
import PlanMachine
import PlanSignatures
import RunHistory
import Runbooks
import Testing

@Suite struct MachineCodeTests {
  @Test func everyCodeIsListed() {
    let codes =
      PlanError.Code.allCases.map(\.rawValue) + StoreError.Code.allCases.map(\.rawValue)
      + MachineError.Code.allCases.map(\.rawValue) + FailureCode.allCases.map(\.rawValue)
      + SignatureError.Code.allCases.map(\.rawValue)
    // Those from WCT4040 to WCT4059 are of commands that compare plans, those from WCT5060 to WCT5079 of commands
    // that look after runs, those from WCT5140 to WCT5149 of exports, those from WCT6020 to WCT6059 of rulesets, and
    // those from WCT6060 to WCT6079 of what a run is told to: no library gives them.
    let ofCommands = [
      "WCT4040"..<"WCT4060", "WCT5060"..<"WCT5080", "WCT5140"..<"WCT5150", "WCT6020"..<"WCT6060",
      "WCT6060"..<"WCT6080",
    ]
    let listed = Rule.all.map(\.code).filter { code in
      code > "WCT4" && code < "WCT7" && !ofCommands.contains { $0.contains(code) }
    }
    #expect(codes.sorted() == listed)
  }
}
