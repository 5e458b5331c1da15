// Questions on a terminal, one line each.
internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics

enum Questions {
  /// A text; an empty line takes what is usual, where there is such a thing.
  static func ask(_ question: String, usual: String?) throws -> String {
    while true {
      Terminal.output.write("\(printable(question))\(usual.map { " [\($0)]" } ?? ""): ")
      let line = try nextLine()
      if !line.isEmpty { return line }
      if let usual { return usual }
      Terminal.output.write("  an answer is needed\n")
    }
  }

  /// The number of one of several lines; an empty line takes the usual one.
  static func choose(_ question: String, _ lines: [String], usual: Int = 0) throws -> Int {
    Terminal.output.write("\(question)\n")
    for (index, line) in lines.enumerated() { Terminal.output.write("  \(index + 1)  \(line)\n") }
    while true {
      Terminal.output.write("1 to \(lines.count) [\(usual + 1)]: ")
      let line = try nextLine()
      if line.isEmpty { return usual }
      if let number = Int(line), (1...lines.count).contains(number) { return number - 1 }
      if let index = lines.firstIndex(where: { $0.hasPrefix(line + ":") }) { return index }
      Terminal.output.write("  expected a number from 1 to \(lines.count)\n")
    }
  }

  private static func nextLine() throws -> String {
    guard let line = readLine() else {
      Terminal.output.write("\n")
      Terminal.error.write("nothing was written: the questions were not answered\n")
      throw ExitStatus.failed.exitCode
    }
    var text = line[...]
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
