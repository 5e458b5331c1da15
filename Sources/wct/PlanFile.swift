// Plan files as the compiler's subcommands look at them; running them is for wct-exec.
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import StandardManifests
internal import SystemFiles

enum PlanFile {
  /// The largest plan file that is read.
  static let sizeLimit = 1 << 30

  /// The file, if it is a plan by its name or by what it says of itself: runbooks may be JSON too.
  ///
  /// `-` is standard input, which holds a plan. Nil where the file can't be read: the compiler says why.
  static func bytes(at path: String) throws -> [UInt8]? {
    if path == "-" { return try standardInput() }
    let isRunbook = path.hasSuffix(".yaml") || path.hasSuffix(".yml")
    guard !isRunbook, let bytes = try? readFile(path, limit: sizeLimit) else { return nil }
    if path.hasSuffix(".plan.json") { return bytes }
    // What a plan says of its format stands before the instructions, or it is no plan.
    let mark = Array("\"\(PlanFormat.name)\"".utf8)
    guard bytes.first == UInt8(ascii: "{") else { return nil }
    return bytes.prefix(1 << 24).firstRange(of: mark) != nil ? bytes : nil
  }

  private static func standardInput() throws -> [UInt8] {
    do {
      return try readStandardInput(limit: sizeLimit)
    } catch {
      throw ProgramError(.unreadableFile, error.description, leaving: .usage)
    }
  }

  /// The plan, for people to look at; leaves where it is damaged.
  ///
  /// A plan for components that are not here, or that have another version, is looked at all the same: plans are
  /// kept for longer than programs. A warning says that it can't run here.
  static func decode(_ bytes: [UInt8], path: String) throws -> DecodedPlan {
    prepareHeap(forBytes: 2 * bytes.count)
    do throws(PlanError) {
      let decoded = try Plan.decode(bytes)
      do throws(PlanError) {
        _ = try PlanVerifier.verify(decoded, catalog: .standard)
      } catch  where error.code == .component {
        try decoded.plan.checkConsistency()
        var remark = refusal(error, path: path).diagnostic
        remark.severity = .warning
        remark.message = "\(path) can't run here: \(error.message)"
        Terminal.error.show(remark)
      }
      return decoded
    } catch {
      throw refusal(error, path: path)
    }
  }

  private static func refusal(_ error: PlanError, path: String) -> ProgramError {
    let place = error.pointer.isEmpty ? "" : " (at \(error.pointer))"
    return ProgramError(
      code: error.code.rawValue, "refused: \(path): \(error.message)\(place)",
      notes: [error.hint].compactMap(\.self), leaving: .refused)
  }
}
