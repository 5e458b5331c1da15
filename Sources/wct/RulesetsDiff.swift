// `wct rulesets diff`: what changed between two rulesets.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics
internal import RulesetModel
internal import Rulesets

struct RulesetsDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show which rules were added, removed and changed between two rulesets.",
    discussion: """
      A ruleset is named as provider/name/version, or by its file. Exit codes: 0 no difference, 2 wrong usage, \
      3 there are differences.
      """)

  @Argument(help: ArgumentHelp("A file, or provider/name/version.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("A file, or provider/name/version.", valueName: "new"))
  var new: String

  @OptionGroup var library: RulesetLibraryOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let library = library.library
    let changes = RulesetChanges.between(try value(old, library), try value(new, library))
    if json {
      Terminal.output.write(JSONValue.array(changes.map(\.json)).canonicalText + "\n")
    } else {
      Terminal.output.write(changes.flatMap(\.lines).map { printable($0) + "\n" }.joined())
    }
    (changes.isEmpty ? ExitStatus.done : .changed).leave()
  }

  private func value(_ name: String, _ library: RulesetLibrary) throws -> JSONValue {
    let ruleset: ExaminedRuleset
    do {
      ruleset = try library.examine(name)
    } catch {
      throw ValidationError("\(error)")
    }
    guard ruleset.value.objectValue != nil else {
      throw ValidationError("'\(name)' is no ruleset: \(ruleset.diagnostics.first?.message ?? "no mapping")")
    }
    return ruleset.value
  }
}

extension RulesetChange {
  private var sign: String {
    switch kind {
    case .added: "+"
    case .removed: "-"
    case .changed: "~"
    case .moved: ">"
    }
  }

  /// The rule, then a line for each thing that it lost or got.
  fileprivate var lines: [String] {
    let subject = rule.map { "rule '\($0)'" } ?? "the ruleset"
    let head =
      kind == .moved ? "the order of rules changes from \(subject) on" : "\(subject) \(kind.rawValue)"
    return ["\(sign) \(head)"]
      + details.flatMap { detail in
        detail.removed.map { "    \(detail.field): - \($0)" }
          + detail.added.map { "    \(detail.field): + \($0)" }
          + (detail.removed.isEmpty && detail.added.isEmpty ? ["    \(detail.field): in another order"] : [])
      }
  }

  fileprivate var json: JSONValue {
    [
      "change": .string(kind.rawValue), "rule": rule.map { .string($0) } ?? .null,
      "details": .array(
        details.map { detail in
          [
            "field": .string(detail.field), "removed": .array(detail.removed.map { .string($0) }),
            "added": .array(detail.added.map { .string($0) }),
          ]
        }),
    ]
  }
}
