// When two JSON values are the same: when their canonical bytes are.
//
// Swift's `==` on strings also equates composed and decomposed letters, whose bytes differ.

extension JSONValue: Hashable {
  /// Whether both have the same canonical bytes.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.bigInteger(let left), .bigInteger(let right)): left == right
    case (.double(let left), .double(let right)): left == right
    case (.string(let left), .string(let right)): haveSameBytes(left, right)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }

  /// Feeds what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .integer(let value): hasher.combine(value)
    case .bigInteger(let digits): hasher.combine(digits)
    case .double(let value): hasher.combine(value)
    case .string(let text): combineBytes(of: text, into: &hasher)
    case .array(let elements): hasher.combine(elements)
    case .object(let object): hasher.combine(object)
    }
  }
}

extension JSONObject.Member: Hashable {
  /// Whether both have the same key, byte by byte, and the same value.
  public static func == (left: Self, right: Self) -> Bool {
    haveSameBytes(left.key, right.key) && left.value == right.value
  }

  /// Feeds what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) {
    combineBytes(of: key, into: &hasher)
    hasher.combine(value)
  }
}

/// Feeds a text's bytes and their number; Swift's own hash of a string would bring it into a normal form first.
private func combineBytes(of text: String, into hasher: inout Hasher) {
  let bytes = text.utf8Span.span
  hasher.combine(bytes.count)
  // SAFETY: the buffer is read within the closure only.
  unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
}
