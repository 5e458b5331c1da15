// What the operating system said when a call failed.
internal import Glibc

/// The system's calls end a path at its first NUL, and would look at another file than the one that is named.
func checkPath(_ path: String, _ action: String) throws(SystemError) {
  guard !path.utf8.contains(0) else { throw SystemError(action, path, code: EINVAL) }
}

/// A failed call on a file: what was tried, on which path, and the system's reason.
package struct SystemError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was tried, as a phrase: "cannot open".
  package let action: String
  package let path: String
  /// The value of `errno`.
  package let code: Int32

  package init(_ action: String, _ path: String, code: Int32 = errno) {
    self.action = action
    self.path = path
    self.code = code
  }

  /// The system's own words for the code.
  package var reason: String {
    // strerror's buffer is this thread's own; it is copied before anything else can run.
    unsafe String(cString: strerror(code))
  }

  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }
  /// The path itself is at fault: it leads nowhere, elsewhere, or where this user may not go.
  package var isWrongPath: Bool {
    [ENOENT, ENOTDIR, EISDIR, EACCES, EPERM, EROFS, ELOOP, ENAMETOOLONG, EINVAL].contains(code)
  }
  package var isDiskFull: Bool { code == ENOSPC || code == EDQUOT }

  package var description: String {
    let hint = isDiskFull ? "; free some space and try again" : ""
    return "\(action) \(path): \(reason)\(hint)"
  }
}
