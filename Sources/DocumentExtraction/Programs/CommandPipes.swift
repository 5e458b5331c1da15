// The pipes between this process and a program, and the exchange over them.
internal import Glibc
internal import SystemFiles

/// A way into a child and a pipe out of it. Closed with the value.
///
/// The way in is a pair of sockets: writing to one whose other end is gone fails, where a pipe raises SIGPIPE.
struct CommandPipes: ~Copyable {
  private(set) var input: (reader: Int32, writer: Int32)
  private(set) var output: (reader: Int32, writer: Int32)

  init() throws(SystemError) {
    (input, output) = try Self.pairs()
    _ = fcntl(input.writer, F_SETFL, O_NONBLOCK)
    _ = fcntl(output.reader, F_SETFL, O_NONBLOCK)
  }

  deinit {
    for end in [input.reader, input.writer, output.reader, output.writer] where end >= 0 { _ = close(end) }
  }

  mutating func closeChildEnds() {
    _ = close(input.reader)
    _ = close(output.writer)
    (input.reader, output.writer) = (-1, -1)
  }

  mutating func closeInput() {
    if input.writer >= 0 { _ = close(input.writer) }
    input.writer = -1
  }

  private typealias Pair = (reader: Int32, writer: Int32)

  private static func pairs() throws(SystemError) -> (Pair, Pair) {
    var sockets: [Int32] = [-1, -1]
    // Both arrays outlive their calls.
    guard unsafe socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &sockets) == 0 else {
      throw SystemError("cannot make", "a pair of sockets")
    }
    var pipes: [Int32] = [-1, -1]
    guard unsafe pipe(&pipes) == 0 else {
      let error = SystemError("cannot make", "a pipe")
      for end in sockets { _ = close(end) }
      throw error
    }
    // Only the copies that are made for it reach a child; the module has no pipe2.
    for end in sockets + pipes { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return ((sockets[0], sockets[1]), (pipes[0], pipes[1]))
  }
}

/// Writes the input and reads the output at once, so that neither side waits for the other.
struct PipeExchange {
  let input: [UInt8]
  let outputLimit: Int
  let milliseconds: Int
  private(set) var output: [UInt8] = []
  private var written = 0

  init(input: [UInt8], outputLimit: Int, milliseconds: Int) {
    self.input = input
    self.outputLimit = outputLimit
    self.milliseconds = milliseconds
  }

  /// Nil when the other side ended its output by itself.
  ///
  /// - Parameter closeInput: Called when everything is written, or nobody reads it.
  mutating func run(writer: Int32, reader: Int32, closeInput: () -> Void) -> LimitedCommand.Ending? {
    let deadline = Self.now() + milliseconds
    var isWriting = true
    while true {
      let left = deadline - Self.now()
      guard left > 0 else { return .outOfTime }
      var polls = [pollfd(fd: reader, events: Int16(POLLIN), revents: 0)]
      if isWriting { polls.append(pollfd(fd: writer, events: Int16(POLLOUT), revents: 0)) }
      // The array outlives the call.
      _ = unsafe poll(&polls, nfds_t(polls.count), Int32(clamping: left))
      if isWriting, polls[1].revents != 0, !write(to: writer) {
        isWriting = false
        closeInput()
      }
      if polls[0].revents != 0, !read(from: reader) { return nil }
      if output.count > outputLimit {
        output.removeLast(output.count - outputLimit)
        return .tooMuchOutput
      }
    }
  }

  /// False when there is nothing more to write.
  private mutating func write(to end: Int32) -> Bool {
    let count = min(input.count - written, 1 << 16)
    let result = unsafe input.withUnsafeBytes { buffer in
      // Safe: `count` bytes from `written` on lie in the buffer.
      unsafe send(end, buffer.baseAddress?.advanced(by: written), count, Int32(MSG_NOSIGNAL))
    }
    if result < 0 { return errno == EAGAIN || errno == EINTR }
    written += result
    return written < input.count
  }

  /// False at the end.
  private mutating func read(from end: Int32) -> Bool {
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
      // Safe: the buffer is that long.
      let result = unsafe Glibc.read(end, buffer.baseAddress, 1 << 16)
      if result < 0 { failure = errno }
      filled = max(0, result)
    }
    output += bytes
    return !bytes.isEmpty || failure == EAGAIN || failure == EINTR
  }

  private static func now() -> Int {
    var time = timespec()
    // The record lives for the call.
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
