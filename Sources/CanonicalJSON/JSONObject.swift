// The members of a JSON object, kept in canonical order.

/// A JSON object: unique keys in the order of RFC 8785 (by UTF-16 code unit), so equal objects have equal bytes.
public struct JSONObject: Sendable, Hashable {
  /// One key and its value.
  public struct Member: Sendable {
    /// The name of the member.
    public let key: String
    /// What the member holds.
    public var value: JSONValue

    /// A member.
    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The members in canonical order.
  public private(set) var members: [Member]

  /// An object without members.
  public init() { members = [] }

  /// An object of these members; where a key stands twice, the later value holds.
  public init(_ pairs: some Sequence<(String, JSONValue)>) {
    self.init(members: pairs.map { Member(key: $0.0, value: $0.1) })
  }

  /// An object of these members; where a key stands twice, the later value holds.
  public init(members unsorted: [Member]) {
    var sorted = unsorted
    if !Self.isStrictlySorted(sorted) {
      Self.sort(&sorted)
      // Equal keys keep their order, so the last of them stays last.
      if !Self.isStrictlySorted(sorted) { sorted = Self.keepingLast(sorted) }
    }
    members = sorted
  }

  /// An object of these members, if they stand in canonical order, each key once.
  init?(sorted members: [Member]) {
    guard Self.isStrictlySorted(members) else { return nil }
    self.members = members
  }

  /// An object of these members, or the first key that stands twice.
  init(unique unsorted: [Member]) throws(DuplicateKey) {
    members = unsorted
    members.sort { isCanonicallyOrdered($0.key, before: $1.key) }
    for index in members.indices.dropFirst()
    where haveSameBytes(members[index - 1].key, members[index].key) {
      throw DuplicateKey(key: members[index].key)
    }
  }

  struct DuplicateKey: Error { let key: String }

  /// The value of a key; setting nil removes the member.
  public subscript(key: String) -> JSONValue? {
    get { index(of: key).map { members[$0].value } }
    set {
      let index = insertionIndex(of: key)
      let isPresent = index < members.count && haveSameBytes(members[index].key, key)
      switch (isPresent, newValue) {
      case (true, let value?): members[index].value = value
      case (true, nil): members.remove(at: index)
      case (false, let value?): members.insert(Member(key: key, value: value), at: index)
      case (false, nil): break
      }
    }
  }

  /// Whether a member of the first key stands before one of the second.
  public static func isOrdered(_ left: String, before right: String) -> Bool {
    isCanonicallyOrdered(left, before: right)
  }

  /// Whether there is a member of a key.
  public func contains(_ key: String) -> Bool { index(of: key) != nil }

  /// Whether there are no members.
  public var isEmpty: Bool { members.isEmpty }
  /// How many members there are.
  public var count: Int { members.count }
  /// The keys in canonical order.
  public var keys: [String] { members.map(\.key) }

  private func index(of key: String) -> Int? {
    // Most objects are small, and most keys differ in length already.
    if members.count <= 16 {
      for index in members.indices where haveSameBytes(members[index].key, key) { return index }
      return nil
    }
    let index = insertionIndex(of: key)
    return index < members.count && haveSameBytes(members[index].key, key) ? index : nil
  }

  private func insertionIndex(of key: String) -> Int {
    var low = 0
    var high = members.count
    while low < high {
      let middle = (low + high) / 2
      if isCanonicallyOrdered(members[middle].key, before: key) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func isStrictlySorted(_ members: [Member]) -> Bool {
    for index in members.indices.dropFirst()
    where !isCanonicallyOrdered(members[index - 1].key, before: members[index].key) {
      return false
    }
    return true
  }

  /// Sorts stably; most objects are small, and are sorted in place.
  private static func sort(_ members: inout [Member]) {
    guard members.count <= 16 else {
      members.sort { isCanonicallyOrdered($0.key, before: $1.key) }
      return
    }
    for end in members.indices.dropFirst() {
      var place = end
      while place > 0, isCanonicallyOrdered(members[place].key, before: members[place - 1].key) {
        members.swapAt(place, place - 1)
        place -= 1
      }
    }
  }

  private static func keepingLast(_ sorted: [Member]) -> [Member] {
    var result: [Member] = []
    for member in sorted {
      if let last = result.last, haveSameBytes(last.key, member.key) { result.removeLast() }
      result.append(member)
    }
    return result
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// An object of these members; where a key stands twice, the later value holds.
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}
