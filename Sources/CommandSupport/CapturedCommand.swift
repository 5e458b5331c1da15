// Runs another program to its end and keeps what it writes. Knows nothing of what the program is.
internal import Glibc
package import SystemFiles

/// What a program wrote, and how it ended.
package struct CapturedCommand: Sendable {
  /// Nil when a signal ended it.
  package let code: Int32?
  package let output: [UInt8]
  package let error: [UInt8]

  /// Runs a program in this process's directory, without input.
  ///
  /// - Parameter environment: Entries `NAME=value`; nil: those of this process.
  /// - Throws: When it can't be started.
  package static func run(
    _ program: String, _ arguments: [String], environment: [String]? = nil
  ) throws(SystemError) -> CapturedCommand {
    var pipes = try Pipes()
    let pid = try spawn([program] + arguments, environment, pipes)
    pipes.closeWriters()
    let (output, error) = pipes.readAll()
    var status: Int32 = 0
    // The status lives for the call.
    while unsafe waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    return CapturedCommand(
      code: status & 0x7F == 0 ? (status >> 8) & 0xFF : nil, output: output, error: error)
  }

  private static func spawn(
    _ arguments: [String], _ environment: [String]?, _ pipes: borrowing Pipes
  ) throws(SystemError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    // The actions live until the end of this function.
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    _ = unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    _ = unsafe posix_spawn_file_actions_adddup2(&actions, pipes.writers[0], 1)
    _ = unsafe posix_spawn_file_actions_adddup2(&actions, pipes.writers[1], 2)
    // The copies live until the child has its own, and are freed below.
    var argv: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) } + [nil]
    var envp: [UnsafeMutablePointer<CChar>?] = unsafe (environment ?? []).map { unsafe strdup($0) } + [nil]
    defer { unsafe (argv + envp).forEach { unsafe free($0) } }
    var pid = pid_t()
    let code =
      environment == nil
      ? unsafe posix_spawn(&pid, arguments[0], &actions, nil, &argv, environ)
      : unsafe posix_spawn(&pid, arguments[0], &actions, nil, &argv, &envp)
    guard code == 0 else { throw SystemError("cannot start", arguments[0], code: code) }
    return pid
  }
}

/// Two pipes, for standard output and standard error of a child. Closed with the value.
private struct Pipes: ~Copyable {
  private var readers: [Int32]
  private(set) var writers: [Int32]

  init() throws(SystemError) {
    var ends: [Int32] = []
    for _ in 0..<2 {
      var pair: [Int32] = [-1, -1]
      // The array outlives the call.
      guard unsafe pipe(&pair) == 0 else {
        for end in ends { _ = close(end) }
        throw SystemError("cannot make", "a pipe")
      }
      // Only the copies that are made for it reach a child; the module has no pipe2.
      for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      ends += pair
    }
    readers = [ends[0], ends[2]]
    writers = [ends[1], ends[3]]
  }

  deinit { for end in readers + writers where end >= 0 { _ = close(end) } }

  mutating func closeWriters() {
    for end in writers { _ = close(end) }
    writers = []
  }

  /// Reads both to their ends at once: a child that fills one while nobody reads it would wait for ever.
  mutating func readAll() -> ([UInt8], [UInt8]) {
    var texts: [[UInt8]] = [[], []]
    while readers.contains(where: { $0 >= 0 }) {
      var polled = readers.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      // The array outlives the call.
      guard unsafe poll(&polled, 2, -1) > 0 || errno == EINTR else { break }
      for index in 0..<2 where polled[index].revents != 0 { read(index, into: &texts[index]) }
    }
    return (texts[0], texts[1])
  }

  private mutating func read(_ index: Int, into text: inout [UInt8]) {
    let capacity = 1 << 16
    var isEnded = false
    let descriptor = readers[index]
    text += unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      // The buffer lives for this closure.
      let count = unsafe Glibc.read(descriptor, buffer.baseAddress, capacity)
      isEnded = count == 0 || (count < 0 && errno != EINTR)
      filled = max(0, count)
    }
    guard isEnded else { return }
    _ = close(descriptor)
    readers[index] = -1
  }
}
