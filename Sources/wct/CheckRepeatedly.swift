// `wct check --watch`: shows each check as soon as something has changed, until a signal.
internal import CommandSupport
internal import Diagnostics
internal import RunbookChecking
internal import SystemFiles

extension Check {
  /// Never returns; ends the program when there is nobody to write to, or when the system can't watch.
  func repeatOnChanges(_ session: CheckSession, _ cache: CheckCache?) throws -> Never {
    SignalWatcher.start { $0.exitStatus.leave() }
    do {
      let watch = try CheckWatch()
      var shown: String?
      var isChanged = true
      while true {
        var text = ""
        _ = try check(session) { _ in
        } write: {
          text += $0
        }
        save(cache)
        // What was looked at again without need is not shown again.
        if isChanged || text != shown { try show(text, session.watchPlan?.fileCount ?? 0) }
        shown = text
        isChanged = try session.watchPlan.map { try watch.wait(for: $0) } ?? true
      }
    } catch let error as SystemError {
      throw ProgramError(.cannotWatch, error.description, leaving: .failed)
    }
  }

  /// On a terminal the screen is for the last check alone.
  private func show(_ text: String, _ fileCount: Int) throws {
    let terminal = Terminal.output
    let files = ShownText.count(fileCount, "file")
    let clearing = terminal.isTerminal ? "\u{1B}[H\u{1B}[2J\u{1B}[3J" : ""
    let hint = terminal.isTerminal ? "; Ctrl-C ends this" : ""
    let line = "watching \(files)\(hint)\n"
    let isText = output.shownFormat == .text || output.shownFormat == .short
    guard terminal.write(clearing + text + (isText ? line : "")) else { throw ExitStatus.failed.exitCode }
    if !isText { Terminal.error.write(line) }
  }
}
