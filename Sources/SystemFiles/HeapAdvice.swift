// Asks the system for memory in few large steps where a program is about to need much. Does not know what for.
internal import CMalloc
internal import Glibc

/// Tells the allocator that about so many bytes will be needed soon, by the main thread.
///
/// Arrays that grow are then moved within one heap instead of being mapped anew each time, and the kernel backs the
/// heap with huge pages where it has some: fewer page faults, which are a tenth of the time that a large file takes. Only
/// what is touched counts as used. Beyond the bound the kernel would have to make room for huge pages first, which
/// costs more than they save.
package func prepareHeap(forBytes count: Int) {
  let size = min(count, 1 << 26)
  guard size >= 1 << 22 else { return }
  _ = mallopt(M_MMAP_THRESHOLD, 1 << 30)
  _ = mallopt(M_TRIM_THRESHOLD, 1 << 30)
  guard let block = unsafe malloc(size) else { return }
  // The block is given back at once: it is the end of the heap, which stays.
  unsafe free(block)
  let page = 1 << 21
  let start = (Int(bitPattern: block) + page - 1) & ~(page - 1)
  let length = (Int(bitPattern: block) + size - start) & ~(page - 1)
  guard length > 0 else { return }
  // SAFETY: the range lies inside the heap, and the advice changes nothing of what is in it.
  _ = unsafe madvise(UnsafeMutableRawPointer(bitPattern: start), length, MADV_HUGEPAGE)
}
