// A program that a test starts, watches and ends: its output, its exit, signals to it, a deadline for all of it.
// Knows nothing of the programs themselves.
package import Glibc
internal import Synchronization
internal import SystemFiles

/// Where a program's standard output goes.
package enum OutputPlace: Sendable {
  /// Both streams are captured apart from each other.
  case pipes
  /// Standard input, output and error are one new pseudo-terminal, 100 columns wide.
  case terminal
  /// Standard output goes to this file or device; standard error is captured.
  case file(String)
}

/// A running program. It is killed when the test lets go of it, and when it outlives its deadline.
package final class ChildProcess {
  package let pid: pid_t
  private var streams: [(descriptor: Int32, bytes: [UInt8])]
  private var ending: ProcessEnding?
  private let deadline: Deadline

  /// - Parameters:
  ///   - seconds: After this time the program is killed and its ending is `.overdue`.
  ///   - environment: The whole environment of the program.
  package init(
    _ program: String, _ arguments: [String], directory: String, environment: [String: String],
    output: OutputPlace = .pipes, seconds: Int = 60
  ) throws {
    let variables = environment.map { "\($0.key)=\($0.value)" }
    let (pid, ownEnds) = try spawningIsExclusive.withLock { _ in
      let plumbing = try Plumbing(output)
      defer { plumbing.closeChildEnds() }
      let pid = try Spawning.spawn(
        [program] + arguments, directory: directory, environment: variables, plumbing)
      return (pid, plumbing.ownEnds)
    }
    self.pid = pid
    streams = ownEnds.map { ($0, []) }
    deadline = Deadline(seconds: seconds)
  }

  deinit {
    if ending == nil {
      _ = kill(pid, SIGKILL)
      var status: Int32 = 0
      _ = unsafe waitpid(pid, &status, 0)
    }
    for stream in streams where stream.descriptor >= 0 { _ = close(stream.descriptor) }
  }

  /// What was written so far to standard output, or to the terminal.
  package var standardOutput: String { text(0) }
  /// What was written so far to standard error; empty on a terminal.
  package var standardError: String { text(1) }

  package func send(_ signal: Int32) { if ending == nil { _ = kill(pid, signal) } }

  /// Sends keystrokes to the program's terminal.
  package func type(_ bytes: [UInt8]) {
    // The array outlives the call.
    unsafe bytes.withUnsafeBytes { _ = unsafe write(streams[0].descriptor, $0.baseAddress, $0.count) }
  }

  /// Waits until the condition holds of what the program wrote; false when it ended, or the deadline came, before.
  package func wait(until condition: (ChildProcess) -> Bool) -> Bool {
    while !condition(self) {
      guard !deadline.isOver, pump() else { return condition(self) }
    }
    return true
  }

  /// Whether the program still has an output open; reads what is there and does not wait.
  package func isRunning() -> Bool { pump(waiting: false) && !deadline.isOver }

  /// Waits for the end and gives all that was written.
  package func result() -> ProcessResult {
    while !deadline.isOver, pump() {}
    return ProcessResult(
      ending: reap(), standardOutput: streams[0].bytes,
      standardError: streams.count > 1 ? streams[1].bytes : [])
  }

  private func text(_ index: Int) -> String {
    streams.indices.contains(index) ? String(decoding: streams[index].bytes, as: UTF8.self) : ""
  }

  /// Reads what is there, waiting for it up to the deadline; false once all streams have ended.
  private func pump(waiting: Bool = true) -> Bool {
    var polled = streams.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
    guard polled.contains(where: { $0.fd >= 0 }) else { return false }
    let count = unsafe poll(&polled, nfds_t(polled.count), waiting ? deadline.remainingMilliseconds : 0)
    guard count > 0 else { return true }
    for index in polled.indices where polled[index].revents != 0 { read(index) }
    return true
  }

  private func read(_ index: Int) {
    let capacity = 1 << 16
    var isEnded = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      // The buffer lives for this closure. A terminal whose other side is closed gives EIO: its end.
      let count = unsafe Glibc.read(streams[index].descriptor, buffer.baseAddress, capacity)
      isEnded = count == 0 || (count < 0 && errno != EINTR)
      filled = max(0, count)
    }
    streams[index].bytes += bytes
    guard isEnded else { return }
    _ = close(streams[index].descriptor)
    streams[index].descriptor = -1
  }

  /// The ending; kills what has not ended by itself at the deadline.
  private func reap() -> ProcessEnding {
    if let ending { return ending }
    let isOverdue = streams.contains { $0.descriptor >= 0 }
    if isOverdue { _ = kill(pid, SIGKILL) }
    var status: Int32 = 0
    while unsafe waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    let found = isOverdue ? ProcessEnding.overdue : ProcessEnding(waitStatus: status)
    ending = found
    return found
  }
}

/// How a program ended.
package enum ProcessEnding: Equatable, Sendable {
  case exited(Int32)
  case signalled(Int32)
  /// It had to be killed at its deadline.
  case overdue

  init(waitStatus: Int32) {
    self = waitStatus & 0x7F == 0 ? .exited((waitStatus >> 8) & 0xFF) : .signalled(waitStatus & 0x7F)
  }
}

/// What a program wrote and how it ended.
package struct ProcessResult: Sendable, CustomStringConvertible {
  package let ending: ProcessEnding
  package let standardOutput: [UInt8]
  package let standardError: [UInt8]

  package var output: String { String(decoding: standardOutput, as: UTF8.self) }
  package var error: String { String(decoding: standardError, as: UTF8.self) }
  /// Nil when a signal or the deadline ended it.
  package var code: Int32? { if case .exited(let code) = ending { code } else { nil } }

  package var description: String {
    "\(ending)\n--- standard output\n\(output.prefix(4000))\n--- standard error\n\(error.prefix(4000))"
  }
}
