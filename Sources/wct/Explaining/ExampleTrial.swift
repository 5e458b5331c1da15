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
    for step in example.preparation {
      guard let tool = try self.program(step.first) else { return nil }
      _ = try CapturedCommand.run(tool, Array(step.dropFirst()), environment: environment(example))
    }
    let result = try CapturedCommand.run(program, arguments(example), environment: environment(example))
    let output = String(decoding: result.output + result.error, as: UTF8.self)
    return Self.maskingChance(in: output, runs: (try? listDirectory(".wct/runs")) ?? [])
  }

  private func program(_ name: String?) throws -> String? {
    switch name {
    case "wct": try resolvePath("/proc/self/exe")
    case "wct-exec": ProgramLocation.beside("wct-exec")
    case let name?: ["/usr/bin/\(name)", "/bin/\(name)"].first { (try? FileStatus.of($0)) != nil }
    case nil: nil
    }
  }

  /// Keys and ids of runs are made by chance, anew each time; and the day is another one tomorrow.
  private static func maskingChance(in text: String, runs: [DirectoryEntry]) -> String {
    let ids = runs.compactMap { $0.text?.split(separator: ".").first }
    let text = text.replacing(#/sha256:[0-9a-f]{64}/#, with: "sha256:…")
      .replacing(#/today is [0-9-]+/#, with: "today is …")
    return ids.reduce(text) { $0.replacing($1, with: "RUN") }
  }

  private func arguments(_ example: RuleExample) -> [String] {
    let arguments = Array(example.command.dropFirst())
    // Only what shows diagnostics knows the option.
    return isColoured && arguments.first == "check" ? arguments + ["--color", "always"] : arguments
  }

  private func environment(_ example: RuleExample) -> [String] {
    var variables = ["PATH": "/usr/bin:/bin", "NO_COLOR": "1"]
    for variable in example.variables { variables[variable.name] = variable.value }
    return variables.map { "\($0.key)=\($0.value)" }
  }
}

extension RuleExample {
  /// The command as it is typed, its variables before it.
  var commandLine: String { Self.line(of: command, variables) }

  /// What is typed before, a line each, with a prompt; the variables are those of every command of the programs.
  var preparationLines: [String] {
    preparation.map { step in
      "$ " + Self.line(of: step, step.first?.hasPrefix("wct") == true ? variables : [])
    }
  }

  private static func line(of words: [String], _ variables: [Variable]) -> String {
    let settings = variables.map { "\($0.name)=\(quoted($0.value))" }
    return (settings + words.map(quoted)).joined(separator: " ")
  }

  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || "_-./=:,".utf8.contains($0)
    }
    return isPlain && !word.isEmpty ? word : "'\(word)'"
  }

  /// Whether the commands of a good example say something that those of the bad one do not.
  func isShownAsSession(besides bad: RuleExample) -> Bool {
    files == bad.files || preparation != bad.preparation || command != bad.command
      || variables != bad.variables
  }

  /// Whether it is one file that is read as it is.
  var isSingleFile: Bool { files.map(\.path) == [Self.runbook] && preparation.isEmpty }
}

extension RuleExample.File {
  /// The text to show for the file.
  var shownText: String { description.map { "(\($0))\n" } ?? String(decoding: bytes, as: UTF8.self) }
}
