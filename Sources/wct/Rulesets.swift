// `wct rulesets`: the rulesets that can be named.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics
internal import Rulesets
internal import SystemFiles

struct Rulesets: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rulesets", abstract: "List the rulesets that can be named, or describe one.")

  @Argument(help: ArgumentHelp("Describe this one, with all its rules.", valueName: "provider/name/version"))
  var uri: String?

  @Option(
    name: .customLong("rulesets"),
    help: ArgumentHelp("A directory of rulesets for a provider (repeatable).", valueName: "NAME=DIR"))
  var directories: [RulesetDirectoryArgument] = []

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let library = RulesetLibrary(directories: directories.map { ($0.name, $0.path) })
    if let uri { return try describe(uri, library) }
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

  private func describe(_ uri: String, _ library: RulesetLibrary) throws {
    let summary = library.summary(of: uri)
    guard let value = summary.value else {
      let near = library.uris.contains(uri) ? nil : closest(to: uri, among: library.uris)
      throw ValidationError(
        "'\(uri)': \(summary.problem ?? "")\(near.map { "; did you mean '\($0)'?" } ?? "")")
    }
    Terminal.output.write(json ? value.canonicalText + "\n" : RulesetDetail(summary).text)
  }
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

/// A ruleset as people read it.
private struct RulesetDetail {
  let summary: RulesetSummary

  init(_ summary: RulesetSummary) { self.summary = summary }

  var text: String {
    var table = TextTable([("RULE", .left), ("WORDS", .right), ("VALUES", .right), ("DESCRIPTION", .left)])
    for rule in summary.rules {
      func count(_ key: String) -> String { String(rule.objectValue?[key]?.arrayValue?.count ?? 0) }
      func text(_ key: String) -> String { printable(rule.objectValue?[key]?.stringValue ?? "") }
      table.add([text("name"), count("patterns"), count("value_patterns"), text("description")])
    }
    let head = "\(summary.uri) (\(summary.kind ?? ""))\n\(printable(summary.description))\n\n"
    return head + table.lines(width: Terminal.output.tableWidth).map { $0 + "\n" }.joined()
  }
}
