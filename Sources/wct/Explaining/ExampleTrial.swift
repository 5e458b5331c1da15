// Runs the command of a rule's example in a directory of its own, so that what is shown is what happens.
internal import CommandSupport
internal import Diagnostics
internal import SystemFiles

struct ExampleTrial {
  /// Whether the output is coloured, as it would be on a terminal.
  let isColoured: Bool

  /// What the example's command writes; nil where it can't be run here.
  func output(of example: RuleExample) -> String? { try? run(example) }

  private func run(_ example: RuleExample) throws -> String? {
    guard let program = try program(example.command.first) else { return nil }
    let scratch = try ScratchDirectory()
    let directory = PathText.join(scratch.path, "example")
    try makeDirectory(directory)
    for file in example.files {
      let path = PathText.join(directory, file.path)
      try makeDirectory(PathText.parent(of: path))
      try writeFile(path, file.bytes)
    }
    let before = currentDirectory()
    try enterDirectory(directory)
    defer { try? enterDirectory(before) }
    let result = try CapturedCommand.run(program, arguments(example), environment: environment(example))
    return String(decoding: result.output + result.error, as: UTF8.self)
  }

  private func program(_ name: String?) throws -> String? {
    switch name {
    case "wct": try resolvePath("/proc/self/exe")
    case let name?: ProgramLocation.beside(name)
    case nil: nil
    }
  }

  private func arguments(_ example: RuleExample) -> [String] {
    let arguments = Array(example.command.dropFirst())
    // Only what shows diagnostics knows the option.
    return isColoured && arguments.first == "check" ? arguments + ["--color", "always"] : arguments
  }

  private func environment(_ example: RuleExample) -> [String] {
    ["PATH=/usr/bin:/bin", "NO_COLOR=1"] + example.variables.map { "\($0.name)=\($0.value)" }
  }
}

extension RuleExample {
  /// The command as it is typed, its variables before it.
  var commandLine: String {
    let settings = variables.map { "\($0.name)=\(Self.quoted($0.value))" }
    return (settings + command.map(Self.quoted)).joined(separator: " ")
  }

  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || "_-./=:,".utf8.contains($0)
    }
    return isPlain && !word.isEmpty ? word : "'\(word)'"
  }

  /// Whether it is one file that is read as it is.
  var isSingleFile: Bool { files.count == 1 }
}

extension RuleExample.File {
  /// The text to show for the file.
  var shownText: String { description.map { "(\($0))\n" } ?? String(decoding: bytes, as: UTF8.self) }
}
