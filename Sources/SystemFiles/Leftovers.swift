// Removes what writers of a file left beside it when they were killed. Knows nothing of what is in it.

/// Removes the unfinished files beside `path` whose writers are gone; see ``AtomicFile``.
///
/// A writer holds a lock on its file, which ends with its process: what can be locked has no writer any more.
package func removeLeftovers(of path: String) {
  let directory = PathText.parent(of: path)
  guard let entries = try? listDirectory(directory) else { return }
  let prefix = "\(PathText.name(of: path))."
  for entry in entries {
    guard let name = entry.text, name.hasPrefix(prefix), isOwn(name.dropFirst(prefix.count)) else { continue }
    let leftover = PathText.join(directory, name)
    if let file = try? FileDescriptor(opening: leftover, .read), file.tryLock() { try? removeFile(leftover) }
  }
}

/// Whether a name ends as those of unfinished files do: the number of a process, a random number, the suffix.
private func isOwn(_ ending: Substring) -> Bool {
  guard ending.hasSuffix(AtomicFile.suffix) else { return false }
  let numbers = ending.dropLast(AtomicFile.suffix.count).split(
    separator: ".", omittingEmptySubsequences: false)
  return numbers.count == 2
    && numbers.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
