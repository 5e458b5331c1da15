// The git repository that one stands in: revisions, the files of a revision, their content.
internal import SystemFiles

/// Asks git; nothing in the repository is changed.
struct GitRepository {
  private let git: GitCommand
  /// The directory from the top of the repository: empty, or with a slash at its end.
  let prefix: String

  /// One entry of a tree that is a file or a symbolic link.
  struct Entry: Sendable {
    let path: String
    let object: String
    let size: Int
    let isLink: Bool
  }

  /// Finds the repository of a directory.
  init(of directory: String, scratch: String) throws(GitFault) {
    git = GitCommand(scratch: scratch, directory: directory)
    let answer = try git.run(["rev-parse", "--show-prefix"])
    guard answer.code == 0 else {
      throw answer.error.contains("not a git repository") ? .noRepository : Self.fault(answer)
    }
    prefix = String(answer.text.prefix { $0 != "\n" })
  }

  /// The tree of a revision.
  func tree(of revision: String) throws(GitFault) -> String {
    // What begins with a dash is no revision and would be an option.
    if !revision.hasPrefix("-"), !revision.utf8.contains(0) {
      let answer = try git.run(["rev-parse", "--verify", "--quiet", "\(revision)^{tree}"])
      let tree = String(answer.text.prefix { $0 != "\n" })
      if answer.code == 0, !tree.isEmpty { return tree }
    }
    let names = try git.run([
      "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes",
    ])
    throw .unknownRevision(revision, names: names.text.split(separator: "\n").map(String.init) + ["HEAD"])
  }

  /// The files of a tree; what is not UTF-8 by name, and other repositories within, are left out.
  func entries(of tree: String) throws(GitFault) -> [Entry] {
    let answer = try git.run(["ls-tree", "-r", "-z", "-l", "--full-tree", tree])
    guard answer.code == 0 else { throw Self.fault(answer) }
    return answer.output.split(separator: 0).compactMap(Self.entry)
  }

  /// `MODE TYPE OBJECT SIZE`, a tab, the path.
  private static func entry(_ line: ArraySlice<UInt8>) -> Entry? {
    guard let tab = line.firstIndex(of: 0x09),
      let path = String(validating: line[line.index(after: tab)...], as: UTF8.self)
    else { return nil }
    let fields = line[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    guard fields.count == 4, fields[1] == "blob", let size = Int(fields[3]), isSafe(path) else { return nil }
    return Entry(path: path, object: fields[2], size: size, isLink: fields[0] == "120000")
  }

  /// No git writes other paths; a repository from elsewhere may hold them.
  private static func isSafe(_ path: String) -> Bool {
    !path.isEmpty
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0 != "." && $0 != ".." && $0.lowercased() != ".git"
      }
  }

  /// The contents of some objects, in their order.
  func contents(of entries: [Entry]) throws(GitFault) -> [[UInt8]] {
    guard !entries.isEmpty else { return [] }
    let names = entries.map { $0.object + "\n" }.joined()
    let answer = try git.run(["cat-file", "--batch"], input: Array(names.utf8))
    guard answer.code == 0 else { throw Self.fault(answer) }
    var rest = answer.output[...]
    var contents: [[UInt8]] = []
    for entry in entries {
      // `OBJECT blob SIZE`, a line feed, the bytes, a line feed.
      guard let end = rest.firstIndex(of: 0x0A), rest[..<end].starts(with: entry.object.utf8) else {
        throw .failed("git cat-file gave another answer than expected")
      }
      let start = rest.index(after: end)
      guard let size = Int(String(decoding: rest[..<end].split(separator: 0x20).last ?? [], as: UTF8.self)),
        size >= 0, size < rest.endIndex - start
      else { throw .failed("git has no object \(entry.object) for '\(entry.path)'") }
      contents.append(Array(rest[start..<(start + size)]))
      rest = rest[(start + size + 1)...]
    }
    return contents
  }

  private static func fault(_ answer: GitCommand.Answer) -> GitFault {
    let line = answer.error.split(separator: "\n").first.map(String.init) ?? "git failed"
    return .failed(line.hasPrefix("fatal: ") ? String(line.dropFirst(7)) : line)
  }
}
