// Compiles rendered patterns with PCRE2 and runs one search. The only file that knows PCRE2.

internal import CPCRE2

/// A pattern compiled by PCRE2, with machine code where the machine allows it.
///
/// Everything in it is made once and only read afterwards; what a search changes belongs to the search.
@safe final class CompiledPattern: @unchecked Sendable {  // Pointers are set once; PCRE2 only reads them.
  /// How often the engine may try before a search is given up.
  static let matchLimit: UInt32 = 10_000_000
  /// The stack a search may have when the machine stack's 32 KiB are not enough.
  private static let maximumStack = 8 << 20

  private let code: OpaquePointer
  private let context: OpaquePointer

  /// - Throws: ``RegularExpressionError/unsupportedPattern(message:offset:)`` with PCRE2's message.
  init(_ pattern: String) throws(RegularExpressionError) {
    let bytes = Array(pattern.utf8)
    var error: Int32 = 0
    var offset = 0
    let options =
      PCRE2_UTF | PCRE2_UCP | PCRE2_DOTALL | PCRE2_ALT_CIRCUMFLEX | PCRE2_USE_OFFSET_LIMIT
    // Safe: the array outlives the call, and the results are checked.
    let compileContext = unsafe pcre2_compile_context_create_8(nil)
    defer { unsafe pcre2_compile_context_free_8(compileContext) }
    unsafe pcre2_set_newline_8(compileContext, UInt32(PCRE2_NEWLINE_LF))
    guard
      let code = unsafe pcre2_compile_8(bytes, bytes.count, options, &error, &offset, compileContext)
    else { throw .unsupportedPattern(message: Self.message(error), offset: 0) }
    guard let context = unsafe pcre2_match_context_create_8(nil) else {
      unsafe pcre2_code_free_8(code)
      throw .engineFailure(code: Int(PCRE2_ERROR_NOMEMORY), offset: 0)
    }
    unsafe pcre2_set_match_limit_8(context, Self.matchLimit)
    // Without machine code (a system that forbids it) PCRE2 interprets: slower, the same results.
    _ = unsafe pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE)
    unsafe self.code = code
    unsafe self.context = context
  }

  deinit {
    // Safe: both were made in the initialiser and nothing else frees them.
    unsafe pcre2_match_context_free_8(context)
    unsafe pcre2_code_free_8(code)
  }

  private static func message(_ error: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    // Safe: the buffer is as long as said.
    let length = unsafe pcre2_get_error_message_8(error, &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
  }

  /// What one pass over a text needs for itself.
  @safe struct Search: ~Copyable {
    fileprivate let data: OpaquePointer
    fileprivate var stack: OpaquePointer?
    fileprivate var context: OpaquePointer?

    fileprivate init(_ data: OpaquePointer) { unsafe self.data = data }

    deinit {
      // Safe: they were made for this search alone; PCRE2 takes nil for nothing.
      unsafe pcre2_match_data_free_8(data)
      if let context = unsafe context { unsafe pcre2_match_context_free_8(context) }
      if let stack = unsafe stack { unsafe pcre2_jit_stack_free_8(stack) }
    }
  }

  /// - Parameter isLimited: true if the search will say how far a match may begin.
  func makeSearch(isLimited: Bool) throws(RegularExpressionError) -> Search {
    guard let data = unsafe pcre2_match_data_create_8(1, nil) else {
      throw .engineFailure(code: Int(PCRE2_ERROR_NOMEMORY), offset: 0)
    }
    var search = unsafe Search(data)
    if isLimited { try ownContext(&search) }
    return search
  }

  /// - Parameter stepLimit: how often the engine may try, instead of the usual number.
  func makeSearch(stepLimit: UInt32) throws(RegularExpressionError) -> Search {
    let search = try makeSearch(isLimited: true)
    if let own = unsafe search.context { _ = unsafe pcre2_set_match_limit_8(own, stepLimit) }
    return search
  }

  /// The first match that begins at `offset` or later, at most at `last`; nil if there is none.
  ///
  /// - Parameters:
  ///   - text: valid UTF-8.
  ///   - last: regarded by limited searches only.
  ///   - allowsEmpty: false to refuse an empty match at `offset` itself.
  func firstMatch(
    in text: Span<UInt8>, from offset: Int, through last: Int = .max, allowsEmpty: Bool,
    _ search: inout Search
  ) throws(RegularExpressionError) -> Range<Int>? {
    let options = PCRE2_NO_UTF_CHECK | (allowsEmpty ? 0 : PCRE2_NOTEMPTY_ATSTART)
    // Safe: the search's context is its own.
    if let own = unsafe search.context { _ = unsafe pcre2_set_offset_limit_8(own, last) }
    var result = unsafe match(text, offset, options, search.data, search.context ?? context)
    if result == PCRE2_ERROR_JIT_STACKLIMIT, unsafe search.stack == nil {
      try enlargeStack(&search)
      result = unsafe match(text, offset, options, search.data, search.context ?? context)
    }
    switch result {
    case 0...:
      // Safe: a match has set the first pair of offsets.
      guard let pair = unsafe pcre2_get_ovector_pointer_8(search.data) else { return nil }
      return unsafe pair[0] <= pair[1] ? Int(pair[0])..<Int(pair[1]) : nil
    case PCRE2_ERROR_NOMATCH: return nil
    case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_JIT_STACKLIMIT:
      throw .limitExceeded(offset: offset)
    default: throw .engineFailure(code: Int(result), offset: offset)
    }
  }

  private func match(
    _ text: Span<UInt8>, _ offset: Int, _ options: UInt32, _ data: OpaquePointer, _ context: OpaquePointer
  ) -> Int32 {
    // Safe: the text outlives the call; an empty one has no address, so any will do for it.
    unsafe text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else {
        return unsafe pcre2_match_8(code, [0], 0, 0, options, data, context)
      }
      return unsafe pcre2_match_8(code, base, bytes.count, offset, options, data, context)
    }
  }

  /// Gives a search a context that it may change.
  private func ownContext(_ search: inout Search) throws(RegularExpressionError) {
    guard unsafe search.context == nil else { return }
    guard let own = unsafe pcre2_match_context_copy_8(context) else {
      throw .engineFailure(code: Int(PCRE2_ERROR_NOMEMORY), offset: 0)
    }
    _ = unsafe pcre2_set_offset_limit_8(own, .max)
    unsafe search.context = own
  }

  /// Gives a search a stack of its own.
  private func enlargeStack(_ search: inout Search) throws(RegularExpressionError) {
    try ownContext(&search)
    guard let stack = unsafe pcre2_jit_stack_create_8(64 << 10, Self.maximumStack, nil) else {
      throw .engineFailure(code: Int(PCRE2_ERROR_NOMEMORY), offset: 0)
    }
    unsafe search.stack = stack
    unsafe pcre2_jit_stack_assign_8(search.context, nil, UnsafeMutableRawPointer(stack))
  }
}
