// Finds an artifact's id among those of a plan's instructions. Knows nothing else of them.
internal import CanonicalJSON

/// A hash table of the ids of some instructions: open addressing, eight bytes a place.
///
/// Half the memory of a set of ids, and a fraction of its time: an id is ASCII, so no text is normalised.
package struct ArtifactIDTable: Sendable {
  /// Zero for an empty place; else the upper half of the id's hash, then the instruction's number from 1.
  private var places: [UInt64]
  private let mask: Int
  /// Chosen anew for each table, so that no plan can be written whose ids collide.
  private let seed = (UInt64.random(in: 1...UInt64.max), UInt64.random(in: 1...UInt64.max))
  /// The number of the first instruction whose id an earlier one has.
  private(set) var firstDuplicate: Int?

  init(of instructions: [Instruction]) {
    var capacity = 16
    while capacity < 2 * instructions.count { capacity *= 2 }
    places = Array(repeating: 0, count: capacity)
    mask = capacity - 1
    for index in instructions.indices where !insert(index, instructions.span) {
      firstDuplicate = index
      return
    }
  }

  /// The number of the instruction with the id, among those that this was made of.
  package func index(of id: ArtifactID, in instructions: [Instruction]) -> Int? {
    let entry = places[place(of: id.text, hash(id.text.utf8Span.span), instructions.span)]
    return entry == 0 ? nil : Int(entry & 0xFFFF_FFFF) - 1
  }

  /// Whether the id was not there before.
  private mutating func insert(_ index: Int, _ instructions: Span<Instruction>) -> Bool {
    let text = instructions[index].id.text
    let hash = hash(text.utf8Span.span)
    let place = place(of: text, hash, instructions)
    guard places[place] == 0 else { return false }
    places[place] = hash & ~0xFFFF_FFFF | UInt64(UInt32(truncatingIfNeeded: index + 1))
    return true
  }

  /// The place that holds the id, or where it belongs.
  private func place(of id: String, _ hash: UInt64, _ instructions: Span<Instruction>) -> Int {
    var place = Int(truncatingIfNeeded: hash) & mask
    while places[place] != 0 {
      let entry = places[place]
      if entry >> 32 == hash >> 32 {
        if haveSameBytes(id, instructions[Int(entry & 0xFFFF_FFFF) - 1].id.text) { return place }
      }
      place = (place + 1) & mask
    }
    return place
  }

  /// Multiplies each word into the state and folds the product (as in W. Yi's wyhash).
  private func hash(_ text: Span<UInt8>) -> UInt64 {
    var state = seed.0 ^ UInt64(text.count)
    var offset = 0
    while offset < text.count {
      var (word, shift) = (UInt64(0), UInt64(0))
      let end = min(offset &+ 8, text.count)
      while offset < end {
        word |= UInt64(text[offset]) &<< shift
        (offset, shift) = (offset &+ 1, shift &+ 8)
      }
      let product = (state ^ word).multipliedFullWidth(by: seed.1 | 1)
      state = product.low ^ product.high
    }
    let product = (state ^ seed.1).multipliedFullWidth(by: seed.0 | 1)
    return product.low ^ product.high
  }
}
