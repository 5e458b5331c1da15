// Finds the other program of the toolchain, beside this one, and becomes it.
internal import Glibc
package import SystemFiles

/// Where the toolchain's programs are.
package enum ProgramLocation {
  /// The path of a program in the directory of this one; nil when it is not there.
  package static func beside(_ name: String) -> String? {
    guard let own = try? resolvePath("/proc/self/exe") else { return nil }
    let path = PathText.join(PathText.parent(of: own), name)
    return unsafe access(path, X_OK) == 0 ? path : nil
  }

  /// Replaces this process by a program; returns only when that fails.
  package static func become(_ path: String, arguments: [String]) -> SystemError {
    var pointers: [UnsafeMutablePointer<CChar>?] = unsafe ([path] + arguments).map { unsafe strdup($0) }
    unsafe pointers.append(nil)
    // The strings live until the new program takes over; on failure they are freed below.
    _ = unsafe execv(path, pointers)
    let error = SystemError("cannot start", path)
    unsafe pointers.forEach { unsafe free($0) }
    return error
  }
}
