// --memory through the built programs: what a run takes does not grow with the data.
internal import CanonicalJSON
internal import Glibc
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct MemoryCommandTests {
  /// A tree of so many links to one file of 1 MiB, and a file of some MiB, which is larger than an item.
  private func place(links: Int, megabytes: Int) throws -> Workplace {
    let place = try Workplace()
    let line = "The quick brown fox jumps over the lazy dog, 0123456789 times, and nobody wonders why.\n"
    let text = String(repeating: line, count: (1 << 20) / line.utf8.count)
    let first = try place.write("data/0.txt", text)
    for number in 1..<links {
      try #require(unsafe link(first, "\(place.path)/data/\(number).txt") == 0)
    }
    let large = try AtomicFile(replacing: "\(place.path)/data/large.log")
    for _ in 0..<megabytes { try large.write(Array(text.utf8)) }
    try large.publish(isDurable: false)
    try place.write(
      "runbook.yaml",
      """
      name: Memory
      description: Reads much and passes it on
      contact: Tests <tests@example.com>
      artifacts:
        files:
          source: {type: filesystem, properties: {path: data, max_files: 100000}}
        code:
          inputs: files
          process: {type: source_code_analyser}
          output: true
      """)
    return place
  }

  /// Heap, buffers and stacks count against RLIMIT_DATA; the run needs some 75 MB, and each thread a stack. One copy of
  /// the large file too many, or a few hundred items held back, and the program dies.
  @Test func aLimitOfTheSystemHoldsHoweverLargeTheData() throws {
    let place = try place(links: 4, megabytes: 48)
    let limit = 110_000_000 + 12_000_000 * max(0, sysconf(Int32(_SC_NPROCESSORS_ONLN)) - 2)
    let plan = try place.wct("compile", "runbook.yaml", "-o", "plan.json")
    #expect(plan.code == 0, "\(plan)")
    let command = "command -v prlimit >/dev/null || exit 99; exec prlimit --data=\(limit) \"$@\""
    let result = try ChildProcess(
      "/bin/sh",
      ["-c", command, "sh", try BuiltProgram.machine.path(), "run", "plan.json", "--memory", "64M", "-q"],
      directory: place.path, environment: ["HOME": place.path, "PATH": "/usr/bin:/bin"], seconds: 600
    ).result()
    if result.code == 99 { return }
    #expect(result.code == 0, "\(result)")
  }

  @Test func aSplitFileIsSaidAndCounted() throws {
    let place = try place(links: 1, megabytes: 5)
    let result = try place.wct("run", "runbook.yaml", "--memory", "64M")
    #expect(result.code == 0, "\(result)")
    #expect((result.output + result.error).contains("was read in 3 parts"), "\(result)")
    let files = try JSONReader.read(place.machine("inspect", "latest", "files").standardOutput)
    #expect(files["content"]?["metadata"]?["split_file_count"] == 1)
    #expect(files["content"]?["data"]?.arrayValue?.count == 4)
  }

  @Test(arguments: ["63M", "12", "1X", "-1", "", "99999999999G"])
  func whatIsNoSizeIsWrongUsage(size: String) throws {
    let place = try Workplace()
    let result = try place.machine("run", "plan.json", "--memory", size)
    #expect(result.code == 2, "\(result)")
    #expect(result.error.contains("--memory"), "\(result)")
  }
}
