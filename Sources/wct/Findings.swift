// `wct findings`: the findings of a run, and which of them are accepted.
internal import ArgumentParser

struct Findings: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "findings", abstract: "Show the findings of a run, or accept some of them.",
    discussion: """
      wct findings RUN shows them; wct findings accept RUN … adds some to the file of accepted findings. \
      'wct findings list --help' lists all options.
      """,
    subcommands: [ListFindings.self, AcceptFindings.self], defaultSubcommand: ListFindings.self)
}

/// What `wct findings RUN` is without another word.
struct ListFindings: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show the findings of a run (wct-exec findings).")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []

  func run() throws {
    if HandedFiles.isHelp(arguments) { throw Machine.become(["findings"] + arguments) }
    var (files, rest) = try HandedFiles.taken(from: arguments, takesOrganisation: true)
    // No other form tells of the organisation, so what is wrong with its file is no matter there.
    files.looksForOrganisation = rest.contains { $0 == "gdpr" || $0 == "--format=gdpr" }
    throw Machine.become(["findings"] + (try files.arguments()) + rest)
  }
}
