// `wct generate-schema`: the JSON Schema of the runbook language, for editors and other validators.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import ComponentKit
internal import ExecutionPlan
internal import LanguageSchema
internal import StandardManifests
internal import SystemFiles

struct GenerateSchema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-schema",
    abstract: "Write the JSON Schema of runbooks with the installed components, of '.wct.yaml', or of plans.",
    discussion: """
      An editor that knows the schema completes fields, components and properties, shows what each is for, and \
      marks mistakes. In a runbook, this line names it:

        # yaml-language-server: $schema=runbook.schema.json
      """)

  /// What a schema describes.
  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case runbook, config, plan
  }

  @Argument(help: "What to describe: runbook, config or plan.")
  var subject = Subject.runbook

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; without it, or as '-', standard output.", valueName: "FILE"))
  var output: String?

  mutating func validate() throws {
    if output == "" { throw ValidationError("--output takes a file, not an empty text") }
  }

  /// The schema of runbooks as it is written to files.
  static var text: [UInt8] { text(of: LanguageSchema.runbook(.standard)) }

  private static func text(of schema: JSONValue) -> [UInt8] { PrettyJSONWriter.bytes(of: schema) + [0x0A] }

  func run() throws {
    let text =
      switch subject {
      case .runbook: Self.text
      case .config: Self.text(of: LanguageSchema.configuration)
      case .plan: Self.text(of: PlanSchema.document)
      }
    try OutputFile.write(text, to: output)
  }
}
