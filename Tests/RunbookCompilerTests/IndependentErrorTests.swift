// Two mistakes that have nothing to do with each other are both found in one run, whichever passes find them, and
// nothing else is: what only follows from a mistake is not one.
import Diagnostics
import EnvironmentFiles
import Rulesets
import RunbookCompiler
import TestSupport
import Testing

struct IndependentErrorTests {
  private let directory: TemporaryDirectory
  private let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = try directory.write("main.yaml", PlantedRunbook().main)
    try directory.write("child.yaml", PlantedRunbook().child)
  }

  @Test func sampleHasNoErrors() { #expect(errors(of: PlantedRunbook()).isEmpty) }

  @Test(arguments: PlantedError.all)
  func oneMistakeIsOneError(_ error: PlantedError) {
    var runbook = PlantedRunbook()
    let isPlanted = runbook.plant(error)
    #expect(isPlanted)
    let found = errors(of: runbook)
    #expect(found.map(\.rule) == [error.rule], "\(error): \(found.map(\.message))")
  }

  /// Every pair whose edits do not touch the same words.
  @Test(arguments: PlantedError.all)
  func twoMistakesAreTwoErrors(_ first: PlantedError) {
    var pairs = 0
    for second in PlantedError.all where second.description > first.description {
      var runbook = PlantedRunbook()
      guard runbook.plant(first), runbook.plant(second) else { continue }
      pairs += 1
      var expected = [first.rule.code, second.rule.code]
      if first.hides.contains(second.description) { expected = [first.rule.code] }
      if second.hides.contains(first.description) { expected = [second.rule.code] }
      let found = errors(of: runbook)
      #expect(
        found.map(\.rule.code).sorted() == expected.sorted(), "\(first) + \(second): \(found.map(\.message))")
    }
    let others = PlantedError.all.count { $0.description > first.description }
    #expect(pairs * 4 >= others * 3, "too many edits overlap: \(pairs) of \(others)")
  }

  private func errors(of runbook: PlantedRunbook) -> [Diagnostic] {
    var options = CompilerOptions(
      catalog: FixtureCatalog.catalog, rulesets: RulesetLibrary(directories: []),
      environment: Environment(process: [:]))
    options.texts = ["\(directory.path)/child.yaml": Array(runbook.child.utf8)]
    let result = Compiler(options).compile(text: Array(runbook.main.utf8), name: path, goal: .check)
    return result.diagnostics.filter { $0.severity == .error }
  }
}
