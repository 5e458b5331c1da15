// A full disk under the store, under the results, and behind standard output.
internal import CanonicalJSON
internal import Glibc
internal import SystemFiles
internal import TestSupport
import Testing

@Suite(.enabled(if: TinyDisk.isPermitted, "mounting a file system is not permitted here"))
struct FullDiskTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("left/text.txt", Fillers.personalData(lines: 4_000))
    try place.write("right/letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", SampleRunbook.branches(left: "./left", right: "./right"))
  }

  @Test func aFullDiskUnderTheStoreFailsTheRunAndHarmsNothing() throws {
    // Room for the first run and for the plan of the second, which carries the rules; not for its results.
    let disk = try TinyDisk(at: "\(place.path)/disk", kilobytes: 900)
    try place.write("small.yaml", SampleRunbook.detection(of: "./right"))
    #expect(try place.wct("run", "small.yaml", "-q", "--store", "disk/store").code == 0)

    let result = try place.wct("run", "sample.yaml", "--store", "disk/store")
    #expect(result.code == 1, "\(result)")
    #expect(
      result.error.contains("No space left on device") || result.error.contains("disk is full")
        || result.error.contains("no space is left"), "\(result)")

    var stored = place
    stored.environment["WCT_STORE"] = "disk/store"
    let runs = try stored.runs()
    #expect(runs.last?["status"] == "completed", "\(runs)")
    #expect(try stored.content("classified", of: runs.last?["id"]?.stringValue ?? "")?["findings"] != nil)
    #expect(runs.count == 2 && runs[0]["status"] != "completed", "\(runs)")

    try disk.grow(kilobytes: 60_000)
    let resumed = try stored.wct("resume", "latest", "-q")
    #expect(resumed.code == 0, "\(resumed)")
    #expect(try Set(stored.statuses().values) == ["completed"])
  }

  /// Whatever the moment at which the disk is full, the store stays readable.
  @Test(arguments: [60, 100, 300]) func aTinyDiskNeverBreaksTheStore(kilobytes: Int) throws {
    let disk = try TinyDisk(at: "\(place.path)/disk", kilobytes: kilobytes)
    var stored = place
    stored.environment["WCT_STORE"] = "disk/store"
    let result = try stored.wct("run", "sample.yaml")
    #expect(result.code == 1, "\(result)")
    #expect(
      result.error.contains("No space left on device") || result.error.contains("disk is full")
        || result.error.contains("no space is left"), "\(result)")
    try disk.grow(kilobytes: 60_000)
    let runs = try stored.runs()
    #expect(runs.count <= 1)
    for run in runs {
      #expect(try stored.wct("resume", run["id"]?.stringValue ?? "", "-q").code == 0)
    }
    #expect(try stored.wct("run", "sample.yaml", "-q").code == 0)
  }

  @Test func aFullDiskUnderTheResultsIsSaidAndTheRunIsKept() throws {
    let disk = try TinyDisk(at: "\(place.path)/disk", kilobytes: 4)
    let result = try place.wct("run", "sample.yaml", "--output-dir", "disk/out")
    #expect(result.code == 1, "\(result)")
    #expect(result.error.contains("No space left on device"), "\(result)")
    #expect(result.error.contains("wct resume "), "\(result)")
    let left = (try? listDirectory("\(place.path)/disk/out")) ?? []
    #expect(left.isEmpty, "nothing partial is left")
    #expect(try place.runs().first?["status"] == "completed")
    try disk.grow(kilobytes: 60_000)
    #expect(try place.wct("resume", "latest", "--output-dir", "disk/out", "-o", "results.json").code == 0)
    #expect(try JSONReader.read(place.bytes("disk/out/results.json"))["run"]?["status"] == "completed")
  }

  @Test func aFullDiskUnderThePlanLeavesNothing() throws {
    let disk = try TinyDisk(at: "\(place.path)/disk", kilobytes: 8)
    let result = try place.wct("compile", "sample.yaml", "-o", "disk/plan.json")
    #expect(result.code == 1, "\(result)")
    #expect(
      result.error.contains("No space left on device") && !result.error.contains(".partial"), "\(result)")
    #expect(try listDirectory(disk.path).isEmpty)
  }
}

@Suite struct FullOutputTests {
  @Test func aFullStandardOutputFailsTheCommandNotTheRun() throws {
    let place = try Workplace()
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", SampleRunbook.detection(of: "./data"))
    for arguments in [
      ["run", "sample.yaml"], ["runs"], ["runs", "--json"], ["inspect", "latest", "files"],
    ] {
      let result = try place.start(.wct, arguments, output: .file("/dev/full")).result()
      #expect(result.code == 1, "\(arguments): \(result)")
      #expect(result.error.contains("cannot write standard output: No space left on device"), "\(result)")
    }
    #expect(try place.runs().first?["status"] == "completed")
  }
}

/// A file system of a few kilobytes, in memory, that goes away with its owner.
final class TinyDisk {
  let path: String

  init(at path: String, kilobytes: Int) throws {
    self.path = path
    try makeDirectory(path)
    try Self.mount("-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path)
  }

  deinit { _ = try? ChildProcess("/bin/umount", ["-l", path], directory: "/", environment: [:]).result() }

  func grow(kilobytes: Int) throws { try Self.mount("-o", "remount,size=\(kilobytes)k", path) }

  private static func mount(_ arguments: String...) throws {
    let result = try ChildProcess("/bin/mount", arguments, directory: "/", environment: [:]).result()
    guard result.code == 0 else { throw FailedTool(program: "mount", result: result) }
  }

  /// Root, and not in a container that forbids it.
  static let isPermitted: Bool = {
    guard geteuid() == 0, let directory = try? TemporaryDirectory() else { return false }
    return (try? TinyDisk(at: "\(directory.path)/disk", kilobytes: 4)) != nil
  }()
}
