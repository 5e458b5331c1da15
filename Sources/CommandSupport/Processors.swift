// What of the machine's processors and memory this process may use.
internal import CMalloc
internal import Glibc

/// Processors that are there to work; at least 1.
package func availableProcessors() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

/// Lets the allocator keep so many bytes of freed memory, and hand larger blocks back to the system at once.
///
/// Otherwise it would learn from large blocks that were freed to keep such blocks, in one arena a thread.
package func keepFreedMemory(upTo bytes: Int) {
  _ = mallopt(M_MMAP_THRESHOLD, 1 << 20)
  _ = mallopt(M_TRIM_THRESHOLD, Int32(clamping: max(1 << 20, bytes)))
  _ = mallopt(M_ARENA_MAX, 4)
}
