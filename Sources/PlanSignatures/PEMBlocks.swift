// Text armour of keys: RFC 7468, "Textual Encodings of PKIX, PKCS, and CMS Structures".

/// One armoured structure.
struct PEMBlock {
  /// `PUBLIC KEY`, `PRIVATE KEY`.
  let label: String
  let content: [UInt8]
}

enum PEMBlocks {
  /// The blocks of a text, in order; what stands between them is passed over. Nil when one is broken.
  static func read(_ text: [UInt8]) -> [PEMBlock]? {
    var blocks: [PEMBlock] = []
    var open: (label: String, body: [UInt8])?
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let line = String(decoding: line, as: UTF8.self).trimmedBlanks
      if let label = label(of: line, "-----BEGIN ") {
        guard open == nil else { return nil }
        open = (label, [])
      } else if let label = label(of: line, "-----END ") {
        guard let block = open, block.label == label, let content = Base64.decode(block.body) else {
          return nil
        }
        blocks.append(PEMBlock(label: label, content: content))
        open = nil
      } else {
        open?.body += Array(line.utf8)
      }
    }
    return open == nil ? blocks : nil
  }

  static func write(_ content: [UInt8], label: String) -> [UInt8] {
    var text = Array("-----BEGIN \(label)-----\n".utf8)
    var rest = Base64.encode(content)[...]
    while !rest.isEmpty {
      text += rest.prefix(64) + [0x0A]
      rest = rest.dropFirst(64)
    }
    return text + Array("-----END \(label)-----\n".utf8)
  }

  private static func label(of line: String, _ prefix: String) -> String? {
    guard line.hasPrefix(prefix), line.hasSuffix("-----"), line.utf8.count >= prefix.utf8.count + 5 else {
      return nil
    }
    return String(line.dropFirst(prefix.count).dropLast(5))
  }
}

extension String {
  fileprivate var trimmedBlanks: String {
    let blanks: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    var text = self[...].drop(while: blanks)
    while let last = text.last, blanks(last) { text.removeLast() }
    return String(text)
  }
}
