// How far each cause reaches along the operands. Knows nothing of what the causes are.
internal import ExecutionPlan

/// Follows many causes through a plan at once.
///
/// 64 causes go along in one walk over the instructions, so the time is instructions × causes / 64. Beyond
/// ``exactCauses`` causes only the totals are exact, and a single cause's downstream is not counted.
struct BlastRadius {
  static let exactCauses = 4096

  /// What is downstream of any cause, and made anew for that reason alone; by the newer plan's instructions.
  private(set) var isDownstream: [Bool]
  /// What a cause that changes meaning touches itself.
  private(set) var isTouched: [Bool]
  /// The first causes of each instruction, by their places; of what is touched or downstream.
  private(set) var causes: [[Int32]]
  private(set) var reaches: [Reach]

  private let new: ComparablePlan
  private let matching: InstructionMatching
  /// What the instructions of the newer plan took the last time; nil: nothing was looked up.
  private let effort: [(seconds: Double?, cost: Double?)]?
  /// Which instructions of the newer plan count at all.
  private let isSelected: (Int) -> Bool

  init(
    _ new: ComparablePlan, _ matching: InstructionMatching, _ causes: [TouchingCause],
    effort: [(seconds: Double?, cost: Double?)]?, isSelected: @escaping (Int) -> Bool
  ) {
    (self.new, self.matching) = (new, matching)
    (self.effort, self.isSelected) = (effort, isSelected)
    isDownstream = Array(repeating: false, count: new.instructions.count)
    isTouched = isDownstream
    self.causes = Array(repeating: [], count: new.instructions.count)
    reaches = causes.map { _ in Reach() }
    for entry in causes where entry.changesMeaning { for index in entry.new { isTouched[index] = true } }
    let exact = min(causes.count, Self.exactCauses)
    for start in stride(from: 0, to: exact, by: 64) {
      follow(causes, start..<min(start + 64, exact))
    }
    if causes.count > exact { followTogether(causes, exact..<causes.count) }
  }

  /// Up to 64 causes, a bit each, through the newer plan.
  private mutating func follow(_ causes: [TouchingCause], _ range: Range<Int>) {
    let (touched, words) = walk(causes, range)
    var (counter, outputs) = (PositionalCounter(), PositionalCounter())
    var listed = [Int](repeating: 0, count: range.count)
    for index in words.indices where (words[index] | touched[index]) != 0 {
      note(words[index] | touched[index], at: index, range)
      // An artifact that is new has nothing that could be made anew.
      let downstream = matching.oldIndex(ofNew: index) == nil ? 0 : words[index] & ~touched[index]
      if downstream != 0 { isDownstream[index] = true }
      guard isSelected(index) else { continue }
      let all = downstream | touched[index]
      counter.add(downstream)
      if new.instructions[index].flags.contains(.output) {
        outputs.add(all)
        list(index, all, range, &listed)
      }
      if effort != nil { addEffort(index, all, range) }
    }
    for cause in range {
      reaches[cause].downstream = counter.count(cause - range.lowerBound)
      reaches[cause].outputs = outputs.count(cause - range.lowerBound)
    }
  }

  /// For each instruction of the newer plan the causes that touch it, and those that it is downstream of.
  ///
  /// What is new or gone reaches nothing by itself: whoever reads it, or read it, was given other inputs.
  private func walk(_ causes: [TouchingCause], _ range: Range<Int>) -> (touched: [UInt64], words: [UInt64]) {
    var touched = [UInt64](repeating: 0, count: new.instructions.count)
    var carried: UInt64 = 0
    for cause in range where causes[cause].changesMeaning {
      let bit: UInt64 = 1 << UInt64(cause - range.lowerBound)
      if causes[cause].cause.kind != .added { carried |= bit }
      for index in causes[cause].new { touched[index] |= bit }
    }
    var words = [UInt64](repeating: 0, count: touched.count)
    for index in words.indices {
      var word: UInt64 = 0
      for operand in new.instructions[index].operands {
        word |= words[operand.value] | (touched[operand.value] & carried)
      }
      words[index] = word
    }
    return (touched, words)
  }

  private mutating func note(_ word: UInt64, at index: Int, _ range: Range<Int>) {
    let missing = ArtifactComparison.listedCauses - causes[index].count
    guard missing > 0 else { return }
    causes[index] += Self.bits(of: word).prefix(missing).map {
      Int32(truncatingIfNeeded: range.lowerBound + $0)
    }
  }

  private mutating func list(_ index: Int, _ word: UInt64, _ range: Range<Int>, _ listed: inout [Int]) {
    for bit in Self.bits(of: word) where listed[bit] < Reach.shownOutputs {
      listed[bit] += 1
      reaches[range.lowerBound + bit].firstOutputs.append(new.id(at: index))
    }
  }

  private mutating func addEffort(_ index: Int, _ word: UInt64, _ range: Range<Int>) {
    guard let effort else { return }
    for bit in Self.bits(of: word) {
      reaches[range.lowerBound + bit].effort.add(seconds: effort[index].seconds, cost: effort[index].cost)
    }
  }

  /// Causes beyond those that are followed one by one: what all of them reach.
  private mutating func followTogether(_ causes: [TouchingCause], _ range: Range<Int>) {
    let together = causes[range].filter { $0.changesMeaning && $0.cause.kind != .added }
    var joined = TouchingCause(
      cause: Cause(kind: .modified, subject: "", previous: nil), changesMeaning: true)
    joined.new = together.flatMap(\.new)
    let (touched, words) = walk([joined], 0..<1)
    for index in words.indices where words[index] & ~touched[index] != 0 {
      if matching.oldIndex(ofNew: index) != nil { isDownstream[index] = true }
    }
    for (cause, entry) in zip(range, causes[range]) {
      for index in entry.new { self.causes[index].append(Int32(truncatingIfNeeded: cause)) }
      reaches[cause].downstream = entry.changesMeaning ? nil : 0
    }
  }

  private static func bits(of word: UInt64) -> BitPlaces { BitPlaces(word: word) }

  /// The places of the bits that are set, from the lowest.
  struct BitPlaces: Sequence, IteratorProtocol {
    var word: UInt64

    mutating func next() -> Int? {
      guard word != 0 else { return nil }
      defer { word &= word - 1 }
      return word.trailingZeroBitCount
    }
  }
}
