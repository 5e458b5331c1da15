// Who runs a run: a lock that dies with its process.
internal import Glibc
internal import PlanMachine
internal import RunHistory
internal import SystemFiles

/// The ownership of a run, held until this object goes away or its process dies, however it dies.
///
/// The lock file stays: removing it would let two processes lock two files of one name.
final class RunLease {
  private let file: FileDescriptor

  /// Takes the run.
  ///
  /// - Throws: ``StoreError`` (`held`) with the process that has it.
  init(_ run: RunID, layout: StoreLayout) throws(StoreError) {
    do {
      file = try FileDescriptor(opening: layout.lock(run), .readWrite)
      guard Self.lock(file) else { throw Self.held(run, layout) }
      try file.truncate()
      try file.write(Array("\(getpid())\n".utf8))
    } catch let error as SystemError {
      throw StoreError(error)
    } catch {
      throw StoreError(error, database: layout.lock(run))
    }
  }

  /// Those who only look hold a shared lock for a few microseconds; they are waited for.
  private static func lock(_ file: borrowing FileDescriptor) -> Bool {
    for _ in 0..<20 {
      if file.tryLock() { return true }
      _ = usleep(1_000)
    }
    return false
  }

  private static func held(_ run: RunID, _ layout: StoreLayout) -> StoreError {
    let holder = processID(run, layout).map { "the process \($0)" } ?? "another process"
    return StoreError(
      .held, "the run \(run) is held by \(holder)", hint: "wait for it to end, or end it first")
  }

  private static func processID(_ run: RunID, _ layout: StoreLayout) -> Int? {
    guard let bytes = try? readFile(layout.lock(run), limit: 64) else { return nil }
    return Int(String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self))
  }

  /// Whether a live process has the run.
  static func isHeld(_ run: RunID, layout: StoreLayout) -> Bool {
    guard let file = try? FileDescriptor(opening: layout.lock(run), .read) else { return false }
    return !file.tryLock(isShared: true)
  }
}
