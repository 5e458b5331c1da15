// Waits until a check would see something new. Does not check.
package import SystemFiles

/// Watches what checks look at.
package struct CheckWatch {
  private let changes: DirectoryChanges
  /// Quiet for so long, a burst of changes is over: an editor writes, renames and removes for one save.
  private static let quietMilliseconds: Int32 = 30
  /// A program that writes all the time is looked at nevertheless.
  private static let maximumBursts = 100

  package init() throws(SystemError) { changes = try DirectoryChanges() }

  /// Waits for a change that concerns a plan.
  ///
  /// - Returns: False, at once, when a directory is watched from now on only: what changed in it before was not seen,
  ///   and has to be looked for by a further check.
  package func wait(for plan: WatchPlan) throws(SystemError) -> Bool {
    var isNew = false
    for directory in plan.directories where try changes.watch(directory) { isNew = true }
    if isNew { return false }
    while true {
      let first = try changes.wait(milliseconds: nil)
      guard first.contains(where: plan.concerns) else { continue }
      for _ in 0..<Self.maximumBursts where try changes.wait(milliseconds: Self.quietMilliseconds).isEmpty {
        return true
      }
      return true
    }
  }
}
