// Takes the words out of HTML, as a mail program without pictures would show them. No parser of HTML.

enum HTMLText {
  /// Elements that begin a line of their own.
  private static let blocks: Set<String> = [
    "p", "br", "div", "tr", "li", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr",
    "pre",
  ]
  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "auml": "ä", "ouml": "ö",
    "uuml": "ü",
    "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è", "agrave": "à",
    "ccedil": "ç",
    "euro": "€", "copy": "©", "ndash": "–", "mdash": "—", "hellip": "…", "aring": "å", "Aring": "Å",
    "oslash": "ø",
  ]

  static func text(of html: String) -> String {
    var result = ""
    var rest = Substring(html).unicodeScalars
    while let open = rest.firstIndex(of: "<") {
      result += decoded(rest[..<open])
      rest = rest[rest.index(after: open)...]
      if rest.starts(with: "!--".unicodeScalars) {
        rest = Substring(rest).firstRange(of: "-->").map { rest[$0.upperBound...] } ?? rest.suffix(0)
        continue
      }
      let close = rest.firstIndex(of: ">") ?? rest.endIndex
      let name = String(String.UnicodeScalarView(rest[..<close].drop { $0 == "/" }.prefix(while: isNamePart)))
        .lowercased()
      let isEnd = rest.first == "/"
      rest = close < rest.endIndex ? rest[rest.index(after: close)...] : rest.suffix(0)
      if blocks.contains(name), !result.hasSuffix("\n") { result += "\n" }
      if name == "td" || name == "th", isEnd { result += "\t" }
      if name == "script" || name == "style", !isEnd { rest = afterEnd(of: name, rest) }
    }
    return result + decoded(rest)
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
  }

  /// From the end of an element whose content is not shown.
  private static func afterEnd(
    of name: String, _ rest: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView {
    var rest = rest
    while let open = rest.firstIndex(of: "<") {
      let tag = rest[rest.index(after: open)...].prefix(name.unicodeScalars.count + 1)
      if String(Substring(tag)).lowercased() == "/" + name { return rest[open...] }
      rest = rest[rest.index(after: open)...]
    }
    return rest.suffix(0)
  }

  /// Text with its character references replaced.
  private static func decoded(_ text: Substring.UnicodeScalarView) -> String {
    var result = ""
    var rest = text
    while let start = rest.firstIndex(of: "&") {
      result.unicodeScalars += rest[..<start]
      let name = rest[rest.index(after: start)...].prefix(12).prefix { $0 != ";" && $0 != "&" }
      if name.endIndex < rest.endIndex, rest[name.endIndex] == ";",
        let character = character(String(Substring(name)))
      {
        result += character
        rest = rest[rest.index(after: name.endIndex)...]
      } else {
        result += "&"
        rest = rest[rest.index(after: start)...]
      }
    }
    result.unicodeScalars += rest
    return result
  }

  private static func character(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return named[name] }
    let digits = name.dropFirst()
    let number =
      digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).map { String($0) }
  }
}
