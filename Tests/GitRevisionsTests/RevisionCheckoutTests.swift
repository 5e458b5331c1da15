// Files of revisions, from repositories that the tests make.
import GitRevisions
import SystemFiles
import TestSupport
import Testing

/// A new repository in a directory of its own.
struct SampleRepository {
  let directory: TemporaryDirectory
  var path: String { directory.path }

  init() throws {
    directory = try TemporaryDirectory()
    try git("init", "-q", "-b", "main", ".")
  }

  @discardableResult
  func git(_ arguments: String...) throws -> String {
    let environment = [
      "PATH": "/usr/bin:/bin", "HOME": path, "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "T",
      "GIT_AUTHOR_EMAIL": "t@example.org", "GIT_COMMITTER_NAME": "T", "GIT_COMMITTER_EMAIL": "t@example.org",
    ]
    let result = try ChildProcess("/usr/bin/git", arguments, directory: path, environment: environment)
      .result()
    guard result.code == 0 else { throw GitFault.failed("\(arguments): \(result)") }
    return result.output
  }

  func write(_ name: String, _ text: String) throws { try directory.write(name, text) }

  func commit(_ message: String = "commit") throws {
    try git("add", "-A")
    try git("commit", "-q", "--allow-empty", "-m", message)
  }

  func link(_ name: String, to target: String) throws {
    let result = try ChildProcess("/bin/ln", ["-s", target, name], directory: path, environment: [:]).result()
    guard result.code == 0 else { throw GitFault.failed("\(result)") }
  }
}

struct RevisionCheckoutTests {
  private func checkout(_ text: String, _ repository: SampleRepository, in below: String = "") throws
    -> RevisionCheckout
  {
    let wanted = try #require(RevisionPath(text))
    return try RevisionCheckout(wanted, in: PathText.join(repository.path, below))
  }

  /// The file that is asked for.
  private func text(_ text: String, _ repository: SampleRepository, in below: String = "") throws -> [UInt8] {
    let checkout = try checkout(text, repository, in: below)
    return try withExtendedLifetime(checkout) { try readFile(checkout.path) }
  }

  private func fault(_ text: String, in directory: String) throws -> GitFault? {
    let wanted = try #require(RevisionPath(text))
    return #expect(throws: GitFault.self) { _ = try RevisionCheckout(wanted, in: directory) }
  }

  @Test func givesTheFilesOfTheRevision() throws {
    let repository = try SampleRepository()
    try repository.write("runbooks/a.yaml", "old")
    try repository.write("runbooks/.env", "X=old")
    try repository.write("runbooks/child.txt", "beside")
    try repository.write("rules/r.yml", "rule")
    try repository.write("src/program.c", "elsewhere")
    try repository.commit()
    try repository.write("runbooks/a.yaml", "new")
    let checkout = try checkout("HEAD:runbooks/a.yaml", repository)
    let top = PathText.parent(of: PathText.parent(of: checkout.path))
    #expect(try readFile(checkout.path) == Array("old".utf8))
    #expect(try readFile(top + "/runbooks/.env") == Array("X=old".utf8))
    #expect(try readFile(top + "/runbooks/child.txt") == Array("beside".utf8))
    #expect(try readFile(top + "/rules/r.yml") == Array("rule".utf8))
    #expect((try? FileStatus.of(top + "/src")) == nil)
    #expect(checkout.named("error in \(checkout.path):1") == "error in HEAD:runbooks/a.yaml:1")
  }

  @Test func isRemovedWithItsValue() throws {
    let repository = try SampleRepository()
    try repository.write("a.yaml", "x")
    try repository.commit()
    var made = ""
    do {
      let wanted = try #require(RevisionPath("main:a.yaml"))
      let checkout = try RevisionCheckout(wanted, in: repository.path) { made = $0 }
      #expect(checkout.path.hasPrefix(made))
      #expect(try FileStatus.of(made).permissions == 0o700)
    }
    #expect(!made.isEmpty && (try? FileStatus.of(made)) == nil)
    made = ""
    let wrong = try #require(RevisionPath("main:b.yaml"))
    #expect(throws: GitFault.self) { _ = try RevisionCheckout(wrong, in: repository.path) { made = $0 } }
    #expect(!made.isEmpty && (try? FileStatus.of(made)) == nil)
  }

  @Test func pathsBeginAtTheTopOrWhereOneStands() throws {
    let repository = try SampleRepository()
    try repository.write("x/a.yaml", "below")
    try repository.write("b.yaml", "top")
    try repository.commit()
    #expect(try text("main:./a.yaml", repository, in: "x") == Array("below".utf8))
    #expect(try text("main:../b.yaml", repository, in: "x") == Array("top".utf8))
    #expect(try text("main:b.yaml", repository, in: "x") == Array("top".utf8))
    let below = repository.path + "/x"
    #expect(
      try fault("main:a.yaml", in: below)
        == .unknownPath("a.yaml", revision: "main", hint: "./a.yaml"))
    #expect(try fault("main:../../a.yaml", in: below) == .unsafePath("../../a.yaml"))
    #expect(try fault("main:/etc/passwd", in: below) == .unsafePath("/etc/passwd"))
    #expect(try fault("main:x/", in: below) == .unsafePath("x/"))
  }

  @Test func saysWhatIsNotThere() throws {
    let repository = try SampleRepository()
    try repository.write("a.yaml", "x")
    try repository.commit()
    guard case .unknownRevision("mian", let names)? = try fault("mian:a.yaml", in: repository.path) else {
      Issue.record("another fault was expected")
      return
    }
    #expect(names.contains("main"))
    #expect(
      try fault("main:b.yaml", in: repository.path) == .unknownPath("b.yaml", revision: "main", hint: nil))
    let elsewhere = try TemporaryDirectory()
    #expect(try fault("main:a.yaml", in: elsewhere.path) == .noRepository)
  }

  /// A revision can't be an option, and a path is no pattern.
  @Test func nothingIsTakenForAnOption() throws {
    let repository = try SampleRepository()
    try repository.write("a.yaml", "x")
    try repository.commit()
    for text in ["--help:a.yaml", "-h:a.yaml", "--output=/tmp/x:a.yaml"] {
      guard case .unknownRevision? = try fault(text, in: repository.path) else {
        Issue.record("\(text)")
        continue
      }
    }
    #expect(
      try fault("main:*.yaml", in: repository.path) == .unknownPath("*.yaml", revision: "main", hint: nil))
  }

  @Test func linksStayInTheRevision() throws {
    let repository = try SampleRepository()
    let outside = try TemporaryDirectory()
    try outside.write("secret.yaml", "secret")
    try repository.write("x/a.yaml", "here")
    try repository.link("inside.yaml", to: "x/a.yaml")
    try repository.link("folder", to: "x")
    try repository.link("absolute.yaml", to: "\(outside.path)/secret.yaml")
    try repository.link("up.yaml", to: "../../../../../../../../etc/hostname")
    try repository.link("chain", to: "folder/../..")
    try repository.link("dangling.yaml", to: "nowhere")
    try repository.commit()
    let checkout = try checkout("main:x/a.yaml", repository)
    let top = PathText.parent(of: PathText.parent(of: checkout.path))
    #expect(try readFile(top + "/inside.yaml") == Array("here".utf8))
    #expect(try readFile(top + "/folder/a.yaml") == Array("here".utf8))
    for name in ["absolute.yaml", "up.yaml", "chain", "dangling.yaml"] {
      #expect((try? FileStatus.of("\(top)/\(name)", followingLinks: false)) == nil, "\(name)")
    }
  }

  @Test func tagsAndOlderCommits() throws {
    let repository = try SampleRepository()
    try repository.write("a.yaml", "one")
    try repository.commit()
    try repository.git("tag", "-a", "v1", "-m", "first")
    try repository.write("a.yaml", "two")
    try repository.commit()
    for (revision, text) in [("v1", "one"), ("HEAD~1", "one"), ("main", "two"), ("HEAD", "two")] {
      #expect(try self.text("\(revision):a.yaml", repository) == Array(text.utf8))
    }
  }

  @Test func contentIsKeptByteForByte() throws {
    let repository = try SampleRepository()
    let text = "a\r\nb\u{0}c\n\n\u{FEFF}é\n"
    try repository.write(".gitattributes", "*.yaml text eol=lf export-subst\n")
    try repository.git("config", "core.autocrlf", "false")
    try repository.write("a.yaml", text)
    try repository.write("empty.yaml", "")
    try repository.commit()
    let blob = try repository.git("cat-file", "-p", "main:a.yaml")
    let checkout = try checkout("main:a.yaml", repository)
    #expect(try readFile(checkout.path) == Array(blob.utf8))
    #expect(try readFile(PathText.parent(of: checkout.path) + "/empty.yaml").isEmpty)
  }
}
