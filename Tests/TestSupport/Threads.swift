// Threads for tests that act on a run while it goes on.
internal import Glibc

package struct NoThread: Error {}

/// Runs `body` on a thread of its own.
package func spawnThread(_ body: @escaping @Sendable () -> Void) throws {
  final class Box: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
  let box = unsafe Unmanaged.passRetained(Box(body))
  var thread = pthread_t()
  let code = unsafe pthread_create(
    &thread, nil,
    { argument in
      guard let argument = unsafe argument else { return nil }
      unsafe Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body()
      return nil
    }, box.toOpaque())
  guard code == 0 else {
    unsafe box.release()
    throw NoThread()
  }
  pthread_detach(thread)
}

/// Lets other threads run.
package func yieldThread() { sched_yield() }

/// The id of this process.
package func processID() -> Int32 { getpid() }
