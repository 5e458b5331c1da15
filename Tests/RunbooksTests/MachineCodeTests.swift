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
    // that look after runs, those from WCT5140 to WCT5149 of exports: no library gives them.
    let listed = Rule.all.map(\.code).filter {
      $0 > "WCT4" && $0 < "WCT6" && !("WCT4040"..<"WCT4060").contains($0)
        && !("WCT5060"..<"WCT5080").contains($0) && !("WCT5140"..<"WCT5150").contains($0)
    }
    #expect(codes.sorted() == listed)
  }
}
