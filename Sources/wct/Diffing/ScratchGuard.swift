// Sees to it that temporary directories do not outlive the process, even where a signal ends it.
internal import CommandSupport
internal import Synchronization
internal import SystemFiles

enum ScratchGuard {
  private static let directories = Mutex<[String]>([])

  /// Removes a directory before SIGINT or SIGTERM end the process; whoever made it removes it otherwise.
  static func protect(_ directory: String) {
    let isFirst = directories.withLock { directories in
      directories.append(directory)
      return directories.count == 1
    }
    guard isFirst else { return }
    SignalWatcher.start { signal in
      for directory in directories.withLock({ $0 }) { ScratchDirectory.remove(directory) }
      signal.exitStatus.leave()
    }
  }
}
