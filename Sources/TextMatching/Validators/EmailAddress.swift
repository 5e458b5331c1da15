// Checks e-mail addresses by what mail systems take in practice. Knows no mail servers.

/// An address in the dot-atom form of RFC 5322, section 3.4.1, within the lengths of RFC 5321, section 4.5.3.1:
/// 64 bytes before the `@`, 254 in all. The domain has at least two labels of RFC 1035; the last is of letters,
/// or `xn--`. Characters beyond ASCII are taken as letters (RFC 6531). Quoted local parts and literal addresses
/// are refused, and so are last labels that name a kind of file rather than a domain, as in `icon@2x.png`.
enum EmailAddress {
  static func isValid(_ text: [UInt8]) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard text.count <= 254, parts.count == 2 else { return false }
    return isLocal(parts[0]) && isDomain(parts[1])
  }

  private static func isLocal(_ local: ArraySlice<UInt8>) -> Bool {
    guard local.count <= 64 else { return false }
    let atoms = local.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return atoms.allSatisfy { !$0.isEmpty && $0.allSatisfy(isAtomText) }
  }

  private static func isAtomText(_ byte: UInt8) -> Bool {
    byte >= 0x80 || WordBoundary.isASCIIAlphanumeric(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
  }

  private static func isDomain(_ domain: ArraySlice<UInt8>) -> Bool {
    let labels = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count >= 2, labels.allSatisfy(isLabel), let last = labels.last else { return false }
    let name = String(decoding: last, as: UTF8.self).lowercased()
    let isLetters = last.count >= 2 && last.allSatisfy { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 }
    return (isLetters || name.hasPrefix("xn--")) && !fileSuffixes.contains(name)
  }

  private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
    let hyphen = UInt8(ascii: "-")
    return (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
      && label.allSatisfy { $0 >= 0x80 || $0 == hyphen || WordBoundary.isASCIIAlphanumeric($0) }
  }

  /// Suffixes of files that are no top-level domains.
  private static let fileSuffixes: Set<String> = [
    "avi", "bmp", "conf", "cpp", "css", "csv", "dll", "doc", "docx", "eot", "exe", "gif", "htm", "html",
    "ico",
    "ini", "jar", "java", "jpeg", "jpg", "js", "json", "jsx", "less", "log", "mjs", "pdf", "php", "png",
    "pptx",
    "scss", "svg", "tif", "tiff", "tmp", "ts", "tsx", "ttf", "txt", "vue", "wav", "webp", "woff", "xls",
    "xlsx",
    "xml", "yaml", "yml",
  ]
}
