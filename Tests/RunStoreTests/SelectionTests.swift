import ExecutionPlan
import PlanMachine
import RunHistory
import RunStore
import Testing

/// Which run is meant.
@Suite struct SelectionTests {
  private let directory: TemporaryDirectory
  private let store: RunStore

  init() throws {
    directory = try TemporaryDirectory()
    store = try RunStore(creating: directory.path)
  }

  private func create(_ path: String? = nil) throws -> RunID {
    var plan = try TestPlan(name: "Shop")
    try plan.source("a")
    return try store.create(plan.newRun(path: path)).record.id
  }

  @Test func latestIsTheOneThatWasBegunLast() throws {
    #expect(try #require(throws: StoreError.self) { try store.find("latest") }.code == .missing)
    _ = try create()
    let second = try create()
    let match = try store.find("latest")
    #expect(match.record.id == second)
    #expect(match.kind == .latest)
    #expect(match.record.runbookName == "Shop")
  }

  @Test func idAndUniquePrefixFindARun() throws {
    let ids = try (0..<20).map { _ in try create() }
    for id in ids {
      #expect(try store.find(id.text).kind == .id)
      let prefix = String(id.text.prefix(11))
      #expect(try store.find(prefix).record.id == id)
      #expect(try store.find(prefix).kind == .prefix)
    }
  }

  @Test func prefixOfSeveralRunsIsAnErrorThatNamesThem() throws {
    // More runs than letters: two begin alike.
    let ids = try (0..<27).map { _ in try create().text }
    let letters = Dictionary(grouping: ids) { $0.prefix(1) }
    let (letter, alike) = try #require(letters.first { $0.value.count > 1 })
    let error = try #require(throws: StoreError.self) { try store.find(String(letter)) }
    #expect(error.code == .ambiguous)
    for id in alike { #expect(error.message.contains(id)) }
  }

  @Test func runbookPathFindsItsNewestRun() throws {
    _ = try create("books/shop.yaml")
    let newest = try create("./books//shop.yaml")
    _ = try create("other.yaml")
    let match = try store.find("books/./shop.yaml")
    #expect(match.record.id == newest)
    #expect(match.kind == .runbookPath)
    #expect(match.record.runbookPath == "./books//shop.yaml")
  }

  @Test(arguments: ["", "*", "zzzzzzzzzzzzzzz", "a%", "?", "nothing.yaml", "A", "é"])
  func anythingElseIsMissing(reference: String) throws {
    _ = try create()
    #expect(try #require(throws: StoreError.self) { try store.find(reference) }.code == .missing)
  }

  @Test func runsAreListedNewestFirst() throws {
    #expect(try store.runs().isEmpty)
    let ids = try (0..<3).map { _ in try create() }
    #expect(try store.runs().map(\.record.id) == ids.reversed())
  }

  @Test func idsAreRandomLettersAndDigits() {
    let ids = (0..<1_000).map { _ in RunID.random().text }
    #expect(Set(ids).count == 1_000)
    for id in ids {
      #expect(id.utf8.count == 12)
      #expect(id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x32...0x37).contains($0) })
      #expect(id.utf8.first.map { (0x61...0x7A).contains($0) } == true)
    }
  }
}
