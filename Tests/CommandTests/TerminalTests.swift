// Diagnostics on a real terminal: colours, links, its width, characters of every width.
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct TerminalTests {
  private let place: Workplace
  private static let head = "name: N\ndescription: D\ncontact: c@example.org\nartifacts:\n"

  init() throws { place = try Workplace() }

  private func check(
    _ text: String, _ options: [String] = [], _ variables: [String: String] = [:],
    output: OutputPlace = .terminal
  ) throws -> String {
    try place.write("bad.yaml", text)
    var place = place
    place.environment.merge(variables) { $1 }
    return try place.start(.wct, ["check", "bad.yaml"] + options, output: output).result().output
  }

  @Test func coloursAndLinksOnATerminal() throws {
    let text = try check("x")
    #expect(text.contains("\u{1B}[1;31merror[WCT"))
    let file = try "file://\(resolvePath(place.path))/bad.yaml"
    #expect(
      text.contains("\u{1B}]8;;\(file)\u{1B}\\bad.yaml:1:1\u{1B}]8;;\u{1B}\\"), "\(text.debugDescription)")
  }

  /// Variables and options, whether the output is a terminal, and whether there shall be colours and links.
  static let cases:
    [(variables: [String: String], options: [String], isTerminal: Bool, colours: Bool, links: Bool)] = [
      ([:], [], true, true, true),
      ([:], [], false, false, false),
      (["NO_COLOR": "1"], [], true, false, false),
      (["NO_COLOR": ""], [], true, true, true),
      (["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], [], true, false, false),
      (["NO_COLOR": "1"], ["--color", "always"], true, true, true),
      (["CLICOLOR_FORCE": "1"], [], false, true, false),
      (["CLICOLOR_FORCE": "0"], [], false, false, false),
      (["CLICOLOR": "0"], [], true, false, false),
      (["TERM": "dumb"], [], true, false, false),
      (["TERM": "linux"], [], true, true, false),
      ([:], ["--color", "never"], true, false, false),
      ([:], ["--color", "always"], false, true, false),
      ([:], ["--format", "short"], true, false, false),
    ]

  @Test(arguments: cases.indices)
  func asked(_ index: Int) throws {
    let asked = Self.cases[index]
    let text = try check("x", asked.options, asked.variables, output: asked.isTerminal ? .terminal : .pipes)
    #expect(text.contains("error"))
    #expect(text.contains("\u{1B}[1;31m") == asked.colours, "\(asked)")
    #expect(text.contains("\u{1B}]8;;") == asked.links, "\(asked)")
  }

  /// No source line is longer than the terminal's 100 columns, and the carets stand below what they mean.
  @Test(arguments: ["x", "語", "👨‍👩‍👧", "e\u{301}", "한"])
  func widthIsRespected(_ character: String) throws {
    let filler = String(repeating: character, count: 150)
    let text = try check(
      Self.head
        + "  a: {name: \(filler), source: {type: filesytem, properties: {path: .}}, description: \(filler)}\n"
    )
    let lines = Self.plain(text).split(separator: "\n", omittingEmptySubsequences: false)
    let source = try #require(lines.firstIndex { $0.contains("filesytem") && $0.contains(" | ") })
    #expect(lines[source].hasSuffix("…"))
    #expect(Self.columns(lines[source]) <= 100, "\(lines[source])")
    let start = try #require(lines[source].ranges(of: "filesytem").first).lowerBound
    let caret = try #require(lines[source + 1].firstIndex(of: "^"))
    #expect(Self.columns(lines[source][..<start]) == Self.columns(lines[source + 1][..<caret]))
    #expect(lines[source + 1].count { $0 == "^" } == 9)
  }

  /// What is in a file moves no cursor and turns no text around.
  @Test func controlCharactersAreShownAsSuch() throws {
    let text = try check(Self.head + "  a: {inputs: \"no\u{7F}\u{202E}body\u{85}\"}\n", ["--color", "never"])
    #expect(text.contains("<U+202E>") && text.contains("␡"))
    #expect(!text.contains("\u{202E}") && !text.contains("\u{7F}"))
  }

  /// The line of the file that set a variable, and no word of what is secret.
  @Test func valuesAndTheirOrigin() throws {
    try place.write(".env", "# settings\nLIMIT=many\nDB_PASSWORD=hunter2secret\n")
    let text = try check(
      Self.head + """
          a: {source: {type: filesystem, properties: {path: ., max_files: "${LIMIT}", encoding: "${ENC}"}}}
          b: {source: {type: mysql, properties: {host: h, user: u, password: "${DB_PASSWORD}"}}, output: "${DB_PASSWORD}"}
        """, ["--color", "never"], ["ENC": "klingon"])
    #expect(text.contains("'${LIMIT}' is 'many' (from .env:2)"), "\(text)")
    #expect(text.contains("'${DB_PASSWORD}' is [REDACTED] (from .env:3)"), "\(text)")
    #expect(!text.contains("hunter2"))
    for format in ["json", "sarif", "github", "gitlab", "junit", "checkstyle", "short"] {
      let report = try place.wct("check", "bad.yaml", "--format", format).output
      #expect(!report.contains("hunter2") && report.contains("bad.yaml"), "\(format)")
    }
  }

  // MARK: - Reading a terminal

  /// Without colours, links and carriage returns.
  private static func plain(_ text: String) -> String {
    let unlinked = text.replacing(/\u{1B}\]8;;[^\u{1B}]*\u{1B}\\/, with: "")
    return unlinked.replacing(/\u{1B}\[[0-9;]*m/, with: "").split(
      separator: "\r\n", omittingEmptySubsequences: false
    )
    .joined(separator: "\n")
  }

  /// The columns of the characters that these tests use.
  private static func columns(_ text: Substring) -> Int {
    text.reduce(0) { $0 + (["語", "👨‍👩‍👧", "한"].contains($1) ? 2 : 1) }
  }
}
