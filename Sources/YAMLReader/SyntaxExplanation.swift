// The commonest mistakes in YAML, by what libyaml says of them.

/// Puts libyaml's problems into words that name the mistake and the remedy.
enum SyntaxExplanation {
  /// The explanation of a problem; nil for one that is best left in libyaml's words.
  static func fault(_ problem: String, at place: FaultPlace) -> SyntaxFault? {
    switch problem {
    case "found character that cannot start any token": badStart(place)
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      tab(place)
    case "could not find expected ':'": missingColon(place)
    case "mapping values are not allowed in this context": unexpectedColon(place)
    case "did not find expected key", "did not find expected '-' indicator": misplaced(place)
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'": unclosedBracket(place)
    case "found unexpected end of stream", "found unexpected document indicator": unclosedQuote(place)
    case "block sequence entries are not allowed in this context": listItem(place)
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      escape(place)
    case "did not find expected alphabetic or numeric character": badAnchor(place)
    case "did not find expected node content": missingValue(place)
    case "did not find expected comment or line break": blockHeader(place)
    case "did not find expected <document start>": afterEnd(place)
    case "found undefined tag handle": tag(place)
    case "found unknown directive name", "could not find expected directive name",
      "found unexpected non-alphabetical character":
      directive(place)
    default: nil
    }
  }

  // MARK: Characters

  private static func badStart(_ place: FaultPlace) -> SyntaxFault {
    guard let byte = place.byte, byte != 0x09 else { return tab(place) }
    let character = String(UnicodeScalar(byte))
    return SyntaxFault(
      message: "a text can't begin with '\(character)' unless it is quoted", range: place.character,
      notes: ["put the whole text in quotes: \"\(character)…\""])
  }

  private static func tab(_ place: FaultPlace) -> SyntaxFault {
    SyntaxFault(
      message: "a tab can't be used for indentation", range: place.character,
      notes: ["YAML is indented with spaces; replace each tab with two spaces"])
  }

  private static func escape(_ place: FaultPlace) -> SyntaxFault {
    let start = place.byte == UInt8(ascii: "\\") ? place.problem : max(place.context, place.problem - 2)
    return SyntaxFault(
      message: "this is not an escape sequence that YAML knows",
      range: start..<min(start + 2, place.lines.bytes.count),
      notes: ["in single quotes a '\\' stands for itself; in double quotes it is written '\\\\'"])
  }

  private static func badAnchor(_ place: FaultPlace) -> SyntaxFault {
    let character = place.lines.byte(at: place.context) == UInt8(ascii: "&") ? "&" : "*"
    let meaning = character == "&" ? "names an anchor" : "refers to an anchor"
    return SyntaxFault(
      message: "a text that begins with '\(character)' must be quoted",
      range: place.lines.rest(from: place.context),
      notes: ["without quotes '\(character)' \(meaning), whose name is letters and digits"])
  }

  private static func directive(_ place: FaultPlace) -> SyntaxFault {
    SyntaxFault(
      message: "a line that begins with '%' is a YAML directive, and this is none",
      range: place.lines.rest(from: place.context), notes: ["put the text in quotes"])
  }

  private static func tag(_ place: FaultPlace) -> SyntaxFault {
    SyntaxFault(
      message: "this tag's handle is not declared", range: place.lines.rest(from: place.context),
      notes: ["a text that begins with '!' must be quoted"])
  }

  // MARK: Colons and indentation

  /// - Parameter key: The word that is alone on its line, or stands before a ':' without a space.
  static func missingColon(after key: Range<Int>, in lines: SourceLines) -> SyntaxFault {
    let line = lines.rest(from: key.lowerBound)
    if let colon = lines.unspacedColon(in: line) { return missingSpace(colon) }
    return SyntaxFault(
      message: "a ':' is missing after this key", range: key,
      notes: ["every line of a mapping is 'key: value'; a longer text is indented more than its key"],
      fix: ("insert ':'", key.upperBound..<key.upperBound, ":"))
  }

  private static func missingColon(_ place: FaultPlace) -> SyntaxFault {
    let line = place.lines.rest(from: place.context)
    if let colon = place.lines.unspacedColon(in: line) { return missingSpace(colon) }
    return SyntaxFault(
      message: "a ':' is missing after this key", range: line,
      notes: ["every line of a mapping is 'key: value'; a longer text is indented more than its key"])
  }

  private static func missingSpace(_ colon: Int) -> SyntaxFault {
    SyntaxFault(
      message: "a space is missing after ':'", range: colon..<colon + 1,
      fix: ("insert a space", colon + 1..<colon + 1, " "))
  }

  private static func unexpectedColon(_ place: FaultPlace) -> SyntaxFault {
    let lines = place.lines
    let before = lines.indentationEnd(ofLineAt: place.problem)..<place.problem
    if !before.isEmpty, let first = lines.spacedColon(in: before) {
      return SyntaxFault(
        message: "a second ':' makes no sense here", range: place.character,
        label: ("the value begins after this ':'", first..<first + 1),
        notes: ["a text that holds ': ' must be quoted"])
    }
    guard let above = lines.lineAbove(place.problem) else {
      return SyntaxFault(message: "a ':' is not expected here", range: place.character)
    }
    if lines.spacedColon(in: above) == nil {
      if let colon = lines.unspacedColon(in: above) { return missingSpace(colon) }
      return SyntaxFault(
        message: "a ':' is missing in the line above", range: place.character,
        label: ("this is read as the beginning of the key", above))
    }
    return SyntaxFault(
      message: "this line is indented more than the one above, which already has its value",
      range: before.lowerBound..<place.problem, label: ("the line above", above),
      notes: ["align it with the line above, or put that line's value on lines of their own"])
  }

  private static func misplaced(_ place: FaultPlace) -> SyntaxFault {
    let lines = place.lines
    let start = lines.indentationEnd(ofLineAt: place.problem)
    let opening = lines.character(at: place.context)
    if start < place.problem {
      return SyntaxFault(
        message: "the value ends before this", range: lines.rest(from: place.problem),
        notes: ["a text with quotes or brackets inside must be quoted as a whole; in single quotes, ' is ''"])
    }
    if place.byte == UInt8(ascii: ":") { return missingKey(place) }
    if place.byte == UInt8(ascii: "-") {
      return SyntaxFault(
        message: "a list item can't stand here: the lines around it are a mapping",
        range: place.character, label: ("the mapping begins here", opening))
    }
    return SyntaxFault(
      message: "this line's indentation fits no line above", range: lines.rest(from: place.problem),
      label: ("it would have to be aligned with this", opening))
  }

  private static func listItem(_ place: FaultPlace) -> SyntaxFault {
    SyntaxFault(
      message: "a list item can't begin here", range: place.character,
      notes: ["a list begins on a line of its own; a text that begins with '- ' must be quoted"])
  }

  // MARK: Ends

  private static func unclosedBracket(_ place: FaultPlace) -> SyntaxFault {
    unclosed(bracket: place.opening ?? place.context, place)
  }

  private static func unclosed(bracket: Int, _ place: FaultPlace) -> SyntaxFault {
    if !place.character.isEmpty,
      place.lines.start(ofLineAt: bracket) == place.lines.start(ofLineAt: place.problem)
    {
      return missingComma(bracket, place)
    }
    let isList = place.lines.byte(at: bracket) == UInt8(ascii: "[")
    let (open, close) = isList ? ("[", "]") : ("{", "}")
    return SyntaxFault(
      message: "this '\(open)' is not closed", range: place.lines.character(at: bracket),
      label: ("',' or '\(close)' is expected here", place.character))
  }

  private static func missingComma(_ bracket: Int, _ place: FaultPlace) -> SyntaxFault {
    let close = place.lines.byte(at: bracket) == UInt8(ascii: "[") ? "]" : "}"
    return SyntaxFault(
      message: "',' or '\(close)' is expected before this", range: place.character,
      label: ("the bracket that is open", place.lines.character(at: bracket)),
      notes: ["a text with quotes or brackets inside must be quoted as a whole"])
  }

  private static func unclosedQuote(_ place: FaultPlace) -> SyntaxFault {
    unclosedQuote(place.context, endingAt: nil, place)
  }

  /// - Parameter end: Where the text ends that the quote begins; nil where no quote closes it.
  static func unclosedQuote(_ quote: Int, endingAt end: Int?, _ place: FaultPlace) -> SyntaxFault {
    let label = end.map { ("the text goes on to this quote", max(quote, $0 - 1)..<$0) }
    let isEndless = end == nil && place.byte == nil
    return SyntaxFault(
      message: "this quote is not closed", range: place.lines.character(at: quote), label: label,
      notes: isEndless ? ["the text goes on to the end of the file"] : [])
  }

  private static func missingKey(_ place: FaultPlace) -> SyntaxFault {
    SyntaxFault(message: "a key is missing before ':'", range: place.character)
  }

  private static func missingValue(_ place: FaultPlace) -> SyntaxFault {
    if place.byte == UInt8(ascii: ":") { return missingKey(place) }
    if place.byte == nil, let bracket = place.opening { return unclosed(bracket: bracket, place) }
    return SyntaxFault(message: "a value is expected here", range: place.character)
  }

  private static func blockHeader(_ place: FaultPlace) -> SyntaxFault {
    SyntaxFault(
      message: "the text of a block begins on the next line", range: place.lines.rest(from: place.problem),
      label: ("the block", place.lines.character(at: place.context)),
      notes: ["a text that begins with '|' or '>' must be quoted"])
  }

  private static func afterEnd(_ place: FaultPlace) -> SyntaxFault {
    SyntaxFault(
      message: "the document ends before this", range: place.lines.rest(from: place.problem),
      notes: ["the whole file is one value; nothing may follow it"])
  }
}
