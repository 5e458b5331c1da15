// The library that disturbs a program's file operations, built when first needed. What it does: Tests/FaultInjection.
internal import Glibc
internal import SystemFiles
internal import TestSupport

/// One disturbed file operation.
struct Fault: Sendable, CustomStringConvertible {
  enum Kind: String, Sendable, CaseIterable {
    /// The process dies before the operation.
    case kill
    /// The process dies in the middle of a write.
    case tear
    /// No space is left, from then on.
    case full
    /// The operation fails.
    case error
    /// The process dies, and what was not synced is lost.
    case power
  }

  let kind: Kind
  /// The number of the operation, from 1; 0: none is disturbed.
  let operation: Int

  var description: String { "\(kind) at operation \(operation)" }
}

enum FaultLibrary {
  /// The library's path.
  static let path = Result { try build() }

  /// What the process of a program needs in its environment, to count and disturb what it does below `root`.
  static func environment(_ fault: Fault, root: String, image: String, counter: String) throws -> [String:
    String]
  {
    var variables = [
      "LD_PRELOAD": try path.get(), "FAULT_ROOT": root, "FAULT_KIND": fault.kind.rawValue,
      "FAULT_AT": String(fault.operation), "FAULT_COUNT": counter,
    ]
    if fault.kind == .power { variables["FAULT_IMAGE"] = image }
    return variables
  }

  /// What a process needs in its environment for that reading any file below `directory` never comes back.
  static func environment(hangingBelow directory: String) throws -> [String: String] {
    ["LD_PRELOAD": try path.get(), "FAULT_HANG": try resolvePath(directory)]
  }

  /// Beside the programs that were built with these tests. Swift on Linux comes with a C compiler.
  private static func build() throws -> String {
    let directory = PathText.parent(of: try resolvePath("/proc/self/exe"))
    let (source, target) = ("\(Repository.path)/Tests/FaultInjection/faults.c", "\(directory)/faults.so")
    let own = "\(target).\(getpid())"
    let path = unsafe getenv("PATH").map { unsafe String(cString: $0) } ?? "/usr/bin:/bin"
    let compile =
      "for c in clang cc gcc; do if command -v $c >/dev/null; then exec $c \"$@\"; fi; done; exit 127"
    let result = try ChildProcess(
      "/bin/sh", ["-c", compile, "sh", "-shared", "-fPIC", "-O1", "-o", own, source, "-ldl", "-lpthread"],
      directory: directory, environment: ["PATH": path]
    ).result()
    guard result.code == 0 else { throw FailedTool(program: "the C compiler", result: result) }
    guard unsafe rename(own, target) == 0 else { throw SystemError("cannot create", target) }
    return target
  }
}
