// What the program's output is connected to, and how to write there.
internal import Glibc
internal import SystemFiles
internal import Synchronization

/// When to colour.
package enum ColorChoice: String, Sendable, CaseIterable {
  case auto, always, never
}

/// One of the program's output streams.
package struct Terminal: Sendable {
  private let descriptor: Int32

  package static let output = Terminal(descriptor: 1)
  package static let error = Terminal(descriptor: 2)

  package var isTerminal: Bool { isatty(descriptor) == 1 }
  /// Whether somebody can be asked something.
  package static var isInputTerminal: Bool { isatty(0) == 1 }

  /// Whether to colour: as asked, else as `NO_COLOR` (no-color.org), `CLICOLOR_FORCE` and `CLICOLOR`
  /// (bixense.com/clicolors) say, in this order, else on a terminal that is not dumb.
  package func isColoured(_ choice: ColorChoice) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto: !isSet("NO_COLOR") && (isForced || (isTerminal && value("CLICOLOR") != "0" && !isDumb))
    }
  }

  /// Whether places may be shown as links: on a coloured terminal that passes on what it does not know.
  package func showsLinks(_ choice: ColorChoice) -> Bool {
    isTerminal && isColoured(choice) && !isDumb && value("TERM") != "linux"
  }

  private var isForced: Bool { isSet("CLICOLOR_FORCE") && value("CLICOLOR_FORCE") != "0" }
  private var isDumb: Bool { value("TERM") == "dumb" }

  /// Columns; 100 where there is no terminal.
  package var width: Int { size.columns }

  /// Columns and rows; 100 and 40 where there is no terminal.
  package var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else { return (100, 40) }
    return (size.ws_col > 0 ? Int(size.ws_col) : 100, size.ws_row > 0 ? Int(size.ws_row) : 40)
  }

  /// Writes all of a text; false when nobody reads any more or the disk is full.
  @discardableResult
  package func write(_ text: String) -> Bool { write(Array(text.utf8)) }

  /// Writes all of some bytes; false when nobody reads any more or the disk is full.
  @discardableResult
  package func write(_ bytes: [UInt8]) -> Bool {
    var written = 0
    while written < bytes.count {
      // The pointer stays inside `bytes`: `written` is below its count.
      let result = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if result < 0, errno == EINTR { continue }
      guard result > 0 else {
        if descriptor == 1 { outputFailure.store(errno, ordering: .relaxed) }
        return false
      }
      written += result
    }
    return true
  }

  /// Why standard output could not be written; nil when all is well, or when its reader went away.
  package static var lostOutput: String? {
    let code = outputFailure.load(ordering: .relaxed)
    return code == 0 || code == EPIPE
      ? nil : SystemError("cannot write", "standard output", code: code).description
  }

  private func isSet(_ name: String) -> Bool { value(name).map { !$0.isEmpty } ?? false }

  private func value(_ name: String) -> String? {
    guard let text = unsafe getenv(name) else { return nil }
    return unsafe String(cString: text)
  }
}

/// The `errno` of the last write to standard output that failed.
private let outputFailure = Atomic<Int32>(0)

/// A write to a closed pipe is an error of the write, not the end of the program.
package func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }
