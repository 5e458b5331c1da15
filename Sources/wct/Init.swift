// `wct init`: a first runbook, by questions or by flags.
internal import ArgumentParser
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import RunbookCompiler
internal import RunbookTemplates
internal import StandardManifests
internal import SystemFiles

extension TemplateKind: ExpressibleByArgument {}

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a first runbook.",
    discussion: """
      On a terminal it asks for what the options leave open. Elsewhere give --name and the connector's required \
      properties (--path, or --set NAME=VALUE), or --yes to take what is usual.

      The JSON Schema of runbooks is written beside it, so that editors complete and check the runbook.
      """)

  @Argument(
    help: ArgumentHelp("The runbook's file, or its directory (default: this one).", valueName: "dir|file"))
  var target: String?

  @OptionGroup var answers: InitAnswers

  @Flag(name: .shortAndLong, help: "Ask nothing: take what is usual for what the options leave open.")
  var yes = false

  @Flag(help: "Replace files that exist.")
  var force = false

  @Flag(name: .customLong("no-schema"), help: "Write no JSON Schema, and no line that names it.")
  var leavesSchemaOut = false

  mutating func validate() throws {
    if target == "" { throw ValidationError("the file or directory is an empty text") }
  }

  func run() throws {
    let place = InitPlace(target)
    if !force, place.isTaken(place.file) {
      throw ProgramError(
        .existingFile, "\(place.file) exists already", notes: ["--force replaces it"], leaving: .usage)
    }
    let isAsking = !yes && Terminal.isInputTerminal && Terminal.output.isTerminal
    var interview = InitInterview(answers, isAsking: isAsking, takesDefaults: yes || isAsking)
    let schemaName = leavesSchemaOut ? nil : InitPlace.schemaName
    let text = try interview.template(
      directoryName: place.directoryName, fileName: place.fileName, schemaName
    ).text
    try check(text, place)
    try write(text, place)
  }

  /// What was answered may make a runbook that is wrong; that is said before anything is written.
  private func check(_ text: String, _ place: InitPlace) throws {
    let result = try CompileOptions.parse([])
      .compilerOrError(forRunbookAt: place.file, policies: LoadedPolicies(), earlierRuns: nil).compiler
      .compile(text: Array(text.utf8), name: place.file, goal: .check)
    guard result.hasErrors else { return }
    let report = DiagnosticReport(diagnostics: result.diagnostics, sources: result.sources, path: place.file)
    Terminal.error.write(DiagnosticFormat.text.render([report], width: Terminal.error.width))
    Terminal.error.write("nothing was written: these answers make no valid runbook\n")
    throw ExitStatus.failed.exitCode
  }

  private func write(_ text: String, _ place: InitPlace) throws {
    do {
      try makeDirectory(place.directory)
      try writeFile(place.file, Array(text.utf8))
      if !leavesSchemaOut, force || !place.isTaken(place.schemaFile) {
        try writeFile(place.schemaFile, GenerateSchema.text)
        Terminal.error.write("wrote \(printable(place.schemaFile))\n")
      }
    } catch {
      throw ProgramError(writing: error)
    }
    Terminal.error.write(
      "wrote \(printable(place.file)); next: wct check \(printable(place.file))\n")
  }
}

/// Where the files go.
struct InitPlace {
  static let schemaName = "runbook.schema.json"

  let file: String

  /// A name that ends as YAML files do is a file; anything else is a directory.
  init(_ target: String?) {
    guard let target else {
      file = "runbook.yaml"
      return
    }
    let isFile = target.hasSuffix(".yaml") || target.hasSuffix(".yml")
    file =
      isFile && (try? FileStatus.of(target))?.kind != .directory
      ? target : PathText.join(target, "runbook.yaml")
  }

  var directory: String { PathText.parent(of: file) }
  var fileName: String { PathText.name(of: file) }
  var schemaFile: String { PathText.join(directory, Self.schemaName) }

  /// What the directory is called, for the runbook's name.
  var directoryName: String {
    let path = directory == "." || directory.isEmpty ? currentDirectory() : directory
    return PathText.name(of: path)
  }

  func isTaken(_ path: String) -> Bool { (try? FileStatus.of(path, followingLinks: false)) != nil }
}
