// A file without a name that the program started next can read.
internal import Glibc

/// Bytes that a program which is started, or which this process becomes, reads at the path that is given.
///
/// The file has no name any more when this returns, so nobody has to clean up. Only its owner can have opened it.
///
/// - Throws: When it can't be made.
package func inheritedFile(_ bytes: borrowing [UInt8]) throws(SystemError) -> String {
  let scratch = try ScratchDirectory()
  let path = "\(scratch.path)/handed-over"
  let file = try FileDescriptor(opening: path, .create)
  try file.write(bytes)
  let reader = try FileDescriptor(opening: path, .read)
  // A copy of a descriptor is handed on to programs, unlike the descriptor itself.
  let descriptor = dup(reader.rawValue)
  guard descriptor >= 0 else { throw SystemError("cannot hand over", path) }
  return "/dev/fd/\(descriptor)"
}

/// Closes what ``inheritedFile(_:)`` made, once it was read: programs started later have no use for it.
///
/// Other paths are left alone.
package func closeInheritedFile(_ path: String) {
  guard path.utf8.starts(with: "/dev/fd/".utf8), let descriptor = Int32(path.dropFirst(8)), descriptor > 2
  else { return }
  _ = close(descriptor)
}
