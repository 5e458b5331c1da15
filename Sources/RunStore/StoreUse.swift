// Who uses a store: those who write to it share it, who collects what nothing refers to has it alone.
internal import Glibc
internal import PlanMachine
internal import SystemFiles

/// A share of a store, or the whole of it, until this object goes away or its process dies.
///
/// A blob is written before the journal refers to it, so nothing may be collected while anybody writes.
final class StoreUse: Sendable {
  private static let pause: UInt32 = 5_000
  /// Ten minutes: collecting takes seconds, on a very large store a minute.
  private static let patience = 120_000
  private let file: FileDescriptor

  private init(_ file: consuming FileDescriptor) { self.file = file }

  /// Uses the store beside others; waits while somebody collects.
  static func shared(_ layout: StoreLayout) throws(StoreError) -> StoreUse {
    guard let use = try lock(layout, isShared: true, attempts: patience) else {
      throw StoreError(
        .held, "'wct gc' has had the store \(layout.root) for ten minutes", hint: "wait for it to end")
    }
    return use
  }

  /// Has the store alone; nil while anybody uses it.
  static func alone(_ layout: StoreLayout) throws(StoreError) -> StoreUse? {
    try lock(layout, isShared: false, attempts: 1)
  }

  private static func lock(
    _ layout: StoreLayout, isShared: Bool, attempts: Int
  ) throws(StoreError) -> StoreUse? {
    do {
      let file = try FileDescriptor(opening: layout.useLock, .readWrite)
      for attempt in 0..<attempts {
        if attempt > 0 { _ = usleep(pause) }
        if file.tryLock(isShared: isShared) { return StoreUse(file) }
      }
      return nil
    } catch {
      throw StoreError(error)
    }
  }
}
