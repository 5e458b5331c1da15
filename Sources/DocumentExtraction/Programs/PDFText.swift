// Takes the text out of a PDF with poppler's pdftotext. Knows no PDF.
internal import SystemFiles

/// The program that reads PDF files.
package struct PDFText: Sendable {
  static let magic = Array("%PDF-".utf8)

  /// What is said where it is not installed.
  package static let isMissing = "pdftotext is not installed (package poppler-utils)"

  private let program: String

  /// Nil where the program is not installed.
  package init?() {
    let places = ["/usr/bin/pdftotext", "/usr/local/bin/pdftotext", "/bin/pdftotext"]
    guard let found = places.first(where: isExecutable) else { return nil }
    program = found
  }

  /// - Throws: Why there is no text.
  func text(of bytes: [UInt8], _ limits: ExtractionLimits) throws(Unextractable) -> DocumentText {
    let command = LimitedCommand(
      program: program, arguments: ["-q", "-enc", "UTF-8", "-eol", "unix", "-", "-"],
      outputBytes: limits.entryBytes)
    let ended: FedProcess.Ending
    do {
      ended = try command.run(bytes)
    } catch {
      throw Unextractable("pdftotext can't be run: \(error.reason)")
    }
    let output = ended.output.prefix(limits.entryBytes)
    switch ended.end {
    case .exited(0), .tooLong: break
    case .exited(3): throw Unextractable("its permissions forbid to take the text out")
    case .exited(1): throw Unextractable("pdftotext can't open it: it is damaged or protected by a password")
    case .exited(let code): throw Unextractable("pdftotext failed (\(code)): it is damaged or too large")
    case .overdue, .cancelled:
      throw Unextractable("pdftotext did not end within \(command.seconds) seconds")
    }
    var document = DocumentText(parts: [DocumentPart(name: nil, text: Self.text(output))])
    if ended.end == .tooLong {
      document.omissions.append("its text was cut at the limit of \(limits.entryBytes) bytes")
    }
    if output.allSatisfy({ $0 <= 0x20 }) {
      document.omissions.append("it holds no text; pictures of text are not read")
    }
    return document
  }

  /// Pages end with form feeds; a line end serves as well.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { $0 == 0x0C ? 0x0A : $0 }, as: UTF8.self)
  }
}
