// Reads the project's documentation: its fenced code blocks, and where they stand.
import SystemFiles
import TestSupport

enum Documentation {
  /// A fenced block: what follows the language on its first line, and its text.
  struct Block: Sendable, CustomStringConvertible {
    let file: String
    let line: Int
    let info: String
    let text: String

    var description: String { "\(file):\(line)" }
  }

  /// The files that hold examples, relative to the repository.
  static func files() throws -> [String] {
    let names = try listDirectory(PathText.parent(of: FixtureFile.root) + "/docs").compactMap(\.text)
    return ["README.md"] + names.filter { $0.hasSuffix(".md") }.map { "docs/\($0)" }
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try readFile(PathText.parent(of: FixtureFile.root) + "/" + path), as: UTF8.self)
  }

  /// The blocks of one language in a file.
  static func blocks(_ path: String, language: String) throws -> [Block] {
    var blocks: [Block] = []
    var open: (line: Int, info: String, lines: [Substring])?
    let lines = try text(path).split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if let block = open {
        if line == "```" {
          let text = block.lines.joined(separator: "\n") + "\n"
          blocks.append(Block(file: path, line: block.line, info: block.info, text: text))
          open = nil
        } else {
          open?.lines.append(line)
        }
      } else if line.hasPrefix("```") {
        open = (index + 1, String(line.dropFirst(3)), [])
      }
    }
    return blocks.filter { $0.info.split(separator: " ").first == Substring(language) }
  }
}
