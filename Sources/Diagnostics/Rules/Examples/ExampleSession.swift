// What the examples of plans, runs and findings begin with: a runbook, a file that it reads, the commands.

extension RuleExample {
  /// A runbook that reads texts in `data`, and a letter there.
  static let readFiles = [readRunbook, letter]

  static let readRunbook = File.text(runbook, header + "artifacts:\n" + read("./data"))

  /// The same, and it finds personal data in them.
  static let searchFiles = [File.text(runbook, header + "artifacts:\n" + search), letter]

  static let letter = File.text("data/letter.txt", "Please answer to ann@example.org.\n")

  /// The artifact that holds the texts in a directory.
  static func read(_ path: String, _ more: String = "") -> String {
    """
      files:
        source: {type: filesystem, properties: {path: "\(path)"\(more)}}
        output: true

    """
  }

  private static let search = """
      files:
        source: {type: filesystem, properties: {path: ./data}}
      found:
        inputs: files
        process: {type: personal_data}
        output: true

    """

  /// A runbook with a letter to read, and the commands of a session.
  static func session(
    _ artifacts: String, after preparation: [String] = [], beside others: [File] = [letter],
    _ command: String,
    variables: KeyValuePairs<String, String> = [:]
  ) -> RuleExample {
    RuleExample(
      [.text(runbook, header + "artifacts:\n" + artifacts)] + others, after: preparation, command: command,
      variables: variables)
  }
}
