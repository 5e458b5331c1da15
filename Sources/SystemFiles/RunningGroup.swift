// The process groups that this process has started, so that none outlives it. Does not know what they do.
internal import Glibc
internal import Synchronization

/// The groups that run now, by the id of their leader.
private let runningGroups = Mutex<Set<pid_t>>([])

/// A group whose leader this process has started. What is left of it is killed at the latest with this value.
package struct RunningGroup: ~Copyable {
  private let leader: pid_t
  private var isReaped = false

  init(_ leader: pid_t) {
    self.leader = leader
    runningGroups.withLock { _ = $0.insert(leader) }
  }

  deinit { if !isReaped { _ = Self.end(leader) } }

  func send(_ signal: Int32) { _ = kill(-leader, signal) }

  /// Whether the leader has ended; it stays a zombie, so that nobody else can have its number.
  var leaderHasEnded: Bool {
    // The information lives for the call; of its union nothing is read.
    var info = unsafe siginfo_t()
    let code = unsafe waitid(P_PID, id_t(leader), &info, WEXITED | WNOHANG | WNOWAIT)
    return unsafe code != 0 || info.si_signo == SIGCHLD
  }

  /// Kills whatever is left of the group, and gives how the leader ended: its code, or 128 and its signal's number.
  consuming func endAll() -> Int32 {
    isReaped = true
    return Self.end(leader)
  }

  private static func end(_ leader: pid_t) -> Int32 {
    // A leader that has ended by itself is a zombie: the signal reaches only those that it left behind.
    _ = kill(-leader, SIGKILL)
    var status: Int32 = 0
    // The status lives for the call.
    while unsafe waitpid(leader, &status, 0) < 0 && errno == EINTR {}
    runningGroups.withLock { _ = $0.remove(leader) }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  /// Kills all groups that this process has started; for a process that leaves at once.
  package static func killAll() {
    for leader in runningGroups.withLock({ $0 }) { _ = kill(-leader, SIGKILL) }
  }
}
