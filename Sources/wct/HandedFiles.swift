// Reads the YAML files that the machine wants to know of, and hands them over as JSON: the machine reads no YAML.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics
internal import OrganisationFiles
internal import SystemFiles

/// The files about findings that a command takes.
struct HandedFiles {
  /// What was named; nil: the file of that name in the current directory, where there is one.
  var organisation: String?
  var acceptedFindings: String?
  /// Whether the machine's command takes an organisation.
  var takesOrganisation = true
  /// Whether the usual file is looked for where none is named.
  var looksForOrganisation = true

  static let organisationOption = "--organisation"
  static let acceptedOption = "--accepted-findings"
  /// What switches the file in the current directory off.
  static let nothing = "none"

  /// The options of the machine that hand the files over; leaves with what is wrong with them.
  func arguments() throws -> [String] {
    var arguments: [String] = []
    let isWanted = takesOrganisation && (looksForOrganisation || organisation != nil)
    if isWanted, let path = Self.path(organisation, OrganisationFile.name) {
      let (json, report) = try Self.read(path) { path throws(ReadFileError) in try OrganisationFile.load(path)
      }
      arguments += [Self.organisationOption, try Self.hand(try Self.checked(json, report))]
    }
    if let path = Self.path(acceptedFindings, AcceptedFindingsFile.name) {
      let (file, report) = try Self.read(path) { path throws(ReadFileError) in
        try AcceptedFindingsFile.load(path)
      }
      arguments += [Self.acceptedOption, try Self.hand(try Self.checked(file?.json, report))]
    }
    return arguments
  }

  /// The file to read: the one that was named, or the usual one; nil where there is none.
  private static func path(_ named: String?, _ usual: String) -> String? {
    if let named { return named == nothing ? nil : named }
    return (try? FileStatus.of(usual)) == nil ? nil : usual
  }

  private static func read<Value>(_ path: String, _ load: (String) throws(ReadFileError) -> Value) throws
    -> Value
  {
    do {
      return try load(path)
    } catch {
      throw ProgramError(.unreadableFile, error.description, leaving: .usage)
    }
  }

  /// Shows what there is to say, and leaves where there are errors.
  static func checked<Value>(_ value: Value?, _ report: DiagnosticReport) throws -> Value {
    for diagnostic in report.diagnostics { Terminal.error.show(diagnostic, in: report.sources) }
    guard let value else { throw ExitStatus.failed.exitCode }
    return value
  }

  private static func hand(_ value: JSONValue) throws -> String {
    do {
      return try inheritedFile(JSONWriter.bytes(of: value))
    } catch {
      throw ProgramError(writing: error)
    }
  }
}

extension HandedFiles {
  /// Takes the options out of arguments that are handed on as they are.
  ///
  /// - Returns: The files, and the other arguments.
  static func taken(
    from arguments: [String], takesOrganisation: Bool
  ) throws -> (files: HandedFiles, rest: [String]) {
    var files = HandedFiles(takesOrganisation: takesOrganisation)
    var rest: [String] = []
    var position = arguments.startIndex
    while position < arguments.endIndex {
      let argument = arguments[position]
      position += 1
      guard argument != "--" else { return (files, rest + arguments[(position - 1)...]) }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
        String.init)
      let isOrganisation = parts[0] == organisationOption && takesOrganisation
      guard isOrganisation || parts[0] == acceptedOption else {
        rest.append(argument)
        continue
      }
      let value = parts.count > 1 ? parts[1] : position < arguments.endIndex ? arguments[position] : ""
      if parts.count == 1 { position += 1 }
      guard !value.isEmpty else { throw ValidationError("\(parts[0]) takes a file, or 'none'") }
      if isOrganisation { files.organisation = value } else { files.acceptedFindings = value }
    }
    return (files, rest)
  }

  /// Whether the machine is only asked how it is used.
  static func isHelp(_ arguments: [String]) -> Bool {
    arguments.contains("--help") || arguments.contains("-h") || arguments.contains("--version")
  }
}

/// The options of commands that declare their own.
struct HandedFileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What the organisation says of itself, for the exporter gdpr (default: organisation.yaml; 'none').",
      valueName: "FILE"))
  var organisation: String?

  @Option(
    help: ArgumentHelp(
      "The findings that were accepted (default: accepted-findings.yaml; 'none').", valueName: "FILE"))
  var acceptedFindings: String?

  mutating func validate() throws {
    if organisation == "" || acceptedFindings == "" {
      throw ValidationError("--organisation and --accepted-findings take a file, or 'none'")
    }
  }

  var files: HandedFiles { HandedFiles(organisation: organisation, acceptedFindings: acceptedFindings) }
}
