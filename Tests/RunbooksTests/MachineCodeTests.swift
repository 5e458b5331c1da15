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
    // From WCT4040 on they are those of commands that compare plans.
    let listed = Rule.all.map(\.code).filter { $0 < "WCT4040" && $0 > "WCT4" || $0.hasPrefix("WCT5") }
    #expect(codes.sorted() == listed)
  }
}
