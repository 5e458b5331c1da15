// Owns the state of libyaml and hands out its events one at a time. Does not build anything.
internal import CLibYAML

/// What libyaml could not read: its own words and character positions.
struct YAMLStreamError {
  enum Cause { case reader, scanner, parser, memory }

  var cause: Cause
  var problem: String
  var context: String
  /// Characters from the start of the text.
  var problemCharacter: Int
  var contextCharacter: Int?
  /// Bytes from the start of the text: errors of the reader have no character positions.
  var readerOffset: Int?
}

/// A pull parser over a buffer that outlives it. The current event is released when the next one is asked for.
@safe struct YAMLEventStream: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let current: UnsafeMutablePointer<yaml_event_t>
  private let isReady: Bool

  /// - Parameter text: UTF-8 without a byte order mark.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    // SAFETY: both structures are plain C memory that libyaml clears itself; they live as long as self.
    unsafe parser = .allocate(capacity: 1)
    unsafe current = .allocate(capacity: 1)
    unsafe current.initialize(to: yaml_event_t())
    isReady = unsafe yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    // SAFETY: each was set up by init, and only here is it released.
    unsafe yaml_event_delete(current)
    if isReady { unsafe yaml_parser_delete(parser) }
    unsafe current.deallocate()
    unsafe parser.deallocate()
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
    return unsafe yaml_parser_parse(parser, current) == 1
  }

  /// Why ``advance()`` gave nothing.
  var error: YAMLStreamError {
    guard isReady else { return Self.outOfMemory }
    // SAFETY: reads fields of the parser that init set up.
    let state = unsafe parser.pointee
    let cause: YAMLStreamError.Cause
    switch unsafe state.error {
    case YAML_READER_ERROR: cause = .reader
    case YAML_SCANNER_ERROR: cause = .scanner
    case YAML_MEMORY_ERROR: return Self.outOfMemory
    default: cause = .parser
    }
    return unsafe YAMLStreamError(
      cause: cause, problem: Self.string(state.problem), context: Self.string(state.context),
      problemCharacter: Int(clamping: state.problem_mark.index),
      contextCharacter: state.context == nil ? nil : Int(clamping: state.context_mark.index),
      readerOffset: cause == .reader ? Int(clamping: state.problem_offset) : nil)
  }

  private static let outOfMemory = YAMLStreamError(
    cause: .memory, problem: "out of memory", context: "", problemCharacter: 0)

  /// SAFETY: libyaml's messages are literals that end in a zero byte, or nil.
  private static func string(_ text: UnsafePointer<CChar>?) -> String {
    unsafe text.map { unsafe String(cString: $0) } ?? ""
  }
}
