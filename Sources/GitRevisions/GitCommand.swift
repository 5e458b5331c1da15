// Runs git: an array of arguments, no shell, a clean environment. Knows nothing of what is asked.
internal import Glibc
internal import SystemFiles

/// One call of git. Input and output are files of a scratch directory, so neither side can wait for the
/// other.
struct GitCommand {
  /// Where the files of a call lie.
  let scratch: String
  /// Where one stands.
  let directory: String

  struct Answer {
    /// Nil when a signal ended it.
    let code: Int32?
    let output: [UInt8]
    let error: String

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// The largest answer that is read.
  private static let limit = 1 << 30

  /// Runs git in the directory.
  func run(_ arguments: [String], input: [UInt8] = []) throws(GitFault) -> Answer {
    let paths = (input: "\(scratch)/input", output: "\(scratch)/output", error: "\(scratch)/error")
    do {
      try writeFile(paths.input, input, permissions: 0o600, isDurable: false)
      let pid = try spawn(Self.settings + ["-C", directory] + arguments, paths)
      var status: Int32 = 0
      // The status lives for the call.
      while unsafe waitpid(pid, &status, 0) < 0 && errno == EINTR {}
      return Answer(
        code: status & 0x7F == 0 ? (status >> 8) & 0xFF : nil,
        output: try readFile(paths.output, limit: Self.limit),
        error: String(decoding: try readFile(paths.error, limit: 1 << 20), as: UTF8.self))
    } catch let error as SystemError {
      throw error.isMissing && error.path == "git" ? .noGit : .failed(error.description)
    } catch {
      throw .failed("\(error)")
    }
  }

  /// Nothing that a repository configures is run, nothing is fetched, and paths are what they look like.
  private static let settings = [
    "git", "--no-pager", "--no-replace-objects", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c",
    "core.quotePath=false",
  ]

  /// The environment without what would lead git to another repository than the one that one stands in:
  /// within a hook, `GIT_DIR` and its like name the repository of the hook.
  private static func environment() -> [String] {
    var kept: [String] = []
    var entry = unsafe environ
    // The list ends with a null pointer; every text is copied at once.
    while let text = unsafe entry.pointee {
      kept.append(unsafe String(cString: text))
      unsafe entry += 1
    }
    kept.removeAll { $0.hasPrefix("GIT_") || $0.hasPrefix("LC_") || $0.hasPrefix("LANG") }
    return kept + [
      "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1", "LC_ALL=C",
    ]
  }

  private func spawn(
    _ arguments: [String], _ paths: (input: String, output: String, error: String)
  ) throws(SystemError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    // The actions and attributes live until the end of this function.
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    _ = unsafe posix_spawn_file_actions_addopen(&actions, 0, paths.input, O_RDONLY, 0)
    _ = unsafe posix_spawn_file_actions_addopen(&actions, 1, paths.output, flags, 0o600)
    _ = unsafe posix_spawn_file_actions_addopen(&actions, 2, paths.error, flags, 0o600)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // This process may wait for its signals on a thread of its own; git takes them as usual.
    var none = sigset_t()
    _ = unsafe sigemptyset(&none)
    _ = unsafe posix_spawnattr_setsigmask(&attributes, &none)
    _ = unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    // The copies live until the child has its own, and are freed below.
    var argv: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) } + [nil]
    var envp: [UnsafeMutablePointer<CChar>?] = unsafe Self.environment().map { unsafe strdup($0) } + [nil]
    defer { unsafe (argv + envp).forEach { unsafe free($0) } }
    var pid = pid_t()
    let code = unsafe posix_spawnp(&pid, "git", &actions, &attributes, &argv, &envp)
    guard code == 0 else { throw SystemError("cannot start", "git", code: code) }
    return pid
  }
}
