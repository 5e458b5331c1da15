// The order of the passes keeps to what each pass says it builds on.
import RunbookCompiler
import Testing

struct PassOrderTests {
  @Test func everyPassComesAfterThoseItBuildsOn() {
    var done: Set<String> = []
    for (name, requires) in Compiler.passOrder {
      for required in requires { #expect(done.contains(required), "\(name) comes before \(required)") }
      #expect(done.insert(name).inserted, "\(name) runs twice")
    }
    #expect(done.count > 5)
  }
}
