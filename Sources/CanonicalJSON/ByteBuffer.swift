// Bytes that grow at their end by many small pieces. Knows nothing of JSON but which bytes it can't write.

/// A growing text: pieces are stored word by word into room that is already there.
///
/// An array's own `append` checks, calls and moves for every piece, which is most of what writing a small one costs.
struct ByteBuffer: Sendable {
  /// Behind what is appended there is always room for words that are stored whole.
  private static var slack: Int { 16 }

  /// What was appended, then room, which holds anything.
  private var storage: [UInt8] = []
  private(set) var count = 0

  /// What was appended, copied.
  var bytes: [UInt8] { Array(storage[..<count]) }

  /// Calls `body` with what was appended.
  func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    body(storage.span.extracting(0..<count))
  }

  /// Forgets what was appended and keeps the memory.
  mutating func removeAll() { count = 0 }

  /// What was appended, which is then forgotten; no copy is made.
  mutating func take() -> [UInt8] {
    storage.removeLast(storage.count - count)
    count = 0
    defer { storage = [] }
    return storage
  }

  /// Makes room for so many bytes.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if storage.count &- count < more &+ Self.slack { grow(by: more) }
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    let wanted = max(2 * storage.count, count + more + Self.slack, 128)
    let (old, used) = (storage, count)
    // SAFETY: what was appended is copied; the room behind it holds anything, and every byte may have any value.
    storage = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { room, initialised in
      _ = unsafe room.update(fromContentsOf: old[..<used])
      initialised = wanted
    }
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) { append(UInt64(byte), length: 1) }

  /// Appends the lowest `length` bytes of a word, at most eight.
  @inline(__always)
  mutating func append(_ word: UInt64, length: Int) {
    reserve(8)
    let start = count
    var room = storage.mutableSpan
    room.store(word, at: start)
    count = start &+ length
  }

  /// Appends the words but for the last, of which only the lowest `length` bytes.
  @inline(__always)
  mutating func append<let size: Int>(_ words: [size of UInt64], last length: Int) {
    reserve(8 &* size)
    let start = count
    var room = storage.mutableSpan
    for index in 0..<size { room.store(words[index], at: start &+ 8 &* index) }
    count = start &+ 8 &* (size &- 1) &+ length
  }

  /// Appends bytes as they are.
  mutating func append(_ piece: Span<UInt8>) {
    reserve(piece.count)
    let start = count
    var room = storage.mutableSpan
    var offset = 0
    while offset &+ 8 <= piece.count {
      room.store(piece.word(at: offset), at: start &+ offset)
      offset &+= 8
    }
    while offset < piece.count {
      room[start &+ offset] = piece[offset]
      offset &+= 1
    }
    count = start &+ piece.count
  }

  /// Appends ASCII.
  @inline(__always)
  mutating func append(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    reserve(length)
    let start = count
    var room = storage.mutableSpan
    let source = unsafe UnsafeRawPointer(text.utf8Start)
    var (offset, rest, shift) = (0, UInt64(0), UInt64(0))
    while offset &+ 8 <= length {
      // SAFETY: the eight bytes are within the text, which lives for ever.
      let word = unsafe source.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      room.store(word.littleEndian, at: start &+ offset)
      offset &+= 8
    }
    let end = start &+ offset
    while offset < length {
      // SAFETY: the offset is below the length.
      rest |= unsafe UInt64(source.load(fromByteOffset: offset, as: UInt8.self)) &<< shift
      (offset, shift) = (offset &+ 1, shift &+ 8)
    }
    room.store(rest, at: end)
    count = start &+ length
  }

  /// Appends the bytes from `start` on up to the first that JSON can't write as it is.
  ///
  /// - Returns: The offset of that byte; the text's count where there is none.
  mutating func appendPlainRun(of text: Span<UInt8>, from start: Int) -> Int {
    reserve(text.count &- start)
    var (offset, end) = (start, count)
    var room = storage.mutableSpan
    while offset &+ 8 <= text.count {
      let word = text.word(at: offset)
      room.store(word, at: end)
      let plain = PlainRun.plainCount(of: word)
      (end, offset) = (end &+ plain, offset &+ plain)
      if plain < 8 {
        count = end
        return offset
      }
    }
    while offset < text.count, PlainRun.isPlain(text[offset]) {
      room[end] = text[offset]
      (end, offset) = (end &+ 1, offset &+ 1)
    }
    count = end
    return offset
  }
}

extension MutableSpan<UInt8> {
  /// Stores a word, its lowest byte first, where eight bytes are within the span.
  @inline(__always)
  fileprivate mutating func store(_ word: UInt64, at offset: Int) {
    // SAFETY: any bits are a byte; the buffer has reserved what it stores, and its slack is longer than a word.
    var raw = unsafe mutableBytes
    unsafe raw.storeBytes(of: word.littleEndian, toUncheckedByteOffset: offset, as: UInt64.self)
  }
}

extension Span<UInt8> {
  /// Eight bytes that are within the span as a word, the first the lowest.
  @inline(__always)
  fileprivate func word(at offset: Int) -> UInt64 {
    // SAFETY: whoever calls has checked that eight bytes from the offset are within the span.
    unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self).littleEndian
  }
}
