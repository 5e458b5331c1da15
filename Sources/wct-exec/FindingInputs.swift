// What wct hands over for reports of findings: an organisation's details, and the findings that were accepted.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics
internal import FindingReports
internal import SystemFiles

struct FindingInputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What the organisation says of itself, for the exporter gdpr: JSON that wct makes of organisation.yaml.",
      valueName: "FILE"))
  var organisation: String?

  @Option(
    help: ArgumentHelp(
      "The findings that were accepted: JSON that wct makes of accepted-findings.yaml.", valueName: "FILE"))
  var acceptedFindings: String?

  /// Reads the files; they are wanted before a long run begins, not after it.
  func load() throws -> FindingInputs {
    FindingInputs(
      organisation: try read(organisation, "--organisation") { value throws(UnfitInput) in
        try Organisation(value)
      } ?? Organisation(),
      accepted: try read(acceptedFindings, "--accepted-findings") { value throws(UnfitInput) in
        try AcceptedFindings(value)
      } ?? AcceptedFindings())
  }

  private func read<Value>(
    _ path: String?, _ option: String, _ decode: (JSONValue) throws(UnfitInput) -> Value
  ) throws -> Value? {
    guard let path else { return nil }
    let bytes: [UInt8]
    do {
      bytes = try readFile(path, limit: 1 << 28)
    } catch {
      throw ProgramError(.unreadableFile, "\(option): \(error)", leaving: .usage)
    }
    closeInheritedFile(path)
    do {
      return try decode(try JSONReader.read(bytes))
    } catch let error as UnfitInput {
      throw unfit(option, error.description)
    } catch {
      throw unfit(option, "it is no JSON: \(error)")
    }
  }

  private func unfit(_ option: String, _ reason: String) -> ProgramError {
    ProgramError(
      .unfitHandover, "\(option): \(reason)", notes: ["start wct, which reads the YAML file"], leaving: .usage
    )
  }
}

/// The files that were handed over, read.
struct FindingInputs {
  var organisation = Organisation()
  var accepted = AcceptedFindings()
}
