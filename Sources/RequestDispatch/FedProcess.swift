// A program that is fed over two descriptors and read until its end, within limits. Does not know which program.
internal import Glibc
internal import SystemFiles

/// Whether this process may run a file.
func isExecutable(_ path: String) -> Bool {
  guard (try? FileStatus.of(path).kind) == .file else { return false }
  return unsafe access(path, X_OK) == 0
}

/// One run of a program: text on its standard input, more on descriptor 3, and what it writes.
struct FedProcess {
  enum End: Sendable, Hashable {
    case exited(Int32)
    case cancelled, overdue, tooLong
  }

  struct Ending: Sendable {
    let end: End
    let output: [UInt8]
    let error: [UInt8]
  }

  private static let errorLimit = 1 << 16
  private static let slice: Int32 = 50

  let program: String
  let arguments: [String]
  /// Entries `NAME=value`.
  let environment: [String]
  let input: [UInt8]
  let body: [UInt8]?
  let outputLimit: Int
  let seconds: Double

  func run(_ isCancelled: () -> Bool) throws(SystemError) -> Ending {
    let mask = QuietBrokenPipes()
    defer { mask.restore() }
    var pipes = try FeedingPipes()
    let pid = try spawn(pipes)
    pipes.closeChildEnds()
    var (output, error): ([UInt8], [UInt8]) = ([], [])
    var feeds = [Feed(bytes: input), Feed(bytes: body ?? [])]
    let deadline = Self.now() + seconds
    var end: End?
    while end == nil, pipes.isReadable {
      if isCancelled() { end = .cancelled }
      if Self.now() > deadline { end = .overdue }
      if output.count > outputLimit { end = .tooLong }
      if end == nil { pipes.move(&feeds, &output, &error, milliseconds: Self.slice) }
      if error.count > Self.errorLimit { error.removeFirst(error.count - Self.errorLimit) }
    }
    if end != nil { _ = kill(pid, SIGKILL) }
    var status: Int32 = 0
    // The status lives for the call.
    while unsafe waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return Ending(end: end ?? .exited(code), output: output, error: error)
  }

  /// Seconds of a clock that never goes back.
  private static func now() -> Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
  }

  /// In a process group of its own: a keystroke that is meant for this program does not reach it.
  private func spawn(_ pipes: borrowing FeedingPipes) throws(SystemError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    // Both live until the end of this function.
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    for (target, end) in pipes.childEnds.enumerated() {
      _ = unsafe posix_spawn_file_actions_adddup2(&actions, end, Int32(target))
    }
    var none = sigset_t()
    var all = sigset_t()
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    let flags = Int32(POSIX_SPAWN_SETPGROUP) | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
    // The copies live until the child has its own, and are freed below.
    var argv: [UnsafeMutablePointer<CChar>?] =
      unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    var envp: [UnsafeMutablePointer<CChar>?] = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (argv + envp).forEach { unsafe free($0) } }
    var pid = pid_t()
    let code = unsafe posix_spawn(&pid, program, &actions, &attributes, &argv, &envp)
    guard code == 0 else { throw SystemError("cannot start", program, code: code) }
    return pid
  }
}

/// Makes writing to a pipe that nobody reads an error and no signal, on the thread that made it.
private struct QuietBrokenPipes {
  private var previous = sigset_t()

  init() {
    var pipes = Self.signals
    // Both live for the call.
    _ = unsafe pthread_sigmask(SIG_BLOCK, &pipes, &previous)
  }

  private static var signals: sigset_t {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    unsafe sigaddset(&set, SIGPIPE)
    return set
  }

  /// Takes the signal that was held back, if any, and lets others through as before.
  func restore() {
    var (pipes, previous, none) = (Self.signals, previous, timespec())
    // All of them live for the calls.
    while unsafe sigtimedwait(&pipes, nil, &none) > 0 {}
    _ = unsafe pthread_sigmask(SIG_SETMASK, &previous, nil)
  }
}

/// Bytes on their way into a pipe.
struct Feed {
  let bytes: [UInt8]
  var offset = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isDone: Bool { offset >= bytes.count }
}

/// Four pipes: standard input, output, error, and descriptor 3 of a child. Closed with the value.
struct FeedingPipes: ~Copyable {
  /// For the child's descriptors 0 to 3.
  private(set) var childEnds: [Int32]
  /// The other ends, in the same order.
  private var ownEnds: [Int32]

  init() throws(SystemError) {
    childEnds = []
    ownEnds = []
    for target in 0..<4 {
      var pair: [Int32] = [-1, -1]
      // The array outlives the call.
      guard unsafe pipe(&pair) == 0 else { throw SystemError("cannot make", "a pipe") }
      // Out of the way of the child's own numbers, and closed in every other child.
      let high = pair.map { fcntl($0, F_DUPFD_CLOEXEC, 10) }
      for end in pair { _ = close(end) }
      let isRead = target == 0 || target == 3
      childEnds.append(isRead ? high[0] : high[1])
      ownEnds.append(isRead ? high[1] : high[0])
      guard high.allSatisfy({ $0 >= 0 }) else { throw SystemError("cannot make", "a pipe") }
      _ = fcntl(ownEnds[target], F_SETFL, O_NONBLOCK)
    }
  }

  deinit { for end in childEnds + ownEnds where end >= 0 { _ = close(end) } }

  mutating func closeChildEnds() {
    for end in childEnds { _ = close(end) }
    childEnds = []
  }

  /// Whether the child may still write something.
  var isReadable: Bool { ownEnds[1] >= 0 || ownEnds[2] >= 0 }

  /// Moves what can be moved, waiting for it at most so long.
  mutating func move(
    _ feeds: inout [Feed], _ output: inout [UInt8], _ error: inout [UInt8], milliseconds: Int32
  ) {
    for (place, end) in [0, 3].enumerated() where feeds[place].isDone { closeOwn(end) }
    let writing = Int16(POLLOUT)
    let reading = Int16(POLLIN)
    var polled = ownEnds.enumerated().map {
      pollfd(fd: $0.element, events: $0.offset == 0 || $0.offset == 3 ? writing : reading, revents: 0)
    }
    // The array outlives the call.
    guard unsafe poll(&polled, nfds_t(polled.count), milliseconds) > 0 else { return }
    if polled[0].revents != 0 { write(0, &feeds[0]) }
    if polled[3].revents != 0 { write(3, &feeds[1]) }
    if polled[1].revents != 0 { read(1, into: &output) }
    if polled[2].revents != 0 { read(2, into: &error) }
  }

  private mutating func closeOwn(_ place: Int) {
    if ownEnds[place] >= 0 { _ = close(ownEnds[place]) }
    ownEnds[place] = -1
  }

  private mutating func write(_ place: Int, _ feed: inout Feed) {
    let end = ownEnds[place]
    let (offset, count) = (feed.offset, feed.bytes.count - feed.offset)
    // The bytes live for the call.
    let written = unsafe feed.bytes.withUnsafeBytes { bytes in
      unsafe Glibc.write(end, bytes.baseAddress?.advanced(by: offset), count)
    }
    if written > 0 {
      feed.offset += written
    } else if errno != EAGAIN && errno != EINTR {
      // The child reads no more of it: it has failed, and says why on its standard error.
      feed.offset = feed.bytes.count
    }
  }

  private mutating func read(_ place: Int, into text: inout [UInt8]) {
    let capacity = 1 << 16
    let end = ownEnds[place]
    var isEnded = false
    text += unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      // The buffer lives for this closure.
      let count = unsafe Glibc.read(end, buffer.baseAddress, capacity)
      isEnded = count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN)
      filled = max(0, count)
    }
    if isEnded { closeOwn(place) }
  }
}
