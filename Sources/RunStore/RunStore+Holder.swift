// Which process has a run. Does not know how it is asked to let go.
internal import PlanMachine
package import RunHistory
internal import SystemFiles

/// Who has a run.
package enum RunHolder: Sendable, Hashable {
  /// No live process.
  case nobody
  /// The process that the lock file names, which has the lock.
  case process(Int32)
  /// Some process; which one can't be told for certain.
  case unknown
}

extension RunStore {
  /// The process that has a run. A number in a file proves nothing: the system has to say that it has the lock.
  package func holder(of run: RunID) -> RunHolder {
    guard RunLease.isHeld(run, layout: layout) else { return .nobody }
    let path = layout.lock(run)
    guard let bytes = try? readFile(path, limit: 64), let status = try? FileStatus.of(path),
      let process = Int32(String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)), process > 1,
      let locks = try? readFile("/proc/locks")
    else { return .unknown }
    let table = LockTable(String(decoding: locks, as: UTF8.self))
    return table.holds(process, inode: status.identity.inode) ? .process(process) : .unknown
  }
}

/// The locks of the system, as `/proc/locks` lists them (proc(5)).
///
/// `1: FLOCK  ADVISORY  WRITE 1234 08:01:5678 0 EOF`: the kind, the process, and the file's device and inode. The
/// device is not compared: on file systems of several layers it is another one than that of the file's status.
struct LockTable {
  private let lines: [[Substring]]

  init(_ text: String) { lines = text.split(separator: "\n").map { $0.split(separator: " ") } }

  /// Whether a process has a lock on a whole file for itself.
  func holds(_ process: Int32, inode: UInt) -> Bool {
    lines.contains { fields in
      fields.count >= 6 && fields[1] == "FLOCK" && fields[3] == "WRITE" && fields[4] == "\(process)"
        && fields[5].split(separator: ":").last == "\(inode)"
    }
  }
}
