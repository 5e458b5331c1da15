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

  /// A few files that use each other so often that no memory holds what they ask for.
  enum ChildBomb: String, CaseIterable {
    /// Forty files, each of which uses the next one twice.
    case deep
    /// Four files of a thousand artifacts, each of which uses the next file.
    case wide
    /// A child with a thousand inputs and outputs, used a hundred times.
    case manyInputs
    /// A child whose hundred artifacts each need a hundred others, used a thousand times.
    case manyReferences

    func write(to place: Workplace) throws {
      switch self {
      case .deep: try chain(of: 40, uses: 2, to: place)
      case .wide: try chain(of: 4, uses: 1000, to: place)
      case .manyInputs:
        let names = (0..<1000).map { "i\($0)" }
        let inputs = names.map { "  \($0): {input_schema: standard_input}\n" }.joined()
        let outputs = names.map { "  \($0): {artifact: a}\n" }.joined()
        try place.write(
          "r1.yaml", "\(Self.head)inputs:\n\(inputs)outputs:\n\(outputs)artifacts:\n  a: {inputs: i0}\n")
        let mapping = names.map { "\($0): t" }.joined(separator: ", ")
        let uses = (0..<100).map { Self.use("u\($0)", "r1.yaml", mapping, "output: i0") }.joined()
        try place.write("r0.yaml", Self.root + uses)
      case .manyReferences:
        let all = (0..<100).map { "a\($0)" }.joined(separator: ", ")
        let artifacts = (0..<100).map { "  b\($0): {inputs: [\(all)]}\n  a\($0): {inputs: t}\n" }.joined()
        try place.write("r1.yaml", Self.child + artifacts)
        let uses = (0..<1000).map { Self.use("u\($0)", "r1.yaml", "t: t", "output: o") }.joined()
        try place.write("r0.yaml", Self.root + uses)
      }
    }

    private func chain(of count: Int, uses: Int, to place: Workplace) throws {
      for level in 0..<count {
        let artifacts = (0..<uses).map { number in
          level == count - 1
            ? "  a\(number): {inputs: t}\n"
            : Self.use("a\(number)", "r\(level + 1).yaml", "t: t", "output: o")
        }
        try place.write("r\(level).yaml", (level == 0 ? Self.root : Self.child) + artifacts.joined())
      }
    }

    private static let head = "name: n\ndescription: d\ncontact: c\n"
    private static let root =
      "\(head)config: {max_child_depth: 1000}\nartifacts:\n"
      + "  t: {source: {type: filesystem, properties: {path: x}}}\n"
    private static let child =
      "\(head)inputs: {t: {input_schema: standard_input}}\noutputs: {o: {artifact: a0}}\nartifacts:\n"

    private static func use(_ id: String, _ path: String, _ mapping: String, _ output: String) -> String {
      "  \(id): {inputs: t, child_runbook: {path: \(path), input_mapping: {\(mapping)}, \(output)}}\n"
    }
  }

  @Test(arguments: ChildBomb.allCases)
  func childBombIsRefusedInLittleMemory(_ bomb: ChildBomb) throws {
    try bomb.write(to: place)
    let run = try measure("check", "\(place.path)/r0.yaml")
    #expect(run.code == 1)
    #expect(run.output.contains("child runbooks bring too much"), "\(run.output.prefix(500))")
    #expect(run.peakMemory < Self.allowedMemory, "\(run.peakMemory >> 20) MiB")
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

  /// What a child brings at its first use is as large as its file; each further use is counted.
  @Test func usesOfAChildAreCountedFromTheSecondOn() throws {
    try place.write("find.yaml", SampleRunbook.child)
    func uses(_ count: Int) -> String {
      "name: n\ndescription: d\ncontact: c\nartifacts:\n"
        + "  data: {source: {type: filesystem, properties: {path: .}}}\n"
        + (0..<count).map {
          "  f\($0): {inputs: data, output: true, child_runbook: "
            + "{path: find.yaml, input_mapping: {data: data}, output: result}}\n"
        }.joined()
    }
    try place.write("one.yaml", uses(1))
    try place.write("two.yaml", uses(2))
    #expect(try !place.wct("check", "one.yaml", "--limit", "child-expansion=1").output.contains("WCT1007"))
    let refused = try place.wct("check", "two.yaml", "--limit", "child-expansion=1")
    #expect(refused.output.contains("error[WCT1007]: child runbooks bring too much"), "\(refused)")
    #expect(refused.output.contains("two.yaml:7:") && refused.code == 1, "\(refused)")
    #expect(try !place.wct("check", "two.yaml").output.contains("WCT1007"))
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
