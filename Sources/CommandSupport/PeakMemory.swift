// How much memory the process has used at most.
internal import Glibc

/// Bytes of memory that were resident at once at most; 0 where the system does not say.
package func peakMemory() -> Int {
  var usage = rusage()
  guard unsafe getrusage(RUSAGE_SELF.rawValue, &usage) == 0 else { return 0 }
  // Linux counts kibibytes.
  return usage.ru_maxrss * 1024
}
