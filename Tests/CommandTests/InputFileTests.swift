// What the filesystem connector meets on real disks: no input hangs it, none is lost in silence.
internal import CanonicalJSON
internal import Glibc
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct InputFileTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func run(_ path: String, _ properties: String = "") throws -> ProcessResult {
    try place.write("sample.yaml", SampleRunbook.extraction(of: path, properties: properties))
    return try place.wct("run", "sample.yaml")
  }

  /// The source of every item that was read.
  private func sources() throws -> [String] {
    let items = try place.content("files")?["data"]?.arrayValue ?? []
    return items.compactMap { $0["metadata"]?["source"]?.stringValue }
  }

  enum Odd: String, CaseIterable {
    case fifo, socket, linkLoop, danglingLink, notUTF8, directoryLoop, device
  }

  @Test(arguments: Odd.allCases) func anOddEntryOfADirectoryIsSkipped(odd: Odd) throws {
    try place.write("data/letter.txt", SampleRunbook.letter)
    switch odd {
    case .fifo: try place.makeFIFO("data/odd")
    case .socket: try makeSocket("\(place.path)/data/odd")
    case .linkLoop: try place.link("data/odd", to: "odd")
    case .danglingLink: try place.link("data/odd", to: "nowhere")
    case .notUTF8: try writeFile("\(place.path)/data/odd", [0x63, 0xE9])
    case .directoryLoop: try place.link("data/odd", to: ".")
    case .device: try place.link("data/odd", to: "/dev/zero")
    }
    let result = try run("./data")
    #expect(result.code == 0, "\(result)")
    #expect(try sources() == ["data/letter.txt"])
    if odd == .notUTF8 { #expect(result.output.contains("skipped 'data/odd'"), "\(result)") }
  }

  @Test(arguments: ["gone", "fifo", "loop", "empty", "zero"])
  func aPathThatCannotBeReadFailsTheArtifact(name: String) throws {
    try place.makeFIFO("fifo")
    try place.link("loop", to: "loop")
    try place.link("zero", to: "/dev/zero")
    try makeDirectory("\(place.path)/empty")
    let result = try run("./\(name)")
    #expect(result.code == 1, "\(result)")
    // What is there and no file is of a wrong kind; the others are not there.
    let code = ["fifo", "zero"].contains(name) ? "WCT6002" : "WCT6001"
    #expect(result.error.contains("error[\(code)]: files (sample.yaml:5:3): "), "\(result)")
    #expect(result.error.contains("files: failed[\(code)]: "), "\(result)")
    #expect(result.error.contains("/\(name)'"), "\(result)")
    #expect(try place.statuses() == ["files": "failed"])
  }

  @Test func aSingleFileIsRead() throws {
    try place.write("letter.txt", SampleRunbook.letter)
    #expect(try run("./letter.txt").code == 0)
    #expect(try place.content("files")?["name"] == "standard_input_from_letter.txt")
    #expect(try place.content("files")?["metadata"]?["source_type"] == "file")
  }

  @Test func namesThatAreNotUTF8AreSaidSo() throws {
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.run("/bin/bash", "-c", #"echo text > $'data/caf\xe9'"#)
    let result = try run("./data")
    #expect(result.code == 0, "\(result)")
    #expect(try sources().contains("data/letter.txt"))
    #expect(String(validating: result.standardOutput, as: UTF8.self) != nil)
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func aFileThatMayNotBeReadIsSkippedWithItsReason() throws {
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.write("data/secret.txt", SampleRunbook.letter)
    try place.run("/bin/chmod", "000", "data/secret.txt")
    let result = try run("./data")
    #expect(result.code == 0, "\(result)")
    #expect(
      result.output.contains("data/secret.txt") && result.output.contains("Permission denied"), "\(result)")
    #expect(try sources() == ["data/letter.txt"])
  }

  /// `/proc/self/mem` may be opened by its owner, root included, and reading it at 0 always fails.
  @Test func aFileThatFailsWhileItIsReadIsSkippedWithItsReason() throws {
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.link("data/memory", to: "/proc/self/mem")
    let result = try run("./data")
    #expect(result.code == 0, "\(result)")
    let sources = try sources()
    #expect(sources == ["data/letter.txt"] || sources == ["data/letter.txt", "data/memory"], "\(sources)")
  }

  /// Some files of `/proc` give bytes for as long as one reads.
  @Test func aFileWithoutEndIsReadUpToABound() throws {
    guard (try? FileStatus.of("/proc/self/pagemap")) != nil else { return }
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.link("data/endless", to: "/proc/self/pagemap")
    try place.write("sample.yaml", SampleRunbook.extraction(of: "./data", properties: "errors: ignore"))
    let result = try place.wct("run", "sample.yaml", "--memory", "64M")
    #expect(result.code == 0, "\(result)")
    #expect(try sources().contains("data/letter.txt"))
    #expect(result.output.contains("'data/endless'"), "\(result)")
  }

  @Test func whatWasSkippedIsCounted() throws {
    try place.write("data/letter.txt", SampleRunbook.letter)
    try writeFile("\(place.path)/data/noise", [UInt8](repeating: 0xFF, count: 4321))
    let result = try run("./data")
    #expect(result.code == 0, "\(result)")
    #expect(result.output.contains("4321 bytes were not seen"), "\(result)")
    let metadata = try place.content("files")?["metadata"]
    #expect(metadata?["skipped_file_count"] == 1 && metadata?["unseen_bytes"] == 4321, "\(metadata as Any)")
  }

  @Test func filesThatComeAndGoWhileTheyAreReadHarmNothing() throws {
    for number in 0..<300 { try place.write("data/\(number).txt", SampleRunbook.letter) }
    try place.write("sample.yaml", SampleRunbook.extraction(of: "./data"))
    let program = try place.start(.wct, ["run", "sample.yaml", "-q"])
    // Until the run is over, files grow and vanish under it.
    var round = 0
    while program.isRunning() {
      round += 1
      let name = "data/\(round % 300).txt"
      if round % 3 == 0 { try removeFile("\(place.path)/\(name)") } else { try grow(name) }
    }
    let result = program.result()
    #expect(result.code == 0, "\(result)")
    #expect(try place.content("files")?["data"]?.arrayValue?.isEmpty == false)
  }

  @Test func aNameCannotDriveTheTerminal() throws {
    try place.write("data/letter.txt", SampleRunbook.letter)
    try writeFile("\(place.path)/data/a\u{1B}[31mb.txt", [0xFF])
    let result = try run("./data")
    #expect(result.code == 0)
    #expect(!result.output.contains("\u{1B}") && !result.error.contains("\u{1B}"), "\(result)")
  }

  @Test func maxFilesCutsTheSameFilesEveryTime() throws {
    for name in ["b", "a", "c", "d"] { try place.write("data/\(name).txt", SampleRunbook.letter) }
    #expect(try run("./data", "max_files: 2").code == 0)
    #expect(try sources() == ["data/a.txt", "data/b.txt"])
  }

  private func grow(_ name: String) throws {
    let descriptor = unsafe open("\(place.path)/\(name)", O_WRONLY | O_APPEND | O_CREAT, 0o644)
    guard descriptor >= 0 else { throw SystemError("cannot open", name) }
    defer { close(descriptor) }
    _ = unsafe write(descriptor, SampleRunbook.letter, SampleRunbook.letter.utf8.count)
  }

  private func makeSocket(_ path: String) throws {
    let script = "import socket,sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])"
    try place.run("/usr/bin/env", "python3", "-c", script, path)
  }
}
