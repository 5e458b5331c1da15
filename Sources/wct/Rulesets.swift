// `wct rulesets`: the rulesets that can be named, and what is done with them.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics
internal import Rulesets
internal import SystemFiles

struct Rulesets: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rulesets", abstract: "List, show, test and compare rulesets.",
    subcommands: [RulesetsList.self, RulesetsShow.self, RulesetsTest.self, RulesetsDiff.self],
    defaultSubcommand: RulesetsList.self)
}

/// `wct rulesets` alone.
struct RulesetsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the rulesets that can be named, or show one.")

  @Argument(help: ArgumentHelp("Show this one, with all its rules.", valueName: "provider/name/version"))
  var uri: String?

  @OptionGroup var library: RulesetLibraryOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    if let uri {
      var show = RulesetsShow()
      (show.name, show.library, show.json, show.rule) = (uri, library, json, nil)
      return try show.run()
    }
    let library = library.library
    let summaries = library.uris.map(library.summary)
    if json {
      Terminal.output.write(JSONValue.array(summaries.map(\.json)).canonicalText + "\n")
      return
    }
    var table = TextTable([("URI", .left), ("RULES", .right), ("DESCRIPTION", .left)])
    for summary in summaries {
      let text = summary.problem.map { "can't be loaded: \($0)" } ?? summary.description
      table.add([summary.uri, String(summary.rules.count), printable(text)])
    }
    Terminal.output.write(table.lines(width: Terminal.output.tableWidth).map { $0 + "\n" }.joined())
  }
}

/// Where rulesets are looked for.
struct RulesetLibraryOptions: ParsableArguments {
  @Option(
    name: .customLong("rulesets"),
    help: ArgumentHelp("A directory of rulesets for a provider (repeatable).", valueName: "NAME=DIR"))
  var directories: [RulesetDirectoryArgument] = []

  var library: RulesetLibrary { RulesetLibrary(directories: directories.map { ($0.name, $0.path) }) }
}

/// `NAME=DIR`.
struct RulesetDirectoryArgument: ExpressibleByArgument {
  let name: String
  let path: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, (try? FileStatus.of(String(parts[1])))?.kind == .directory else { return nil }
    (name, path) = (String(parts[0]), String(parts[1]))
  }
}
