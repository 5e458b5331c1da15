// Owns the state of libyaml and hands out its events one at a time. Does not build anything.
internal import CLibYAML
import Glibc

/// What libyaml could not read: its own words and character positions.
struct YAMLStreamError {
  enum Cause {
    case reader, scanner, parser, memory
    /// More text than a scalar may have came without an event.
    case endless
  }

  var cause: Cause
  var problem: String
  var context: String
  /// Characters from the start of the stream.
  var problemCharacter: Int
  var contextCharacter: Int?
  /// The line of the stream that the context stands in, from 0.
  var contextLine = 0
  /// Bytes from the start of the stream: errors of the reader have no character positions.
  var readerOffset: Int?
}

/// What libyaml reads: a few bytes that stand for what came before, then the text.
///
/// It lives behind a pointer that libyaml hands back with each request.
@unsafe private struct StreamInput {
  let prefix: UnsafeMutableBufferPointer<UInt8>
  let text: UnsafeBufferPointer<UInt8>
  /// Bytes handed out of both.
  var position = 0
  /// How far reading may go before the next event.
  var bound: Int
  var isOverBound = false

  init(prefix: UnsafeMutableBufferPointer<UInt8>, text: UnsafeBufferPointer<UInt8>, bound: Int) {
    unsafe self.prefix = unsafe prefix
    unsafe self.text = unsafe text
    unsafe self.bound = bound
  }

  /// Hands out up to `size` bytes; nil when that would go beyond the bound.
  mutating func read(into buffer: UnsafeMutablePointer<UInt8>, size: Int) -> Int? {
    // SAFETY: each range lies inside its buffer, and both together are no longer than `size`.
    let first = unsafe max(0, min(size, prefix.count - position))
    if first > 0, let base = unsafe prefix.baseAddress { unsafe memcpy(buffer, base + position, first) }
    let start = unsafe max(0, position + first - prefix.count)
    let second = unsafe min(size - first, text.count - start)
    if first + second > 0, unsafe position >= bound {
      unsafe isOverBound = true
      return nil
    }
    if second > 0, let base = unsafe text.baseAddress { unsafe memcpy(buffer + first, base + start, second) }
    unsafe position += first + second
    return first + second
  }
}

/// A pull parser over a buffer that outlives it. The current event is released when the next one is asked for.
@safe struct YAMLEventStream: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let current: UnsafeMutablePointer<yaml_event_t>
  private let input: UnsafeMutablePointer<StreamInput>
  private let isReady: Bool
  private let longestGap: Int

  /// - Parameters:
  ///   - text: UTF-8 without a byte order mark.
  ///   - prefix: ASCII text that is read first.
  ///   - longestGap: How many bytes may go by without an event.
  init(_ text: UnsafeBufferPointer<UInt8>, prefix: [UInt8], longestGap: Int) {
    self.longestGap = longestGap
    // SAFETY: all structures are plain C memory or trivial values; they live as long as self.
    unsafe parser = .allocate(capacity: 1)
    unsafe current = .allocate(capacity: 1)
    unsafe current.initialize(to: yaml_event_t())
    unsafe input = .allocate(capacity: 1)
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: prefix.count)
    _ = unsafe copy.initialize(from: prefix)
    unsafe input.initialize(to: StreamInput(prefix: copy, text: text, bound: longestGap + prefix.count))
    isReady = unsafe yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input(
      parser,
      { input, buffer, size, sizeRead in
        // SAFETY: libyaml hands back the pointer that it was given, and a buffer of `size` bytes.
        guard let input = unsafe input?.assumingMemoryBound(to: StreamInput.self),
          let buffer = unsafe buffer, let count = unsafe input.pointee.read(into: buffer, size: size)
        else { return 0 }
        unsafe sizeRead?.pointee = count
        return 1
      }, input)
  }

  deinit {
    // SAFETY: each was set up by init, and only here is it released.
    unsafe yaml_event_delete(current)
    if isReady { unsafe yaml_parser_delete(parser) }
    unsafe current.deallocate()
    unsafe parser.deallocate()
    unsafe input.pointee.prefix.deallocate()
    unsafe input.deallocate()
  }

  /// The event that ``advance()`` read.
  var event: UnsafeMutablePointer<yaml_event_t> { unsafe current }

  /// Reads the next event.
  ///
  /// - Returns: Whether there is one; if not, ``error`` says why.
  mutating func advance() -> Bool {
    guard isReady else { return false }
    // SAFETY: libyaml clears a deleted event, so it may be deleted again.
    unsafe yaml_event_delete(current)
    guard unsafe yaml_parser_parse(parser, current) == 1 else { return false }
    unsafe input.pointee.bound = input.pointee.position + longestGap
    return true
  }

  /// Why ``advance()`` gave nothing.
  var error: YAMLStreamError {
    guard isReady else { return Self.outOfMemory }
    // SAFETY: reads fields of the parser that init set up.
    let state = unsafe parser.pointee
    let cause: YAMLStreamError.Cause
    switch unsafe state.error {
    case YAML_READER_ERROR: cause = unsafe input.pointee.isOverBound ? .endless : .reader
    case YAML_SCANNER_ERROR: cause = .scanner
    case YAML_MEMORY_ERROR: return Self.outOfMemory
    default: cause = .parser
    }
    return unsafe YAMLStreamError(
      cause: cause, problem: Self.string(state.problem), context: Self.string(state.context),
      problemCharacter: Int(clamping: state.problem_mark.index),
      contextCharacter: state.context == nil ? nil : Int(clamping: state.context_mark.index),
      contextLine: Int(clamping: state.context_mark.line),
      readerOffset: cause == .reader ? Int(clamping: state.problem_offset) : nil)
  }

  private static let outOfMemory = YAMLStreamError(
    cause: .memory, problem: "out of memory", context: "", problemCharacter: 0)

  /// SAFETY: libyaml's messages are literals that end in a zero byte, or nil.
  private static func string(_ text: UnsafePointer<CChar>?) -> String {
    unsafe text.map { unsafe String(cString: $0) } ?? ""
  }
}
