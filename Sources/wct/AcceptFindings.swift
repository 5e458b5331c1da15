// `wct findings accept`: adds findings of a run to the file of accepted findings.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import DiagnosticFilters
internal import Diagnostics
internal import OrganisationFiles
internal import SystemFiles

struct AcceptFindings: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Add findings of a run to the file of accepted findings.")

  @Argument(help: ArgumentHelp("An id, a unique prefix, 'latest', or a runbook's path.", valueName: "run"))
  var reference: String

  @Argument(help: ArgumentHelp("The ids of findings, or their beginnings.", valueName: "finding"))
  var ids: [String] = []

  @Option(help: ArgumentHelp("Why they are accepted.", valueName: "TEXT"))
  var reason: String

  @Option(help: ArgumentHelp("The last day on which that holds (YYYY-MM-DD).", valueName: "DATE"))
  var until: String?

  @Flag(help: "They are not what they seem: the record of processing activities leaves them out.")
  var falsePositive = false

  @Option(help: ArgumentHelp("The file of accepted findings.", valueName: "FILE"))
  var file = AcceptedFindingsFile.name

  @Option(help: ArgumentHelp("The findings of these artifacts (repeatable).", valueName: "SELECTION"))
  var select: [String] = []

  @Option(help: ArgumentHelp("The findings of this category or kind (repeatable).", valueName: "NAME"))
  var category: [String] = []

  @Option(help: ArgumentHelp("The findings in this place (repeatable).", valueName: "PATTERN"))
  var source: [String] = []

  @Option(help: ArgumentHelp("The store (default: .wct, or $WCT_STORE).", valueName: "DIR"))
  var store: String?

  @Flag(name: .shortAndLong, help: "Show errors only.")
  var quiet = false

  mutating func validate() throws {
    guard reason.contains(where: { !$0.isWhitespace }) else { throw ValidationError("--reason says nothing") }
    if let until {
      guard let day = CalendarDate(until) else {
        throw ValidationError("--until takes a day that exists, as YYYY-MM-DD; found '\(until)'")
      }
      if day < CalendarDate.today() {
        throw ValidationError("--until takes a day to come; '\(until)' is past")
      }
    }
    if file.isEmpty { throw ValidationError("--file takes a file, not an empty text") }
    if [ids, select, category, source].allSatisfy(\.isEmpty) {
      throw ValidationError("name findings, or say which are meant with --select, --category or --source")
    }
  }

  func run() throws {
    let existing = try existingFile()
    let (new, known) = try chosen()
    if !new.isEmpty { try write(new, existing) }
    guard !quiet else { return }
    let note = known > 0 ? "; \(known) accepted already" : ""
    Terminal.output.write("\(file): \(ShownText.count(new.count, "finding")) added\(note)\n")
  }

  /// The file as it is; nil where there is none.
  private func existingFile() throws -> AcceptedFindingsFile? {
    guard (try? FileStatus.of(file)) != nil else { return nil }
    do {
      let (found, report) = try AcceptedFindingsFile.load(file)
      return try HandedFiles.checked(found, report)
    } catch let error as ReadFileError {
      throw ProgramError(.unreadableFile, error.description, leaving: .usage)
    }
  }

  /// The findings that are meant: those that are new, and how many are accepted already.
  private func chosen() throws -> (new: [NewAcceptance], known: Int) {
    let files = HandedFiles(
      acceptedFindings: (try? FileStatus.of(file)) == nil ? HandedFiles.nothing : file,
      takesOrganisation: false)
    var arguments = ["findings", "--format", "json"] + (try files.arguments())
    if let store { arguments += ["--store", store] }
    for (option, values) in [
      ("--id", ids), ("--select", select), ("--category", category), ("--source", source),
    ] {
      arguments += values.flatMap { [option, $0] }
    }
    let listing = try MachineOutput.json(arguments + ["--", reference])
    let findings = (listing["findings"]?.arrayValue ?? []).compactMap(\.objectValue)
    var seen: Set<String> = []
    let new = findings.filter { $0["accepted"] == .null }.compactMap(acceptance).filter {
      seen.insert($0.finding).inserted
    }
    return (new, findings.count { $0["accepted"] != .null })
  }

  private func acceptance(_ finding: JSONObject) -> NewAcceptance? {
    guard let id = finding["id"]?.stringValue, let found = finding["found"]?.stringValue,
      let source = finding["source"]?.stringValue
    else { return nil }
    return NewAcceptance(
      finding: id, category: found, source: source, reason: reason, until: until,
      isFalsePositive: falsePositive)
  }

  private func write(_ entries: [NewAcceptance], _ existing: AcceptedFindingsFile?) throws {
    do {
      if let existing {
        let bytes = try AcceptedFindingsEdit.adding(entries, to: existing)
        try replaceFile(file, holding: existing.bytes, with: bytes)
      } else {
        try writeNewFile(file, AcceptedFindingsEdit.newFile(entries), permissions: 0o644)
      }
    } catch let error as AcceptanceEditFailure {
      throw ProgramError(.unwritableFile, error.description, leaving: .failed)
    } catch let error as FileReplacementError {
      throw ProgramError(.unwritableFile, error.description, leaving: .failed)
    } catch let error as SystemError {
      throw ProgramError(writing: error)
    }
  }
}

/// What the machine says, as a value.
enum MachineOutput {
  /// Runs the machine and reads the JSON that it writes; leaves as it did where it failed.
  static func json(_ arguments: [String]) throws -> JSONObject {
    guard let program = ProgramLocation.beside("wct-exec") else {
      throw ProgramError(
        .missingProgram, "wct-exec is not beside wct", notes: ["install both programs in one directory"],
        leaving: .failed)
    }
    let result: CapturedCommand
    do {
      result = try CapturedCommand.run(program, arguments)
    } catch {
      throw ProgramError(.missingProgram, error.description, leaving: .failed)
    }
    Terminal.error.write(result.error)
    guard result.code == 0 else {
      throw (result.code.flatMap { ExitStatus(rawValue: $0) } ?? .failed).exitCode
    }
    guard let object = (try? JSONReader.read(result.output))?.objectValue else {
      throw ProgramError(.missingProgram, "wct-exec is of another version than wct", leaving: .failed)
    }
    return object
  }
}
