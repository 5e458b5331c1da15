// `wct rulesets`: the rulesets that are built in.
internal import ArgumentParser
internal import CommandSupport
internal import Rulesets

struct Rulesets: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rulesets", abstract: "List the built-in rulesets.")

  func run() throws {
    for uri in RulesetLibrary.builtInURIs { Terminal.output.write("\(uri)\n") }
  }
}
