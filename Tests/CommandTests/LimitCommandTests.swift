// What hostile runbooks cost: each is refused with its reason, in little memory, and limits can be set.
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct LimitCommandTests {
  private let place: Workplace
  private static let allowedMemory = 64 << 20

  init() throws { place = try Workplace() }

  /// Files that a few lines, or a few hundred megabytes, make expensive.
  enum HostileFile: String, CaseIterable {
    case aliasBomb, brackets, sequences, hugeLine, hugeQuote, longLine, longQuote, longComment, syntaxErrors

    func write(to path: String) throws {
      switch self {
      case .aliasBomb:
        try writeFile(
          path,
          Array((0..<40).reduce("x0: &x0 [y]\n") { "\($0)x\($1 + 1): &x\($1 + 1) [*x\($1), *x\($1)]\n" }.utf8)
        )
      case .brackets: try writeFile(path, [UInt8](repeating: UInt8(ascii: "["), count: 100_000))
      case .sequences: try writeFile(path, Array(String(repeating: "- ", count: 100_000).utf8))
      case .hugeLine: try fill(path, "name: ", size: 300 << 20)
      case .hugeQuote: try fill(path, "name: \"", size: 300 << 20)
      case .longLine: try fill(path, "name: ", size: 8 << 20)
      case .longQuote: try fill(path, "name: \"", size: 8 << 20)
      case .longComment: try fill(path, "# ", size: 8 << 20)
      case .syntaxErrors: try writeFile(path, Array(String(repeating: "k: @\n", count: 1 << 20).utf8))
      }
    }

    /// A sparse file is endless text at no cost: its zero bytes are read like any others.
    private func fill(_ path: String, _ start: String, size: Int) throws {
      guard size < 64 << 20 else {
        try writeFile(path, Array(start.utf8))
        let file = try FileDescriptor(opening: path, .readWrite)
        try file.seek(to: size)
        return try file.write(Array("x".utf8))
      }
      try writeFile(path, Array(start.utf8) + [UInt8](repeating: UInt8(ascii: "a"), count: size))
    }
  }

  @Test(arguments: HostileFile.allCases)
  func isRefusedInLittleMemory(_ file: HostileFile) throws {
    let path = "\(place.path)/\(file.rawValue).yaml"
    try file.write(to: path)
    let run = try measure("check", path)
    #expect(run.code == 1, "\(run.output.prefix(500))")
    #expect(run.output.contains("WCT1007"), "\(run.output.prefix(500))")
    #expect(run.peakMemory < Self.allowedMemory, "\(run.peakMemory >> 20) MiB")
  }

  /// Forty files, each of which uses the next one twice.
  @Test func childBombIsRefusedInLittleMemory() throws {
    for level in 0..<40 {
      try place.write("r\(level).yaml", childBomb(level, of: 40))
    }
    let run = try measure("check", "\(place.path)/r0.yaml")
    #expect(run.code == 1)
    #expect(run.output.contains("child runbooks bring too much"), "\(run.output.prefix(500))")
    #expect(run.peakMemory < Self.allowedMemory, "\(run.peakMemory >> 20) MiB")
  }

  private func childBomb(_ level: Int, of count: Int) -> String {
    let head = "name: n\ndescription: d\ncontact: c\n"
    let uses = ["a", "b"].map { name in
      level == count - 1
        ? "  \(name): {inputs: t}\n"
        : "  \(name): {inputs: t, child_runbook: {path: r\(level + 1).yaml, input_mapping: {t: t}, output: o}}\n"
    }.joined()
    return level == 0
      ? "\(head)config: {max_child_depth: 1000}\nartifacts:\n"
        + "  t: {source: {type: filesystem, properties: {path: x}}}\n\(uses)"
      : "\(head)inputs: {t: {input_schema: standard_input}}\noutputs: {o: {artifact: b}}\nartifacts:\n\(uses)"
  }

  @Test func filesWithoutASizeAreReadUpToABound() throws {
    let result = try place.wct("check", "/proc/cpuinfo", "/proc/self/maps")
    #expect(result.code == 1, "\(result)")
    try place.makeFIFO("pipe.yaml")
    #expect(try place.wct("check", "pipe.yaml").code == 2)
  }

  @Test(arguments: [
    ("nesting=3", "a: [[[[1]]]]"), ("file-size=4", "a: bcd"), ("scalar-length=4", "a: bcdef"),
    ("nodes=3", "a: [b, c]"), ("alias-expansion=2", "a: &x [1, 2]\nb: *x"),
    ("syntax-errors=1", "a: @\nb: @\nc: 1"),
  ])
  func limitsCanBeSet(limit: String, text: String) throws {
    try place.write("a.yaml", text + "\n")
    #expect(try !place.wct("check", "a.yaml").output.contains("WCT1007"))
    let result = try place.wct("check", "a.yaml", "--limit", limit)
    #expect(result.output.contains("WCT1007"), "\(result)")
    #expect(result.code == 1)
  }

  @Test func raisedLimitsAreKept() throws {
    try place.write("a.yaml", "name: \"" + String(repeating: "x", count: 2 << 20) + "\"\n")
    #expect(try place.wct("check", "a.yaml").output.contains("WCT1007"))
    #expect(try !place.wct("check", "a.yaml", "--limit", "scalar-length=4MiB").output.contains("WCT1007"))
  }

  @Test(arguments: [
    "nesting", "nesting=", "nesting=x", "nesting=0", "nesting=1KiB", "depth=4", "nesting=1001", "=3",
  ])
  func wrongLimitsAreRefused(limit: String) throws {
    try place.write("a.yaml", "a: 1\n")
    let result = try place.wct("check", "a.yaml", "--limit", limit)
    #expect(result.code == 2, "\(result)")
    #expect(result.error.contains("limit"))
  }

  private struct Measured {
    let code: Int32?
    let output: String
    /// Bytes resident at the peak.
    let peakMemory: Int
  }

  /// Runs `wct` below a small program: Linux counts the memory of whoever starts a process as that process's own.
  private func measure(_ arguments: String...) throws -> Measured {
    let script = """
      import resource, subprocess, sys
      code = subprocess.run(sys.argv[1:], stderr=subprocess.STDOUT).returncode
      print(f"\\npeak {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss}", file=sys.stderr)
      sys.exit(code if code >= 0 else 100)
      """
    let result = try ChildProcess(
      "/usr/bin/env", ["python3", "-c", script, BuiltProgram.wct.path()] + arguments, directory: place.path,
      environment: ["PATH": "/usr/bin:/bin", "HOME": place.path]
    ).result()
    let kilobytes = result.error.split(separator: " ").last.flatMap { Int($0.filter(\.isNumber)) }
    return Measured(code: result.code, output: result.output, peakMemory: try #require(kilobytes) << 10)
  }
}
