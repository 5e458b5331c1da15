// Runs one of the toolchain's programs to its end and gives what it wrote. Knows nothing of what it does.
internal import Glibc
package import SystemFiles

/// Another process whose output is wanted as text.
package enum ChildProgram {
  /// Runs a program in the working directory; standard output and error go to one file, in the order written.
  ///
  /// - Throws: when the program can't be started. However it ends, that is no error.
  package static func run(
    _ path: String, _ arguments: [String], environment: [String], output: String
  ) throws(SystemError) {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    _ = unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    _ = unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    _ = unsafe posix_spawn_file_actions_adddup2(&actions, 1, 2)
    // The copies live until the child has its own, and are freed below.
    var argv: [UnsafeMutablePointer<CChar>?] = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    var envp: [UnsafeMutablePointer<CChar>?] = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (argv + envp).forEach { unsafe free($0) } }
    var process = pid_t()
    let code = unsafe posix_spawn(&process, path, &actions, nil, &argv, &envp)
    guard code == 0 else { throw SystemError("cannot start", path, code: code) }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
  }
}
