// Expands DEFLATE with zlib. The only file that knows zlib.
internal import CZlib

/// Bytes expanded on the way: raw DEFLATE (RFC 1951), or the members of a gzip file (RFC 1952).
@safe final class Inflater {
  enum Format: Int32 {
    case raw = -15
    /// With header and checksum; members may follow each other.
    case gzip = 31
  }

  private let stream: UnsafeMutablePointer<z_stream>
  private let input: [UInt8]
  private var position: Int
  private let end: Int
  private let format: Format
  private var isFinished = false

  /// - Parameter range: Where in `input` the compressed bytes are.
  init(_ input: [UInt8], _ range: Range<Int>, _ format: Format) throws(Unextractable) {
    let range = range.clamped(to: 0..<input.count)
    self.input = input
    self.format = format
    position = range.lowerBound
    end = range.upperBound
    // zlib keeps the address of the record, so it stays at one place until the end of this object.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    unsafe self.stream = stream
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    guard unsafe inflateInit2_(stream, format.rawValue, ZLIB_VERSION, size) == Z_OK else {
      unsafe stream.deallocate()
      throw Unextractable("there is no memory to expand it")
    }
  }

  deinit {
    // Safe: made in the initialiser, used by nobody else.
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// How many compressed bytes were used.
  var consumed: Int { position }

  /// Bytes behind the last member that are no padding: what stands there begins no member.
  var trailingCount: Int {
    guard isFinished, format == .gzip, input[position..<end].contains(where: { $0 != 0 }) else { return 0 }
    return end - position
  }

  /// - Throws: When the data are damaged or end too early.
  func read(upTo count: Int) throws(Unextractable) -> [UInt8] {
    guard count > 0 else { return [] }
    let count = min(count, 1 << 20)
    // Members may be empty, any number of them.
    while !isFinished {
      var code = Z_OK
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        code = unsafe step(buffer)
        // zlib says how much of the buffer it left.
        filled = unsafe count - Int(stream.pointee.avail_out)
      }
      try check(code, gave: bytes.count)
      if !bytes.isEmpty { return bytes }
    }
    return []
  }

  /// One call of zlib, with what is left of the input.
  private func step(_ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int32 {
    let length = min(end - position, 1 << 30)
    return unsafe input.withUnsafeBufferPointer { source in
      // Safe: zlib only reads the input, and no more of it than is said; both buffers outlive the call.
      unsafe stream.pointee.next_in = UnsafeMutablePointer(
        mutating: source.baseAddress?.advanced(by: position))
      unsafe stream.pointee.avail_in = UInt32(length)
      unsafe stream.pointee.next_out = buffer.baseAddress
      unsafe stream.pointee.avail_out = UInt32(buffer.count)
      let code = unsafe inflate(stream, Z_NO_FLUSH)
      position += length - (unsafe Int(stream.pointee.avail_in))
      return code
    }
  }

  private func check(_ code: Int32, gave count: Int) throws(Unextractable) {
    switch code {
    case Z_STREAM_END: try finishMember()
    case Z_OK:
      if count == 0, position >= end { throw Unextractable("its compressed data end too early") }
    case Z_BUF_ERROR: throw Unextractable("its compressed data end too early")
    default:
      // What came before the damage is handed over first; zlib says the same again.
      if count == 0 { throw Unextractable("its compressed data are damaged") }
    }
  }

  /// After a member of a gzip file another may follow; anything else behind it is padding.
  private func finishMember() throws(Unextractable) {
    let hasNext =
      format == .gzip && position + 1 < end && input[position] == 0x1F && input[position + 1] == 0x8B
    guard hasNext else { return isFinished = true }
    // Safe: the record is as it was initialised.
    guard unsafe inflateReset(stream) == Z_OK else { throw Unextractable("its compressed data are damaged") }
  }
}

/// An inflater as a stream.
struct InflatingStream: ByteStream {
  let inflater: Inflater

  mutating func read(upTo count: Int) throws(Unextractable) -> [UInt8] { try inflater.read(upTo: count) }
}
