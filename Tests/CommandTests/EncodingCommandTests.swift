// Encodings of files, declared and detected, and files with holes, through the built programs.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct EncodingCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func write(_ properties: String) throws {
    try place.write(
      "texts.yaml",
      """
      name: Texts
      description: Files in several encodings
      contact: Nobody <nobody@example.com>
      artifacts:
        files:
          source: {type: filesystem, properties: {path: in, \(properties)}}
          output: true

      """)
  }

  private func bytes(_ name: String, _ bytes: [UInt8]) throws {
    try place.write("in/\(name)", "")
    try writeFile(place.path + "/in/\(name)", bytes)
  }

  private func texts() throws -> [String] {
    let result = try place.wct("run", "texts.yaml", "-o", "\(place.path)/results.json")
    #expect(result.code == 0, "\(result)")
    return (try place.content("files")?["data"]?.arrayValue ?? []).compactMap { $0["content"]?.stringValue }
  }

  @Test func anEncodingThatIsNotReadFailsAndSaysWhatToDo() throws {
    try bytes("a.txt", [0x82, 0xA0])
    for (name, advice) in [("shift_jis", "iconv -f shift_jis -t UTF-8"), ("utf-88", "use one of utf-8,")] {
      try write("encoding: \(name)")
      let result = try place.wct("run", "texts.yaml")
      #expect(result.code == 1)
      #expect(result.error.contains("the encoding '\(name)' is not supported"), "\(result)")
      #expect(result.error.contains(advice), "\(result)")
    }
  }

  @Test func declaredEncodingsAreDecoded() throws {
    try bytes("a.txt", [0xC8, 0xE2, 0xE0, 0xED, 0x0D, 0x0A, 0x78, 0x0D, 0x79])
    try write("encoding: windows-1251")
    #expect(try texts() == ["Иван\nx\ny"])
    try write("encoding: cp437")
    #expect(try texts() == ["╚Γαφ\nx\ny"])
  }

  @Test func encodingsAreDetected() throws {
    try bytes("a.txt", [0xFF, 0xFE, 0x3D, 0xD8, 0x00, 0xDE])
    try bytes("b.txt", [0xEF, 0xBB, 0xBF] + Array("é".utf8))
    try bytes("c.xml", Array("<?xml version='1.0' encoding='iso-8859-15'?>".utf8) + [0xA4])
    try bytes("d.html", Array("<meta charset=windows-1251>".utf8) + [0xC8])
    try bytes("e.txt", [0x61, 0xE9])
    try write("encoding: auto")
    #expect(
      try texts() == [
        "😀", "é", "<?xml version='1.0' encoding='iso-8859-15'?>€", "<meta charset=windows-1251>И",
      ])
    let result = try place.wct("run", "texts.yaml", "--reuse", "off")
    #expect((result.output + result.error).contains("skipped 'in/e.txt': byte 1 does not fit"), "\(result)")
  }

  /// Reading all of it would take minutes.
  @Test func holesOfAFileArePassedOver() throws {
    try place.write("in/sparse.txt", "email: jane@example.com\n")
    let script = "truncate -s 1T in/sparse.txt && printf 'mail: bob@example.com' >> in/sparse.txt"
    let made = try ChildProcess(
      "/bin/sh", ["-c", script], directory: place.path, environment: ["PATH": "/usr/bin:/bin"]
    ).result()
    // Not every file system has files as large.
    guard made.code == 0 else { return }
    try write("encoding: utf-8")
    let found = try texts()
    #expect(found.first?.hasPrefix("email: jane@example.com\n") == true)
    #expect(found.last?.hasSuffix("mail: bob@example.com") == true)
    let metadata = try place.content("files")?["metadata"]
    let unseen = try #require(metadata?["unseen_bytes"]?.integerValue)
    let text = found.reduce(0) { $0 + $1.utf8.count }
    #expect(unseen + text == (1 << 40) + 21)
  }
}
