// Writes YAML documents in every style that a hand or a program might, with comments wherever they may stand.
import TestSupport

/// A generator of documents; the same seed gives the same document.
struct RandomDocument {
  private var random: SeededGenerator
  private var comments = 0
  private var anchors: [String] = []
  private var anchorCount = 0

  static func text(seed: UInt64) -> String {
    var document = RandomDocument(random: SeededGenerator(seed: seed))
    let start = document.pick([
      "", "", "# head\n\n", "---\n", "%YAML 1.2\n---\n", "# a\n--- # m\n", "\u{FEFF}",
    ])
    let text = start + document.lines(0) + document.mapping(0, 4) + document.lines(0)
    guard seed % 5 == 0 else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
  }

  private init(random: SeededGenerator) { self.random = random }

  // MARK: Choices

  private mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  // MARK: Comments

  private mutating func comment() -> String {
    comments += 1
    return pick(["# c", "#c", "#  c", "#! c"]) + "\(comments)"
  }

  private mutating func tail() -> String {
    chance(20) ? pick([" ", "   "]) + comment() : pick(["", "", "  "])
  }

  /// Comments on lines of their own, and blank lines.
  private mutating func lines(_ indent: Int) -> String {
    var text = ""
    while chance(25) {
      text +=
        pick(["", "", "\n"]) + spaces(pick([indent, indent, indent - 2, 0, indent + 1])) + comment() + "\n"
    }
    return text + pick(["", "", "\n", "\n\n"])
  }

  // MARK: Scalars

  private mutating func scalar() -> String {
    pick([
      "a", "b c", "x#y", "12", "true", "~", "no", "http://x/y?z", "a:b", "-x", "é", "日本", "${X:-y}", "<<x",
      "'a'",
      "'it''s'", "'b \"q\"'", "'x\\y'", "''", "'a: b'", "'# no'", "\"a\"", "\"x\\n\"", "\"\\u00e9\"",
      "\"# no\"",
      "\"\\\"\"",
    ])
  }

  private mutating func property() -> String {
    if chance(8) {
      anchorCount += 1
      anchors.append("a\(anchorCount)")
      return "&a\(anchorCount) "
    }
    return chance(5) ? pick(["!!str ", "!x "]) : ""
  }

  private mutating func blockScalar(_ indent: Int) -> String {
    var indentation = pick([1, 2, 4])
    let isExplicit = chance(15)
    let header = pick(["|", ">"]) + (isExplicit ? "\(indentation)" : pick(["", "-", "+"]))
    if !isExplicit { indentation = pick([1, 2, 4]) }
    var text = header + pick(["", " " + comment()]) + "\n"
    for line in 0..<Int.random(in: 0..<4, using: &random) {
      let more = isExplicit || line > 0 ? pick([0, 0, 2]) : 0
      text +=
        spaces(indent + indentation + more) + pick(["text", "# not", "x: y", "- z", "é", "trail  "]) + "\n"
      if chance(30) { text += spaces(pick([0, 0, indent + indentation, indent + indentation + 2])) + "\n" }
    }
    return text + pick(["", "", "\n", "\n\n"])
  }

  // MARK: Collections

  private mutating func flow(_ depth: Int, _ indent: Int) -> String {
    if !anchors.isEmpty, chance(10) { return "*" + pick(anchors) + " " }
    if depth == 0 || chance(50) { return scalar() }
    let isList = chance(50)
    let count = Int.random(in: 0..<4, using: &random)
    let parts = (0..<count).map { index in
      gap(indent) + (isList ? "" : "k\(index): ") + flow(depth - 1, indent)
    }
    return (isList ? "[" : "{") + parts.joined(separator: ",") + gap(indent) + (isList ? "]" : "}")
  }

  private mutating func gap(_ indent: Int) -> String {
    pick([" ", " ", "", "\n" + spaces(indent + 20), " \(comment())\n" + spaces(indent + 20)])
  }

  /// What stands behind `key:` or `-`, with its line break.
  private mutating func value(_ indent: Int, _ depth: Int, isElement: Bool) -> String {
    let property = property()
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<5 where !anchors.isEmpty: return " *\(pick(anchors))\(tail())\n"
    case 0..<30: return " \(property)\(scalar())\(tail())\n"
    case 30..<34: return (property.isEmpty ? "" : " " + property) + tail() + "\n"
    case 34..<40:
      return
        " \(property)multi\n\(spaces(indent + 3))line\n\(pick(["", "\n"]))\(spaces(indent + 1))end\(tail())\n"
    case 40..<45:
      return " \(property)\"multi \\\n\(spaces(indent + 3))line\n\n\(spaces(indent + 1))\\ end\"\(tail())\n"
    case 45..<58: return " \(property)\(flow(2, indent))\(tail())\n"
    case 58..<68: return " \(property)\(blockScalar(indent))"
    default: break
    }
    guard depth > 0 else { return " \(scalar())\n" }
    let start = (property.hasPrefix("!!") || property.isEmpty ? "" : " " + property) + tail() + "\n"
    let inner = indent + pick([2, 3, 4])
    if chance(60) { return start + lines(inner) + mapping(inner, depth - 1) }
    let dash = isElement ? inner : indent + pick([0, 2, 3])
    return start + lines(dash) + sequence(dash, depth - 1)
  }

  private mutating func mapping(_ indent: Int, _ depth: Int) -> String {
    let keys = [
      "name", "description", "config", "inputs", "outputs", "artifacts", "source", "process", "type",
      "properties",
      "x-a", "zz", "contact", "\"q k\"", "'s k'", "output",
    ].shuffled(using: &random).prefix(Int.random(in: 1..<5, using: &random))
    var text = ""
    for (index, key) in keys.enumerated() {
      if index > 0 { text += lines(indent) }
      text += spaces(indent) + key + pick([":", ":", " :"]) + value(indent, depth, isElement: false)
    }
    return text
  }

  private mutating func sequence(_ indent: Int, _ depth: Int) -> String {
    var text = ""
    for index in 0..<Int.random(in: 1..<4, using: &random) {
      if index > 0 { text += lines(indent) }
      let room = pick([1, 1, 3])
      if depth > 0, chance(40) {
        let isList = chance(25)
        let inner = isList ? sequence(indent + 1 + room, depth - 1) : mapping(indent + 1 + room, depth - 1)
        text += spaces(indent) + "-" + inner.dropFirst(indent + 1)
      } else {
        text += spaces(indent) + "-" + value(indent, depth, isElement: true)
      }
    }
    return text
  }
}
