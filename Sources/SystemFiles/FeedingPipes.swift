// The pipes between this process and a program that it feeds. Does not know which program.
internal import Glibc

/// Bytes on their way into a pipe.
struct Feed {
  let bytes: [UInt8]
  var offset = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isDone: Bool { offset >= bytes.count }
}

/// Four pipes: standard input, output, error, and descriptor 3 of a child. Closed with the value.
struct FeedingPipes: ~Copyable {
  /// For the child's descriptors 0 to 3.
  private(set) var childEnds: [Int32]
  /// The other ends, in the same order.
  private var ownEnds: [Int32]

  init() throws(SystemError) {
    childEnds = []
    ownEnds = []
    for target in 0..<4 {
      var pair: [Int32] = [-1, -1]
      // The array outlives the call.
      guard unsafe pipe(&pair) == 0 else { throw SystemError("cannot make", "a pipe") }
      // Out of the way of the child's own numbers, and closed in every other child.
      let high = pair.map { fcntl($0, F_DUPFD_CLOEXEC, 10) }
      for end in pair { _ = close(end) }
      let isRead = target == 0 || target == 3
      childEnds.append(isRead ? high[0] : high[1])
      ownEnds.append(isRead ? high[1] : high[0])
      guard high.allSatisfy({ $0 >= 0 }) else { throw SystemError("cannot make", "a pipe") }
      _ = fcntl(ownEnds[target], F_SETFL, O_NONBLOCK)
    }
  }

  deinit { for end in childEnds + ownEnds where end >= 0 { _ = close(end) } }

  mutating func closeChildEnds() {
    for end in childEnds { _ = close(end) }
    childEnds = []
  }

  /// Whether the child may still write something.
  var isReadable: Bool { ownEnds[1] >= 0 || ownEnds[2] >= 0 }

  /// Moves what can be moved, waiting for it at most so long.
  mutating func move(
    _ feeds: inout [Feed], _ output: inout [UInt8], _ error: inout [UInt8], milliseconds: Int32
  ) {
    for (place, end) in [0, 3].enumerated() where feeds[place].isDone { closeOwn(end) }
    let writing = Int16(POLLOUT)
    let reading = Int16(POLLIN)
    var polled = ownEnds.enumerated().map {
      pollfd(fd: $0.element, events: $0.offset == 0 || $0.offset == 3 ? writing : reading, revents: 0)
    }
    // The array outlives the call.
    guard unsafe poll(&polled, nfds_t(polled.count), milliseconds) > 0 else { return }
    if polled[0].revents != 0 { write(0, &feeds[0]) }
    if polled[3].revents != 0 { write(3, &feeds[1]) }
    if polled[1].revents != 0 { read(1, into: &output) }
    if polled[2].revents != 0 { read(2, into: &error) }
  }

  private mutating func closeOwn(_ place: Int) {
    if ownEnds[place] >= 0 { _ = close(ownEnds[place]) }
    ownEnds[place] = -1
  }

  private mutating func write(_ place: Int, _ feed: inout Feed) {
    let end = ownEnds[place]
    let (offset, count) = (feed.offset, feed.bytes.count - feed.offset)
    // The bytes live for the call.
    let written = unsafe feed.bytes.withUnsafeBytes { bytes in
      unsafe Glibc.write(end, bytes.baseAddress?.advanced(by: offset), count)
    }
    if written > 0 {
      feed.offset += written
    } else if errno != EAGAIN && errno != EINTR {
      // The child reads no more of it: it has failed, and says why on its standard error.
      feed.offset = feed.bytes.count
    }
  }

  private mutating func read(_ place: Int, into text: inout [UInt8]) {
    let capacity = 1 << 16
    let end = ownEnds[place]
    var isEnded = false
    text += unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      // The buffer lives for this closure.
      let count = unsafe Glibc.read(end, buffer.baseAddress, capacity)
      isEnded = count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN)
      filled = max(0, count)
    }
    if isEnded { closeOwn(place) }
  }
}
