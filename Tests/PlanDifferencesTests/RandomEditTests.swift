// Random edits of random runbooks are reported as exactly those causes, and reach exactly what they change.
import ComponentKit
import ExecutionPlan
import PlanDifferences
import TestSupport
import Testing

struct RandomEditTests {
  /// A runbook as values, so that it can be edited.
  struct Book {
    struct Artifact {
      var id: String
      /// Nil: a source.
      var inputs: [String]?
      var component: String?
      var value: Int
      var isOutput: Bool
      var isSensitive = false
    }

    var artifacts: [Artifact] = []

    init(using generator: inout SeededGenerator) {
      let count = Int.random(in: 4...30, using: &generator)
      for index in 0..<count {
        let isSource = index < 2 || Int.random(in: 0..<5, using: &generator) == 0
        var inputs: [String]?
        if !isSource {
          let chosen = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
            artifacts[Int.random(in: 0..<index, using: &generator)].id
          }
          inputs = chosen.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }
        let isSingle = inputs?.count == 1
        artifacts.append(
          Artifact(
            id: "a\(index)", inputs: inputs, component: isSingle ? "test_relabel" : nil, value: index * 100,
            isOutput: Bool.random(using: &generator)))
      }
    }

    var text: String {
      DifferenceTrial.runbook(
        artifacts.map { artifact in
          let flags =
            (artifact.isOutput ? ", output: true" : "") + (artifact.isSensitive ? ", sensitive: true" : "")
          guard let inputs = artifact.inputs else {
            return
              "\(artifact.id): {source: {type: filesystem, properties: {path: ./p\(artifact.value)}}\(flags)}"
          }
          let process = artifact.component.map {
            ", process: {type: \($0), properties: {label: \"l\(artifact.value)\"}}"
          }
          return "\(artifact.id): {inputs: [\(inputs.joined(separator: ", "))]\(process ?? "")\(flags)}"
        })
    }

    mutating func rename(_ index: Int, to id: String) {
      let old = artifacts[index].id
      artifacts[index].id = id
      for place in artifacts.indices {
        artifacts[place].inputs = artifacts[place].inputs?.map { $0 == old ? id : $0 }
      }
    }
  }

  /// What is to be found: kind, subject and what it was called before.
  struct Expected: Hashable, CustomStringConvertible {
    let kind: Cause.Kind
    let subject: String
    var previous: String?
    var description: String { "\(kind) \(previous.map { "\($0) → " } ?? "")\(subject)" }
  }

  @Test(arguments: 0..<150) func areExactlyTheCauses(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) &* 7919 &+ 1)
    let before = Book(using: &generator)
    var after = before
    var expected: Set<Expected> = []
    var places = Array(before.artifacts.indices).shuffled(using: &generator)
    for edit in 0..<Int.random(in: 1...4, using: &generator) {
      guard let place = places.popLast() else { break }
      apply(Int.random(in: 0..<5, using: &generator), edit, place, &after, &expected)
    }
    let difference = try DifferenceTrial.difference(before.text, after.text)
    let found = Set(
      difference.causes.map { Expected(kind: $0.kind, subject: $0.subject, previous: $0.previous) })
    #expect(found == expected, "\(before.text)\n---\n\(after.text)")
    #expect(difference.causes.count == expected.count)
    try expectReach(difference, before, after)
  }

  private func apply(
    _ kind: Int, _ edit: Int, _ place: Int, _ book: inout Book, _ expected: inout Set<Expected>
  ) {
    let id = book.artifacts[place].id
    switch kind {
    case 0 where book.artifacts[place].inputs == nil || book.artifacts[place].component != nil:
      book.artifacts[place].value += 1
      expected.insert(Expected(kind: .modified, subject: id))
    case 1:
      book.artifacts[place].isOutput.toggle()
      expected.insert(Expected(kind: .modified, subject: id))
    case 2:
      book.rename(place, to: "renamed\(edit)")
      expected.insert(Expected(kind: .renamed, subject: "renamed\(edit)", previous: id))
    case 3:
      book.artifacts.append(
        Book.Artifact(
          id: "new\(edit)", inputs: nil, component: nil, value: 900_000 + edit, isOutput: false))
      expected.insert(Expected(kind: .added, subject: "new\(edit)"))
    default:
      // Only what nothing reads can go without another edit.
      guard !book.artifacts.contains(where: { $0.inputs?.contains(id) ?? false }) else { return }
      guard !book.artifacts[place].id.hasPrefix("new") else { return }
      book.artifacts.removeAll { $0.id == id }
      // Further edits are at other places, which have moved: none is made below this one.
      book.artifacts.insert(
        Book.Artifact(
          id: "filler\(edit)", inputs: nil, component: nil, value: 800_000 + edit, isOutput: false),
        at: place)
      expected.insert(Expected(kind: .removed, subject: id))
      expected.insert(Expected(kind: .added, subject: "filler\(edit)"))
    }
  }

  /// What is made anew is what has another key than the artifact that it was.
  private func expectReach(_ difference: PlanDifference, _ before: Book, _ after: Book) throws {
    let old = try DifferenceTrial.plan(before.text).plan
    let new = try DifferenceTrial.plan(after.text).plan
    let keys = Set(old.instructions.map(\.key))
    let changed = new.instructions.filter { !keys.contains($0.key) }.count
    #expect(difference.totals.madeAnew == changed)
    #expect(difference.totals.reusable == new.instructions.count - changed)
    let states = difference.artifacts.reduce(into: [:]) { $0[$1.state, default: 0] += 1 }
    #expect(states[.affected] ?? 0 == difference.totals.affected)
    for artifact in difference.artifacts {
      #expect(artifact.causes.allSatisfy(difference.causes.indices.contains))
      #expect(!artifact.causes.isEmpty, "\(artifact)")
    }
  }
}
