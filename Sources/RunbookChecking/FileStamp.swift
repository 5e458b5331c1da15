// What a file system tells of a file without its being read: enough to see that it has changed.
internal import SystemFiles

/// Size, times and identity of a file.
struct FileStamp: Hashable, Sendable {
  let device: UInt
  let inode: UInt
  let size: Int
  /// Nanoseconds since 1970.
  let modified: Int
  /// When its content, name or mode last changed, in nanoseconds since 1970.
  let changed: Int

  init(_ status: FileStatus) {
    device = status.identity.device
    inode = status.identity.inode
    size = status.size
    modified = status.modified
    changed = status.changed
  }

  /// Times of file systems and of the clock may be this much apart: FAT counts in steps of two seconds.
  private static let granularity = 2_000_000_000

  /// The steps in which this file's system counts time, as far as can be told: with full seconds, two of them;
  /// otherwise the ticks of the kernel's clock, which are at most ten milliseconds, and some more.
  private var ownGranularity: Int { changed % 1_000_000_000 == 0 ? Self.granularity : 50_000_000 }

  /// Whether a directory that has this stamp after `time` may have been changed since.
  func mayHaveChanged(since time: Int) -> Bool {
    max(modified, changed) >= time.subtractingReportingOverflow(ownGranularity).partialValue
  }

  /// Whether a file that has this stamp can have other content than what was read after `time`: it changed so
  /// shortly before that a change after the reading could have left the same stamp. Git calls such an entry of its
  /// index "racily clean" (Documentation/technical/racy-git).
  func isRacy(readAfter time: Int) -> Bool {
    max(modified, changed) >= time.subtractingReportingOverflow(Self.granularity).partialValue
  }
}

extension FileStamp {
  func encode(to encoder: inout CacheEncoder) {
    encoder.add(UInt64(device))
    encoder.add(UInt64(inode))
    encoder.add(size)
    encoder.add(modified)
    encoder.add(changed)
  }

  init(from decoder: inout CacheDecoder) throws(CorruptCache) {
    device = UInt(try decoder.word())
    inode = UInt(try decoder.word())
    size = try decoder.number()
    modified = try decoder.number()
    changed = try decoder.number()
  }
}
