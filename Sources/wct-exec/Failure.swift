// Turns the typed errors of plans, stores and runs into a program's error: a code, a message, the way out.
internal import CommandSupport
internal import Diagnostics
internal import EnvironmentFiles
internal import ExecutionPlan
internal import PlanMachine

extension ProgramError {
  init(_ error: StoreError) {
    self.init(
      code: error.code.rawValue, error.message, notes: [error.hint].compactMap(\.self),
      leaving: Self.status(of: error))
  }

  /// - Parameter file: The plan's file, where it has one.
  init(_ error: PlanError, file: String? = nil) {
    let place = error.pointer.isEmpty ? "" : " (at \(error.pointer))"
    self.init(
      code: error.code.rawValue, "refused: \(file.map { "\($0): " } ?? "")\(error.message)\(place)",
      notes: [error.hint].compactMap(\.self), leaving: .refused)
  }

  init(_ error: MachineError) {
    self.init(
      code: error.code.rawValue, error.message, notes: error.details + [error.hint].compactMap(\.self),
      leaving: error.storeError.map(Self.status) ?? .failed)
  }

  init(_ error: EnvironmentFileError) {
    self.init(
      error.line == nil ? .unreadableEnvironmentFile : .malformedEnvironmentFile, error.description,
      leaving: error.line == nil ? .usage : .failed)
  }

  private static func status(of error: StoreError) -> ExitStatus {
    switch error.code {
    case .held, .newer: .refused
    case .missing, .ambiguous: .usage
    case .inputOutput, .diskFull, .damaged: .failed
    }
  }
}
