// posix_spawn with its C arrays, and the descriptors that connect a child with its test.
internal import Glibc
internal import Synchronization
internal import SystemFiles

/// The descriptors of one child.
struct Plumbing {
  /// What the test reads: standard output or the terminal, then standard error where it is apart.
  let ownEnds: [Int32]
  /// For the child's descriptors 0, 1 and 2; -1: `/dev/null` or the file.
  fileprivate let childEnds: [Int32]
  fileprivate let outputFile: String?
  fileprivate let terminalPath: String?

  init(_ place: OutputPlace) throws {
    switch place {
    case .terminal:
      let (main, other, path) = try Self.terminal()
      (ownEnds, childEnds, outputFile, terminalPath) = ([main], [other, other, other], nil, path)
    case .pipes:
      let (output, error) = (try Self.pipe(), try Self.pipe())
      ownEnds = [output.0, error.0]
      (childEnds, outputFile, terminalPath) = ([-1, output.1, error.1], nil, nil)
    case .file(let path):
      let error = try Self.pipe()
      // The first stream has ended before it began.
      ownEnds = [-1, error.0]
      (childEnds, outputFile, terminalPath) = ([-1, -1, error.1], path, nil)
    }
  }

  func closeChildEnds() { for descriptor in Set(childEnds) where descriptor >= 0 { _ = close(descriptor) } }

  /// Both ends close on exec: no other test's child may keep them open.
  private static func pipe() throws -> (Int32, Int32) {
    var ends: [Int32] = [-1, -1]
    guard unsafe Glibc.pipe(&ends) == 0 else { throw SystemError("cannot make", "a pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func terminal() throws -> (Int32, Int32, String) {
    let main = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    // TIOCSPTLCK and TIOCGPTN of Linux, which the module map leaves out.
    var (isLocked, number): (Int32, UInt32) = (0, 0)
    guard main >= 0, unsafe ioctl(main, 0x4004_5431, &isLocked) == 0,
      unsafe ioctl(main, 0x8004_5430, &number) == 0
    else { throw SystemError("cannot make", "a pseudo-terminal") }
    let path = "/dev/pts/\(number)"
    let other = unsafe open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard other >= 0 else { throw SystemError("cannot open", "a terminal") }
    var size = winsize(ws_row: 40, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(main, UInt(TIOCSWINSZ), &size)
    return (main, other, path)
  }
}

/// Between making a pipe and marking it, no child may be born that would inherit it.
let spawningIsExclusive = Mutex<Void>(())

enum Spawning {
  /// Starts a program in a session of its own where it has a terminal, else in a process group of its own.
  static func spawn(
    _ arguments: [String], directory: String, environment: [String], _ plumbing: Plumbing
  ) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe connect(&actions, plumbing)
    // A test runner may have blocked or ignored signals; the program begins with the defaults.
    var none = sigset_t()
    var all = sigset_t()
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    let setsid: Int32 = 0x80  // POSIX_SPAWN_SETSID of glibc, which the module map leaves out
    let group = plumbing.terminalPath != nil ? setsid : Int32(POSIX_SPAWN_SETPGROUP)
    let flags = group | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
    return try unsafe start(
      ["/usr/bin/env", "-C", directory] + arguments, environment, &actions, &attributes)
  }

  private static func connect(_ actions: inout posix_spawn_file_actions_t, _ plumbing: Plumbing) {
    if let path = plumbing.terminalPath {
      // The leader of a new session that opens a terminal has it as its own: keystrokes become signals.
      _ = unsafe posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
    }
    for (target, descriptor) in plumbing.childEnds.enumerated()
    where target > 0 || plumbing.terminalPath == nil {
      let number = Int32(target)
      if descriptor >= 0 {
        _ = unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, number)
      } else {
        let path = number == 1 ? plumbing.outputFile ?? "/dev/null" : "/dev/null"
        let flags = number == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC
        _ = unsafe posix_spawn_file_actions_addopen(&actions, number, path, flags, 0o644)
      }
    }
  }

  /// `env` changes the directory and becomes the program: the Glibc module has no file action for it.
  private static func start(
    _ arguments: [String], _ environment: [String], _ actions: inout posix_spawn_file_actions_t,
    _ attributes: inout posix_spawnattr_t
  ) throws -> pid_t {
    // The copies live until the child has its own, and are freed below.
    var argv: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) } + [nil]
    var envp: [UnsafeMutablePointer<CChar>?] = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (argv + envp).forEach { unsafe free($0) } }
    var pid = pid_t()
    let code = unsafe posix_spawn(&pid, arguments[0], &actions, &attributes, &argv, &envp)
    guard code == 0 else { throw SystemError("cannot start", arguments[0], code: code) }
    return pid
  }
}
