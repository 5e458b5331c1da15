// Finds commands by their names before the argument parser does: to parse with one alone, and to say which one was
// probably meant where there is none.
internal import ArgumentParser
internal import Diagnostics

enum CommandWord {
  /// The subcommand of a name or an alias; nil when there is none.
  static func command<Root: ParsableCommand>(
    named word: String, of root: Root.Type
  ) -> (any ParsableCommand.Type)? {
    root.configuration.subcommands.first { command in
      command._commandName == word || command.configuration.aliases.contains(word)
    }
  }

  /// - Throws: ``ProgramError`` when the first argument, or the one after `help`, is a word that is no command.
  static func check<Root: ParsableCommand>(_ arguments: [String], of root: Root.Type) throws(ProgramError) {
    let word = arguments.first == "help" ? arguments.dropFirst().first : arguments.first
    guard let word, !word.hasPrefix("-"), !word.isEmpty else { return }
    let names = root.configuration.subcommands.flatMap { [$0._commandName] + $0.configuration.aliases }
    guard !names.contains(word), word != "help" else { return }
    let nearest = closest(to: word, among: names + ["help"])
    let program = root._commandName
    throw ProgramError(
      .wrongUsage, "there is no command '\(word)'\(nearest.map { "; did you mean '\($0)'?" } ?? "")",
      notes: ["'\(program) --help' lists the commands"], leaving: .usage)
  }
}
