// `wct explain CODE`: what a diagnostic's code stands for.
internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say what a diagnostic's code stands for.")

  @Argument(help: "A code such as WCT2004, or a rule's name; none: all of them.")
  var code: String?

  func run() throws {
    guard let code else {
      for rule in Rule.all { Terminal.output.write("\(rule.code)  \(rule.name)\n") }
      return
    }
    let match = Rule.all.first { $0.code == code.uppercased() || $0.name == code.lowercased() }
    guard let rule = match else {
      let names = Rule.all.flatMap { [$0.code, $0.name] }
      let hint = closest(to: code, among: names).map { "; did you mean '\($0)'?" } ?? ""
      throw ValidationError("there is no rule '\(code)'\(hint)")
    }
    Terminal.output.write("\(rule.code) \(rule.name) (\(rule.severity.rawValue))\n\(rule.summary)\n")
  }
}
