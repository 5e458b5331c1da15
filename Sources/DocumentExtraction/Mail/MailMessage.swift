// Takes a message apart: headers, texts, attachments. Knows neither files nor archives.

/// What a message holds.
struct MailMessage {
  /// Something in a message that is no text of its own.
  struct Attachment {
    let name: String
    let content: [UInt8]
  }

  /// The headers that speak of people, an empty line, the texts.
  private(set) var text = ""
  private(set) var attachments: [Attachment] = []
  /// What was not read, for people.
  private(set) var omissions: [String] = []

  private static let depthLimit = 20
  private static let partLimit = 2000
  private let charsets: any CharsetDecoder
  private var texts: [String] = []
  private var partCount = 0
  private var unseenPartCount = 0
  private var unseenByteCount = 0

  init(_ bytes: ArraySlice<UInt8>, _ charsets: any CharsetDecoder) {
    self.charsets = charsets
    let (headers, body) = MailHeaders.split(bytes)
    read(headers, body, depth: 0)
    if unseenPartCount > 0 {
      let subject = unseenPartCount == 1 ? "1 part" : "\(unseenPartCount) parts"
      omissions.append(
        "\(subject) of \(unseenByteCount) bytes beyond the limits of \(Self.depthLimit) levels and "
          + "\(Self.partLimit) parts, with what is in them, were not seen")
    }
    text = ([headers.text(charsets)] + texts).filter { !$0.isEmpty }.joined(separator: "\n\n")
    if !text.isEmpty { text += "\n" }
  }

  private mutating func read(_ headers: MailHeaders, _ body: ArraySlice<UInt8>, depth: Int) {
    partCount += 1
    guard depth <= Self.depthLimit, partCount <= Self.partLimit else {
      unseenPartCount += 1
      unseenByteCount += body.count
      return
    }
    let type = MailParameters(headers["Content-Type"] ?? "text/plain")
    let disposition = MailParameters(headers["Content-Disposition"] ?? "")
    let fileName = (disposition["filename"] ?? type["name"]).map { EncodedWords.decode($0, charsets) }
    if type.value.hasPrefix("multipart/") {
      readParts(type, body, depth: depth)
      return
    }
    let content = TransferEncoding.decode(body, headers["Content-Transfer-Encoding"] ?? "")
    if type.value == "message/rfc822", fileName == nil || disposition.value != "attachment" {
      attachments.append(Attachment(name: fileName ?? "message\(partCount).eml", content: content))
    } else if disposition.value == "attachment" || fileName != nil || !type.value.hasPrefix("text/") {
      attachments.append(Attachment(name: fileName ?? "part\(partCount)", content: content))
    } else {
      readText(content, type)
    }
  }

  /// Of alternatives, the plain text is read where there is one.
  private mutating func readParts(_ type: MailParameters, _ body: ArraySlice<UInt8>, depth: Int) {
    guard let boundary = type["boundary"], !boundary.isEmpty else {
      omissions.append(
        "a part of several parts does not say where they end; \(body.count) bytes were not seen")
      return
    }
    var parts = MIMEParts.split(body, Array(boundary.utf8)).map { MailHeaders.split($0) }
    if type.value == "multipart/alternative" {
      let kinds = parts.map { MailParameters($0.headers["Content-Type"] ?? "text/plain").value }
      if kinds.contains("text/plain") {
        parts = zip(parts, kinds).filter { $0.1 != "text/html" }.map(\.0)
      }
    }
    for part in parts { read(part.headers, part.body, depth: depth + 1) }
  }

  private mutating func readText(_ content: [UInt8], _ type: MailParameters) {
    let charset = type["charset"] ?? "utf-8"
    guard let text = charsets.text(content, charset: charset) ?? charsets.text(content, charset: "cp1252")
    else {
      omissions.append(
        "a text of \(content.count) bytes that does not fit its encoding '\(charset)' was not seen")
      return
    }
    let shown = type.value == "text/html" ? HTMLText.text(of: text) : text
    texts.append(shown.replacing("\r\n", with: "\n"))
  }
}
