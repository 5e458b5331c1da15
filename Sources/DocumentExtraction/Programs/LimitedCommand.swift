// Runs a program on bytes, with bounds on its time, memory and output. Knows nothing of what the program is.
internal import SystemFiles

/// A program of the system that reads standard input and writes standard output.
struct LimitedCommand {
  let program: String
  let arguments: [String]
  /// Seconds, of the processor and of the clock.
  var seconds = 60
  var memoryBytes = 1 << 30
  var outputBytes = 64 << 20

  /// Runs it on some bytes.
  func run(_ input: [UInt8]) throws(SystemError) -> FedProcess.Ending {
    // The shell sets the limits on itself and becomes the program; no word of the input reaches it.
    let limits = "ulimit -t \(seconds) && ulimit -v \(memoryBytes >> 10) && ulimit -c 0 && exec \"$0\" \"$@\""
    return try FedProcess(
      program: "/bin/sh", arguments: ["-c", limits, program] + arguments,
      environment: ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"], input: input, outputLimit: outputBytes,
      seconds: Double(seconds)
    ).run()
  }
}
