// Documents and archives: what is taken out keeps to the limits, and everything else has a reason.
internal import DocumentExtraction

enum FuzzDocuments {
  /// Bytes as they come: zip, tar and gzip files, and what lies in them.
  static func testArchive(_ bytes: [UInt8]) {
    takeApart(bytes, as: bytes.first == 0x1F ? "input.tar.gz" : "input.tar")
  }

  /// `word/document.xml`.
  static func testWord(_ bytes: [UInt8]) {
    takeApart(StoredZip.archive([("word/document.xml", bytes[...])]), as: "input.docx")
  }

  /// The parts of a workbook, NUL between them.
  static func testWorkbook(_ bytes: [UInt8]) {
    let names = [
      "xl/worksheets/a.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
    ]
    let defaults = [
      "", "", "", "<workbook><sheets><sheet name='A' id='r'/></sheets></workbook>",
      "<R><Relationship Id='r' Target='worksheets/a.xml'/></R>",
    ]
    let given = bytes.split(separator: 0, maxSplits: names.count - 1, omittingEmptySubsequences: false)
    let parts = names.indices.map { index in
      (names[index], index < given.count ? given[index] : Array(defaults[index].utf8)[...])
    }
    takeApart(StoredZip.archive(parts.filter { !$0.1.isEmpty }), as: "input.xlsx")
  }

  /// `content.xml`.
  static func testOpenDocument(_ bytes: [UInt8]) {
    takeApart(StoredZip.archive([("content.xml", bytes[...])]), as: "input.odt")
  }

  /// A message, or a mailbox where it begins as one.
  static func testMail(_ bytes: [UInt8]) {
    takeApart(bytes, as: bytes.starts(with: Array("From ".utf8)) ? "input.mbox" : "input.eml")
  }

  private static func takeApart(_ bytes: [UInt8], as name: String) {
    var options = ExtractionOptions()
    options.readsFurtherDocuments = true
    options.opensArchives = true
    options.limits.entryBytes = 1 << 18
    options.limits.totalBytes = 1 << 20
    options.limits.entries = 200
    var extractor = DocumentExtractor(options, Latin1(), Sink())
    do {
      try extractor.extract(bytes, at: name)
    } catch let error as Unextractable {
      precondition(!error.reason.isEmpty)
    } catch {
      preconditionFailure("\(error)")
    }
    precondition(
      extractor.sink.plainBytes <= max(options.limits.totalBytes, bytes.count), "more than the limits allow")
  }

  private struct Sink: ExtractionSink {
    var plainBytes = 0
    mutating func take(text: String, at path: String) {}
    mutating func take(plain bytes: consuming [UInt8], at path: String) { plainBytes += bytes.count }
    mutating func omit(_ reason: String, at path: String, isWhole: Bool) { precondition(!reason.isEmpty) }
    func checkCancellation() {}
  }

  private struct Latin1: CharsetDecoder {
    func text(_ bytes: [UInt8], charset: String) -> String? {
      String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
  }
}
