// The permission bits of a path.
import Glibc

/// The lower nine bits of the mode; nil when the path leads nowhere.
func permissions(of path: String) -> UInt32? {
  var record = stat()
  return unsafe stat(path, &record) == 0 ? record.st_mode & 0o777 : nil
}
