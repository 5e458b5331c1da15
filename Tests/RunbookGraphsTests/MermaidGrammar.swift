// The part of Mermaid's flowchart grammar that graphs are written in, after its documentation
// (https://mermaid.js.org/syntax/flowchart.html, "Entity codes to escape characters", "Node shapes", "Subgraphs",
// "Links between nodes", "Styling and classes", and https://mermaid.js.org/config/theming.html for front matter).
// It accepts less than Mermaid does: what it accepts, Mermaid reads in the same way.
import CanonicalJSON

/// A flowchart that was read back.
struct MermaidChart {
  struct Fault: Error { let line: String, reason: String }

  var title = ""
  var direction = ""
  /// Labels by node, entities resolved.
  var labels: [String: [String]] = [:]
  var shapes: [String: String] = [:]
  var classes: [String: String] = [:]
  var definedClasses: Set<String> = []
  var edges: [(from: String, arrow: String, to: String)] = []
  var styledEdges: [Int] = []
  /// The boxes' labels, outer ones first.
  var boxes: [String] = []

  private var depth = 0

  init(_ text: String) throws {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    guard lines.last == "" else { throw Fault(line: "", reason: "the last line is not ended") }
    lines.removeLast()
    guard lines.popFirst() == "---", let title = lines.popFirst(), title.hasPrefix("title: "),
      lines.popFirst() == "---"
    else { throw Fault(line: text, reason: "front matter") }
    // A JSON string is a YAML one.
    self.title = try JSONReader.read(Array(title.dropFirst(7).utf8)).stringValue ?? ""
    guard let header = lines.popFirst(), ["flowchart LR", "flowchart TB"].contains(header) else {
      throw Fault(line: text, reason: "header")
    }
    direction = String(header.suffix(2))
    for line in lines { try read(line.drop { $0 == " " }) }
    guard depth == 0 else { throw Fault(line: "", reason: "a subgraph is not ended") }
  }

  private mutating func read(_ line: Substring) throws {
    let words = line.split(separator: " ", maxSplits: 2).map(String.init)
    switch words.first {
    case "accTitle:", "accDescr:":
      // One line of text; a brace would begin another form, and a comment ends the line.
      guard !line.contains(where: { "{};%#<>".contains($0) }) else { throw fault(line, "accessible text") }
    case "subgraph":
      guard words.count == 3, Self.isID(words[1]), words[2].hasPrefix("["), words[2].hasSuffix("]") else {
        throw fault(line, "subgraph")
      }
      boxes += try label(words[2].dropFirst().dropLast(), line)
      depth += 1
    case "end":
      guard words.count == 1, depth > 0 else { throw fault(line, "end") }
      depth -= 1
    case "classDef":
      guard words.count == 3, Self.isID(words[1]), Self.areRules(words[2]) else {
        throw fault(line, "classDef")
      }
      definedClasses.insert(words[1])
    case "linkStyle":
      guard words.count == 3, Self.areRules(words[2]) else { throw fault(line, "linkStyle") }
      styledEdges = try words[1].split(separator: ",").map { part in
        guard let number = Int(part) else { throw fault(line, "linkStyle") }
        return number
      }
    case "style":
      guard words.count == 3, Self.isID(words[1]), Self.areRules(words[2]) else { throw fault(line, "style") }
    default:
      if words.count == 3, ["-->", "-.->"].contains(words[1]) {
        guard Self.isID(words[0]), Self.isID(words[2]) else { throw fault(line, "edge") }
        edges.append((words[0], words[1], words[2]))
      } else {
        try readNode(line)
      }
    }
  }

  private static let brackets = [
    ("([", "])"), ("[[", "]]"), ("[(", ")]"), ("[/", "/]"), ("[\\", "\\]"), ("{{", "}}"), ("(", ")"),
    (">", "]"),
    ("[", "]"),
  ]

  private mutating func readNode(_ line: Substring) throws {
    let id = String(line.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) })
    var rest = line.dropFirst(id.count)
    guard Self.isID(id), let quote = rest.firstIndex(of: "\""), let close = rest.lastIndex(of: "\""),
      quote < close
    else { throw fault(line, "node") }
    let (open, text) = (String(rest[..<quote]), rest[quote...close])
    rest = rest[rest.index(after: close)...]
    guard let shape = Self.brackets.first(where: { $0.0 == open }), rest.hasPrefix(shape.1) else {
      throw fault(line, "shape")
    }
    rest = rest.dropFirst(shape.1.count)
    if rest.hasPrefix(":::") {
      guard Self.isID(String(rest.dropFirst(3))) else { throw fault(line, "class") }
      classes[id] = String(rest.dropFirst(3))
    } else if !rest.isEmpty {
      throw fault(line, "what follows the node")
    }
    guard labels[id] == nil else { throw fault(line, "the node is there twice") }
    labels[id] = try label(text, line)
    shapes[id] = open
  }

  /// The lines of a quoted label.
  private func label(_ text: Substring, _ line: Substring) throws -> [String] {
    guard text.count >= 2, text.first == "\"", text.last == "\"" else { throw fault(line, "quotes") }
    var lines = [""]
    var rest = text.dropFirst().dropLast()
    // Lists of Markdown are shown as an error message.
    if rest.first == "-" || rest.first == "+" { throw fault(line, "a list") }
    while let character = rest.first {
      if rest.hasPrefix("<br/>") {
        lines.append("")
        rest = rest.dropFirst(5)
      } else if character == "#" {
        let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
        guard let number = UInt32(digits), let scalar = Unicode.Scalar(number),
          rest.dropFirst(1 + digits.count).first == ";"
        else { throw fault(line, "entity") }
        lines[lines.count - 1].unicodeScalars.append(scalar)
        rest = rest.dropFirst(digits.count + 2)
      } else {
        // Quotes, markup, Markdown, mathematics, directives.
        guard !"\"<>&`\\;*_$[]{}%".contains(character) else { throw fault(line, "'\(character)' in a label") }
        lines[lines.count - 1].append(character)
        rest = rest.dropFirst()
      }
    }
    return lines
  }

  private func fault(_ line: Substring, _ reason: String) -> Fault {
    Fault(line: String(line), reason: reason)
  }

  /// Letters, digits and `_`; `end` alone would end a subgraph, `o` and `x` first would be arrow heads.
  private static func isID(_ text: String) -> Bool {
    guard let first = text.first, first.isASCII, first.isLetter, text != "end" else { return false }
    return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
      && !(text.count > 1 && "ox".contains(first) && text.dropFirst().allSatisfy(\.isNumber))
  }

  /// `name:value,name:value`; a value has no comma.
  private static func areRules(_ text: String) -> Bool {
    text.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { rule in
      let parts = rule.split(separator: ":", omittingEmptySubsequences: false)
      return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && !$0.contains { ";{}\"".contains($0) } }
    }
  }
}
