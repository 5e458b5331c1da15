// The limits on what a file may expand to, and cancellation.
import DocumentExtraction
import Testing

/// A tar file with entries of these sizes, all zeros.
private func tar(_ sizes: [Int]) -> [UInt8] {
  sizes.enumerated().flatMap { index, size in header("e\(index)", size) + padded(size) }
    + [UInt8](repeating: 0, count: 1024)
}

private func padded(_ size: Int) -> [UInt8] {
  Array(repeating: 0x61, count: size) + Array(repeating: 0, count: -size & 511)
}

private func header(_ name: String, _ size: Int) -> [UInt8] {
  var block = [UInt8](repeating: 0, count: 512)
  func put(_ text: String, at place: Int) {
    block.replaceSubrange(place..<place + text.utf8.count, with: text.utf8)
  }
  func octal(_ number: Int, _ width: Int) -> String {
    let digits = String(number, radix: 8)
    return String(repeating: "0", count: width - digits.count) + digits
  }
  put(name, at: 0)
  put(octal(size, 11), at: 124)
  put("0", at: 156)
  put("ustar", at: 257)
  put("        ", at: 148)
  put(octal(block.reduce(0) { $0 + Int($1) }, 6), at: 148)
  return block
}

@Test("An archive gives the entries that fit, and says how much does not")
func entriesAreLimited() throws {
  var limits = ExtractionLimits()
  limits.entryBytes = 1000
  let sink = try takeApart(tar([10, 1001, 1000]), as: "a.tar", limits: limits)
  #expect(sink.texts.keys.sorted() == ["a.tar!/e0", "a.tar!/e2"])
  #expect(sink.omissions == ["a.tar!/e1: it is larger than the limit: 1001 bytes were not seen"])
}

@Test("All entries together are limited")
func totalIsLimited() throws {
  var limits = ExtractionLimits()
  limits.entryBytes = 1000
  limits.totalBytes = 1500
  let sink = try takeApart(tar([900, 500, 200, 100]), as: "a.tar", limits: limits)
  #expect(sink.texts.keys.sorted() == ["a.tar!/e0", "a.tar!/e1"])
  #expect(sink.omissions.count == 2, "\(sink.omissions)")
  #expect(sink.omissions.last?.contains("more than the limit of 1500 bytes") == true)
}

@Test("The number of entries is limited")
func countIsLimited() throws {
  var limits = ExtractionLimits()
  limits.entries = 2
  let sink = try takeApart(tar([1, 1, 1]), as: "a.tar", limits: limits)
  #expect(sink.texts.count == 2)
  #expect(sink.omissions == ["a.tar: what comes after the first 2 entries was not seen"])
}

@Test("A cancelled extraction stops")
func cancellation() throws {
  #expect(throws: CancellationError.self) {
    try takeApart(tar([1, 1, 1]), as: "a.tar", callsLeft: 0)
  }
}

@Test("Cells that are repeated do not make more text than the limits allow")
func repeatedCellsAreLimited() throws {
  var limits = ExtractionLimits()
  limits.entryBytes = 150_000
  try forEachDocument(largest: 1 << 16) { name, bytes in
    guard name == "wide.docx" else { return }
    let sink = try takeApart(bytes, as: name, limits: limits)
    #expect(sink.texts[name]?.utf8.count == 2 * 64_064 - 1)
    #expect(sink.omissions == ["wide.docx: 1 rows of tables in 'word/document.xml' were not seen: too large"])
  }
}
