// Collects a listing and hands it on in large pieces, so that a long one never stands in memory whole.

/// Where a listing goes.
package struct ListingSink: ~Copyable {
  private let receive: ([UInt8]) -> Bool
  private var buffer: [UInt8] = []
  /// False once nobody reads any more.
  private(set) var isOpen = true

  private static let size = 1 << 16

  /// - Parameter receive: Takes the next piece; false when nobody reads any more.
  package init(_ receive: @escaping ([UInt8]) -> Bool) { self.receive = receive }

  mutating func line(_ text: String = "") {
    buffer.append(contentsOf: text.utf8)
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= Self.size { flush() }
  }

  mutating func write(_ bytes: [UInt8]) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.size { flush() }
  }

  /// Hands on what is left; false when nobody read it.
  @discardableResult
  package mutating func flush() -> Bool {
    if isOpen, !buffer.isEmpty { isOpen = receive(buffer) }
    buffer.removeAll(keepingCapacity: true)
    return isOpen
  }
}
