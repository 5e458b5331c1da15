// What the examples of plans, runs and findings begin with: a runbook, the files that it reads, their commands.

extension RuleExample {
  /// A runbook that finds personal data in `data`, and a letter there.
  static let searchFiles = [searchRunbook, letter]

  static let searchRunbook = File.text(runbook, header + "artifacts:\n" + search(in: "./data"))

  static let letter = File.text("data/letter.txt", "Please answer to ann@example.org.\n")

  /// The artifacts of a search.
  static func search(in path: String, _ more: String = "") -> String {
    """
      files:
        source: {type: filesystem, properties: {path: "\(path)"\(more)}}
      found:
        inputs: files
        process: {type: personal_data}
        output: true

    """
  }

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
