// One program for all fuzz targets: the first argument names the target, the rest go to libFuzzer.
internal import Glibc

// libFuzzer's entry point for programs that have a main function of their own.
@_extern(c, "LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@main
enum Main {
  static func main() {
    guard let name = CommandLine.arguments.dropFirst().first, let target = FuzzTarget(rawValue: name) else {
      let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")
      print("usage: fuzz \(names) [libFuzzer's options] [directories of inputs]")
      exit(2)
    }
    FuzzTarget.chosen.initialise(target)
    // libFuzzer sees its own name and the arguments after the target's.
    var count = CommandLine.argc - 1
    // SAFETY: the arguments live as long as the process, and libFuzzer only moves within them.
    var arguments = unsafe CommandLine.unsafeArgv.advanced(by: 1)
    let status = unsafe withUnsafeMutablePointer(to: &count) { count in
      unsafe withUnsafeMutablePointer(to: &arguments) { arguments in
        unsafe arguments.withMemoryRebound(
          to: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.self, capacity: 1
        ) { unsafe runDriver(count, $0, testOneInput) }
      }
    }
    exit(status)
  }
}

/// SAFETY: libFuzzer's buffer lives for the length of the call, and is copied at once.
private func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  FuzzTarget.chosen.value.test(unsafe Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}
