// Starts threads for plain blocking code. Knows nothing of what they do.
internal import Glibc

/// Threads that nobody joins.
package enum DetachedThread {
  /// Bytes; components and regular expressions recurse little.
  private static let stackSize = 4 << 20

  /// Runs `body` on a thread of its own.
  ///
  /// - Returns: Zero, or the error of `pthread_create`; then `body` never runs.
  package static func start(_ body: @escaping @Sendable () -> Void) -> Int32 {
    var attributes = pthread_attr_t()
    _ = unsafe pthread_attr_init(&attributes)
    defer { _ = unsafe pthread_attr_destroy(&attributes) }
    _ = unsafe pthread_attr_setdetachstate(&attributes, CInt(PTHREAD_CREATE_DETACHED))
    _ = unsafe pthread_attr_setstacksize(&attributes, stackSize)
    // The thread takes over this reference; it is given back here where no thread came into being.
    let reference = unsafe Unmanaged.passRetained(ThreadBody(body))
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, &attributes,
      { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, reference.toOpaque())
    if code != 0 { unsafe reference.release() }
    return code
  }
}

/// What a thread runs, as an object that C can carry.
private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
