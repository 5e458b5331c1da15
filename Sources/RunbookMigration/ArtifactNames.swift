// Gives every connector and step of an older runbook an artifact id of its own.

/// Ids that are given out once each.
struct ArtifactNames {
  private var taken: Set<String> = []

  /// The id nearest to a name that no other has; `alternative` is tried before numbers are.
  mutating func take(_ name: String, or alternative: String? = nil) -> String {
    let id = Self.id(from: name)
    if taken.insert(id).inserted { return id }
    if let alternative, taken.insert(Self.id(from: alternative)).inserted {
      return Self.id(from: alternative)
    }
    var number = 2
    while !taken.insert("\(id)_\(number)").inserted { number += 1 }
    return "\(id)_\(number)"
  }

  /// A name as an id: a letter or '_', then letters, digits, '_' and '-'. What is no id by itself is set in small
  /// letters with '_' for everything else.
  private static func id(from name: String) -> String {
    let bytes = Array(name.utf8)
    let isID = !bytes.isEmpty && !isDigit(bytes[0]) && bytes[0] != 0x2D && bytes.allSatisfy(isAllowed)
    if isID { return name }
    var id: [UInt8] = []
    for byte in bytes {
      if isAllowed(byte) {
        id.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      } else if id.last != 0x5F {
        id.append(0x5F)
      }
    }
    while id.count > 1, id.last == 0x5F { id.removeLast() }
    while id.count > 1, id.first == 0x5F { id.removeFirst() }
    if id.isEmpty || isDigit(id[0]) || id[0] == 0x2D { id.insert(0x5F, at: 0) }
    return String(decoding: id, as: UTF8.self)
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || isDigit(byte) || byte == 0x5F
      || byte == 0x2D
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
