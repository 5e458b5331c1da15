// The examples of the YAML 1.2.2 specification: our tree, and that of another reader over the same libyaml.
import Diagnostics
import TestSupport
import Testing
import YAMLReader

struct SpecificationTests {
  @Test(arguments: SpecificationCase.all)
  func example(_ example: SpecificationCase) {
    let result = ReadResult(example.text)
    if example.expected.hasPrefix("error: ") {
      #expect(result.rules.first == String(example.expected.dropFirst(7)))
    } else {
      #expect(result.rules == [])
      #expect(result.document.map { json($0.root) } == example.expected)
    }
  }

  @Test func casesAreThere() { #expect(SpecificationCase.all.count > 60) }

  /// PyYAML's binding of libyaml gives the same trees.
  @Test(.enabled(if: PythonYAML.isInstalled, "needs python3 with PyYAML and libyaml"))
  func anotherReaderAgrees() throws {
    let file = FixtureFile(SpecificationCase.path).absolutePath
    let trees = try PythonYAML.trees(ofCasesIn: file)
    var compared = 0
    for example in SpecificationCase.all {
      // It refuses anchors that are declared again; what we refuse by choice is not compared.
      guard let tree = trees[example.name], !example.expected.hasPrefix("error: ") else { continue }
      #expect(ReadResult(example.text).document.map { json($0.root) } == tree, "\(example)")
      compared += 1
    }
    #expect(compared > 50)
  }
}

/// One case of `Fixtures/yaml/specification.txt`.
struct SpecificationCase: Sendable, CustomStringConvertible {
  static let path = "yaml/specification.txt"
  /// The example's number and what it shows.
  let name: String
  let text: String
  /// The tree as JSON, or `error: RULE`.
  let expected: String

  var description: String { name }

  static let all: [SpecificationCase] = {
    let bytes = FixtureFile(path).bytes() ?? []
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: "%%% ").dropFirst()
    return stride(from: parts.startIndex, to: parts.endIndex - 1, by: 2).map { index in
      let head = parts[index].split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let expected = parts[index + 1].dropFirst(3)
      return SpecificationCase(
        name: String(head[0]), text: String(head.last ?? ""),
        expected: String(expected.hasSuffix("\n") ? expected.dropLast() : expected))
    }
  }()
}

/// A tree as JSON, every scalar a text.
private func json(_ node: YAMLNode) -> String {
  switch node.kind {
  case .scalar: quoted(node.text)
  case .sequence: "[" + node.elements.map(json).joined(separator: ", ") + "]"
  case .mapping:
    "{" + node.entries.map { "\(quoted($0.key.text)): \(json($0.value))" }.joined(separator: ", ") + "}"
  case .unreadable: "unreadable"
  }
}

private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x22, 0x5C: result += "\\\(scalar)"
    case 0x0A: result += "\\n"
    case 0x09: result += "\\t"
    case 0x0D: result += "\\r"
    case ..<0x20, 0x7F...0xA0, 0x2028, 0x2029:
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

/// PyYAML, where it is installed with libyaml.
enum PythonYAML {
  static let isInstalled = (try? run("import yaml; yaml.CBaseLoader"))?.code == 0

  /// The trees of all cases that it takes, by name.
  static func trees(ofCasesIn file: String) throws -> [String: String] {
    let output = try run(script, file).output
    var trees: [String: String] = [:]
    for record in output.split(separator: "\u{1}") {
      let parts = record.split(separator: "\u{2}")
      if parts.count == 2 { trees[String(parts[0])] = String(parts[1]) }
    }
    return trees
  }

  private static func run(_ script: String, _ arguments: String...) throws -> ProcessResult {
    try ChildProcess(
      "/usr/bin/env", ["python3", "-c", script] + arguments, directory: "/",
      environment: ["PATH": "/usr/bin:/bin:/usr/local/bin", "PYTHONIOENCODING": "utf-8"]
    ).result()
  }

  private static let script = #"""
    import sys, yaml
    SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    def quoted(text):
        def one(c):
            n = ord(c)
            if c in SHORT: return SHORT[c]
            return "\\u%04x" % n if n < 0x20 or 0x7f <= n <= 0xa0 or n in (0x2028, 0x2029) else c
        return '"' + "".join(map(one, text)) + '"'
    def tree(node):
        if isinstance(node, yaml.MappingNode):
            return "{" + ", ".join(quoted(k.value) + ": " + tree(v) for k, v in node.value) + "}"
        if isinstance(node, yaml.SequenceNode):
            return "[" + ", ".join(map(tree, node.value)) + "]"
        return quoted(node.value)
    parts = open(sys.argv[1], encoding="utf-8", newline="").read().split("%%% ")[1:]
    for case in parts[::2]:
        name, text = case.split("\n", 1)
        try:
            print(name, tree(yaml.compose(text, Loader=yaml.CBaseLoader)), sep="\x02", end="\x01")
        except (yaml.YAMLError, AttributeError, TypeError):
            pass
    """#
}
