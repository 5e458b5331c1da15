// Runs a program again and again as components run theirs: fed, read to its end, waited for.
internal import SystemFiles

enum SpawningProbe {
  /// Arguments: how often, and the program.
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 2, let count = Int(arguments[0]), count >= 0 else {
      throw ProbeFailure("spawn takes COUNT and PROGRAM")
    }
    for _ in 0..<count {
      let ended = try FedProcess(
        program: arguments[1], arguments: [], environment: [], input: [], outputLimit: 1 << 20, seconds: 60
      ).run()
      guard ended.end == .exited(0) else { throw ProbeFailure("\(arguments[1]) ended with \(ended.end)") }
    }
  }
}
