// --memory through the built programs: what is resident does not grow with the data.
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
    try place.write("data/large.log", String(repeating: text, count: megabytes))
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

  private func peak(links: Int, megabytes: Int) throws -> Int {
    let place = try place(links: links, megabytes: megabytes)
    let result = try place.wct("run", "runbook.yaml", "--memory", "64M", "-q")
    #expect(result.code == 0, "\(result)")
    return result.peakMemory
  }

  @Test func whatIsResidentDoesNotGrowWithTheData() throws {
    let small = try peak(links: 10, megabytes: 4)
    let large = try peak(links: 120, megabytes: 30)
    #expect(large < 128 << 20, "\(large) bytes")
    #expect(large < small + 24 << 20, "\(small) bytes for 14 MiB, \(large) for 150")
  }

  @Test func aSplitFileIsSaidAndCounted() throws {
    let place = try place(links: 1, megabytes: 5)
    let result = try place.wct("run", "runbook.yaml", "--memory", "64M")
    #expect(result.code == 0, "\(result)")
    #expect(result.output.contains("was read in 3 parts"), "\(result)")
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
