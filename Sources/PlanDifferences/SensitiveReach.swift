// Where sensitive data gets to in one plan.
internal import ComponentKit
internal import ExecutionPlan

/// Where an instruction's data leaves the run, or is handed on.
struct FlowEnds: OptionSet {
  let rawValue: UInt8

  static let output = FlowEnds(rawValue: 1)
  static let network = FlowEnds(rawValue: 2)
  static let llm = FlowEnds(rawValue: 4)
  static let subprocess = FlowEnds(rawValue: 8)

  /// By name.
  static let named: [(end: FlowEnds, name: SensitiveFlow.End)] = [
    (.llm, .llm), (.network, .network), (.output, .output), (.subprocess, .subprocess),
  ]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ capabilities: Set<Capability>) {
    self = []
    for capability in capabilities {
      switch capability {
      case .network: insert(.network)
      case .llm: insert(.llm)
      case .subprocess: insert(.subprocess)
      case .filesystem: break
      }
    }
  }
}

/// Which of up to 64 groups of origins each instruction of one plan holds data of.
struct SensitiveReach {
  private let plan: ComparablePlan
  private let origins: [[Int]]
  /// What each instruction is handed.
  private var entering: [UInt64]
  /// What its own value holds.
  private var holding: [UInt64]

  init(_ plan: ComparablePlan, _ origins: [[Int]]) {
    self.plan = plan
    self.origins = origins
    let count = plan.instructions.count
    entering = Array(repeating: 0, count: count)
    holding = entering
    var seeds: [Int: UInt64] = [:]
    for (bit, group) in origins.enumerated() {
      for index in group { seeds[index, default: 0] |= 1 << UInt64(bit) }
    }
    guard !seeds.isEmpty else { return }
    for index in plan.instructions.indices {
      let instruction = plan.instructions[index]
      var word: UInt64 = 0
      for operand in instruction.operands { word |= holding[operand.value] }
      entering[index] = word
      holding[index] =
        (instruction.flags.contains(.tainted) ? word : 0)
        | (instruction.flags.contains(.tainted) || instruction.flags.contains(.sensitive)
          ? seeds[index] ?? 0 : 0)
    }
  }

  /// The origins whose data gets to an end of an instruction.
  func word(at index: Int, _ end: FlowEnds) -> UInt64 {
    end == .output ? holding[index] : entering[index]
  }

  func origin(_ bit: Int) -> Int { origins[bit].first ?? 0 }

  /// A way from an origin to an instruction, first things first.
  func way(_ bit: Int, to sink: Int) -> [Int] {
    let mask: UInt64 = 1 << UInt64(bit)
    let own = Set(origins[bit])
    var way = [sink]
    var current = sink
    while !own.contains(current),
      let next = plan.instructions[current].operands.first(where: { holding[$0.value] & mask != 0 })
    {
      current = next.value
      way.append(current)
    }
    return way.reversed()
  }
}
