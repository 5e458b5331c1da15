// A program that is fed over two descriptors and read until its end, within limits. Does not know which program.
internal import Glibc

/// Whether this process may run a file.
package func isExecutable(_ path: String) -> Bool {
  guard (try? FileStatus.of(path).kind) == .file else { return false }
  return unsafe access(path, X_OK) == 0
}

/// One run of a program: text on its standard input, more on descriptor 3, and what it writes.
package struct FedProcess {
  package enum End: Sendable, Hashable {
    /// By itself, with this code; 128 and the signal's number where a signal ended it.
    case exited(Int32)
    /// Killed, since the caller, the time or the length of the output said so.
    case cancelled, overdue, tooLong
  }

  package struct Ending: Sendable {
    package let end: End
    /// What was read until then: a little more than the limit, if it is too long.
    package let output: [UInt8]
    /// The end of what it said on its standard error, at most 64 KiB.
    package let error: [UInt8]
  }

  private static let errorLimit = 1 << 16
  private static let slice: Int32 = 50
  /// Seconds between being asked to end and being killed.
  private static let grace = 1.0

  private let program: String
  private let arguments: [String]
  private let environment: [String]
  private let input: [UInt8]
  private let body: [UInt8]
  private let outputLimit: Int
  private let seconds: Double

  /// - Parameters:
  ///   - program: Its path.
  ///   - environment: Entries `NAME=value`; it gets no others.
  ///   - body: What it can read from descriptor 3.
  ///   - outputLimit: Bytes.
  ///   - seconds: By the clock.
  package init(
    program: String, arguments: [String], environment: [String], input: [UInt8], body: [UInt8] = [],
    outputLimit: Int, seconds: Double
  ) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.input = input
    self.body = body
    self.outputLimit = outputLimit
    self.seconds = seconds
  }

  /// Starts it and waits for its end; it never outlives the call.
  ///
  /// - Parameter isCancelled: Asked about every 50 ms.
  package func run(_ isCancelled: () -> Bool = { false }) throws(SystemError) -> Ending {
    let mask = QuietBrokenPipes()
    defer { mask.restore() }
    var pipes = try FeedingPipes()
    let pid = try spawn(pipes)
    pipes.closeChildEnds()
    var (output, error): ([UInt8], [UInt8]) = ([], [])
    var feeds = [Feed(bytes: input), Feed(bytes: body)]
    let deadline = Self.now() + seconds
    var end: End?
    let group = RunningGroup(pid)
    // A program that has closed what it writes to is waited for too.
    while end == nil, pipes.isReadable || !group.leaderHasEnded {
      if isCancelled() { end = .cancelled }
      if Self.now() > deadline { end = .overdue }
      if output.count > outputLimit { end = .tooLong }
      if end == nil { pipes.move(&feeds, &output, &error, milliseconds: Self.slice) }
      if error.count > Self.errorLimit { error.removeFirst(error.count - Self.errorLimit) }
    }
    if end != nil { askToEnd(group) }
    let code = group.endAll()
    return Ending(end: end ?? .exited(code), output: output, error: error)
  }

  /// Gives a program the time to take away what it has begun to write.
  private func askToEnd(_ group: borrowing RunningGroup) {
    group.send(SIGTERM)
    let deadline = Self.now() + Self.grace
    while !group.leaderHasEnded, Self.now() < deadline { _ = usleep(5_000) }
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
