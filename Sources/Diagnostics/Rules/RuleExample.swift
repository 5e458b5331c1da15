// A few small files and the command that shows what a rule is about. Knows nothing of how it is run.

/// An example of a rule: files in an empty directory, and commands that are run there.
package struct RuleExample: Sendable, Hashable {
  /// One file of an example.
  package struct File: Sendable, Hashable {
    /// Relative to the example's directory.
    package let path: String
    package let bytes: [UInt8]
    /// What stands for the bytes where they are no text to read; nil where they are.
    package let description: String?

    /// A file that people can read.
    package static func text(_ path: String, _ text: String) -> File {
      let ending = text.hasSuffix("\n") || text.isEmpty ? "" : "\n"
      return File(path: path, bytes: Array((text + ending).utf8), description: nil)
    }

    /// A file that is described instead of shown: it is long, or no text.
    package static func bytes(_ path: String, _ bytes: [UInt8], _ description: String) -> File {
      File(path: path, bytes: bytes, description: description)
    }
  }

  /// The name of the file that an example's runbook is in.
  package static let runbook = "runbook.yaml"

  package let files: [File]
  /// What is done first, each as the command is; it need not succeed.
  package let preparation: [[String]]
  /// The program and its arguments, as they are typed; `wct` or `wct-exec`.
  package let command: [String]
  /// The variables that the command sees, besides those that every program needs.
  package let variables: [Variable]

  /// A variable of the environment.
  package struct Variable: Sendable, Hashable {
    package let name: String
    package let value: String
  }

  /// Any files and any command; a command in one text is split at spaces.
  ///
  /// - Parameter preparation: Commands of the programs, or of what every system has (`cp`, `rm`, `sed`, `chmod`), and of
  ///   `git`; what they write is not shown.
  package init(
    _ files: [File], after preparation: [String] = [], command: [String],
    variables: KeyValuePairs<String, String> = [:]
  ) {
    self.files = files
    self.preparation = preparation.map(Self.words)
    self.command = command
    self.variables = variables.map { Variable(name: $0.key, value: $0.value) }
  }

  /// Any files and any command, in one text.
  package init(
    _ files: [File], after preparation: [String] = [], command: String,
    variables: KeyValuePairs<String, String> = [:]
  ) {
    self.init(files, after: preparation, command: Self.words(command), variables: variables)
  }

  /// The same command after what was done for another example.
  package init(_ files: [File], after preparation: [[String]], command: String) {
    self.files = files
    self.preparation = preparation
    self.command = Self.words(command)
    variables = []
  }

  private static func words(_ command: String) -> [String] {
    command.split(separator: " ").map(String.init)
  }

  /// The text of a runbook that is checked, with other files beside it.
  package init(
    _ text: String, beside others: [File] = [], options: [String] = [],
    variables: KeyValuePairs<String, String> = [:]
  ) {
    self.init(
      [.text(Self.runbook, text)] + others, command: ["wct", "check"] + options + [Self.runbook],
      variables: variables)
  }

  /// A runbook that is complete but for its artifacts, which are given.
  package static func artifacts(
    _ text: String, beside others: [File] = [], options: [String] = [],
    variables: KeyValuePairs<String, String> = [:]
  ) -> RuleExample {
    RuleExample(header + "artifacts:\n" + text, beside: others, options: options, variables: variables)
  }

  /// What every runbook of an example begins with.
  package static let header = """
    name: Example
    description: Shows one rule
    contact: privacy@example.com

    """
}
