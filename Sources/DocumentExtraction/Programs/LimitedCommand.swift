// Runs a program on bytes, with bounds on its time, memory and output. Knows nothing of what the program is.
internal import Glibc
internal import SystemFiles

/// A program of the system that reads standard input and writes standard output.
struct LimitedCommand {
  let program: String
  let arguments: [String]
  /// Seconds, of the processor and of the clock.
  var seconds = 60
  var memoryBytes = 1 << 30
  var outputBytes = 64 << 20

  enum Ending: Equatable {
    case exited(Int32)
    case outOfTime
    case tooMuchOutput
  }

  /// What the program wrote, and how it ended. It never outlives the call.
  func run(_ input: [UInt8]) throws(SystemError) -> (output: [UInt8], ending: Ending) {
    var pipes = try CommandPipes()
    let pid = try start(pipes)
    pipes.closeChildEnds()
    var exchange = PipeExchange(input: input, outputLimit: outputBytes, milliseconds: seconds * 1000)
    let ending = exchange.run(writer: pipes.input.writer, reader: pipes.output.reader) { pipes.closeInput() }
    if ending != nil { _ = kill(pid, SIGKILL) }
    var status: Int32 = 0
    // The status lives for the call.
    while unsafe waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
    return (exchange.output, ending ?? .exited(code))
  }

  /// The shell sets the limits on itself and becomes the program; no word of the input reaches it.
  private func start(_ pipes: borrowing CommandPipes) throws(SystemError) -> pid_t {
    let limits = "ulimit -t \(seconds) && ulimit -v \(memoryBytes >> 10) && ulimit -c 0 && exec \"$0\" \"$@\""
    let words = ["/bin/sh", "-c", limits, program] + arguments
    var actions = unsafe posix_spawn_file_actions_t()
    // The actions, and the copies of the words, live until the end of this function.
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    _ = unsafe posix_spawn_file_actions_adddup2(&actions, pipes.input.reader, 0)
    _ = unsafe posix_spawn_file_actions_adddup2(&actions, pipes.output.writer, 1)
    _ = unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var argv: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
    let environment = ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"]
    var envp: [UnsafeMutablePointer<CChar>?] = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (argv + envp).forEach { unsafe free($0) } }
    var pid = pid_t()
    let code = unsafe posix_spawn(&pid, words[0], &actions, nil, &argv, &envp)
    guard code == 0 else { throw SystemError("cannot start", program, code: code) }
    return pid
  }
}
