// A mutex with a condition: pthreads, because nothing else here waits until a point in time.
internal import Glibc

/// A lock and a condition that belongs to it; waits are measured on the monotonic clock.
///
/// Both pointers are allocated and freed with the object and are never handed out.
@safe package final class Monitor: @unchecked Sendable {  // made of a mutex
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>

  package init() {
    unsafe mutex = .allocate(capacity: 1)
    unsafe condition = .allocate(capacity: 1)
    var attributes = pthread_condattr_t()
    // Initialising these with valid arguments can't fail on Linux.
    _ = unsafe pthread_mutex_init(mutex, nil)
    _ = unsafe pthread_condattr_init(&attributes)
    _ = unsafe pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    _ = unsafe pthread_cond_init(condition, &attributes)
    _ = unsafe pthread_condattr_destroy(&attributes)
  }

  deinit {
    // Nobody waits: whoever waits holds a reference.
    _ = unsafe pthread_cond_destroy(condition)
    _ = unsafe pthread_mutex_destroy(mutex)
    unsafe condition.deallocate()
    unsafe mutex.deallocate()
  }

  /// Runs `body` while holding the lock; it must not take it again.
  package func withLock<Result>(_ body: () throws -> Result) rethrows -> Result {
    _ = unsafe pthread_mutex_lock(mutex)
    defer { _ = unsafe pthread_mutex_unlock(mutex) }
    return try body()
  }

  /// Waits, inside ``withLock(_:)``, for a signal or until `deadline` (nanoseconds of the monotonic clock).
  ///
  /// It may return for no reason: the caller looks again.
  package func wait(until deadline: Int?) {
    guard let deadline else {
      _ = unsafe pthread_cond_wait(condition, mutex)
      return
    }
    let time = max(0, deadline)
    var point = timespec(tv_sec: time / 1_000_000_000, tv_nsec: time % 1_000_000_000)
    _ = unsafe pthread_cond_timedwait(condition, mutex, &point)
  }

  package func signal() { _ = unsafe pthread_cond_signal(condition) }
  package func broadcast() { _ = unsafe pthread_cond_broadcast(condition) }
}
