// `.env` files, as people write them.
import EnvironmentFiles
import TestSupport
import Testing

struct DotenvTests {
  static let accepted: [(text: String, variables: [String: String])] = [
    ("", [:]), ("\n\n# c\n  # d\n", [:]), ("A=1", ["A": "1"]), ("A=1\nB=2\n", ["A": "1", "B": "2"]),
    ("A=1\r\nB=2\r\n", ["A": "1", "B": "2"]), ("A=1\rB=2", ["A": "1", "B": "2"]),
    ("\u{FEFF}A=1", ["A": "1"]), ("A=", ["A": ""]), ("A= \nB=x", ["A": "", "B": "x"]),
    (" A = 1 ", ["A": "1"]), ("\tA=1", ["A": "1"]), ("export A=1", ["A": "1"]), ("export   A=1", ["A": "1"]),
    ("export=1", ["export": "1"]), ("_a1=x", ["_a1": "x"]),
    ("A=a b", ["A": "a b"]), ("A=a#b", ["A": "a#b"]), ("A=a #b", ["A": "a"]), ("A=#b", ["A": ""]),
    ("A=a=b", ["A": "a=b"]), ("A=http://x/#y", ["A": "http://x/#y"]), ("A=é😀", ["A": "é😀"]),
    ("A='a b'", ["A": "a b"]), ("A='a#b' # c", ["A": "a#b"]), ("A='a\\n'", ["A": "a\\n"]),
    ("A=''", ["A": ""]),
    ("A=\"a b\"", ["A": "a b"]), ("A=\"a\\nb\\tc\\\"d\\\\e\"", ["A": "a\nb\tc\"d\\e"]),
    ("A=\"a\\qb\"", ["A": "a\\qb"]),
    ("A=\"a # b\" # c", ["A": "a # b"]), ("A=\"\"", ["A": ""]), ("A=\"it's\"", ["A": "it's"]),
    ("A=1\nA=2", ["A": "2"]), ("A=$B", ["A": "$B"]), ("A=a\\nb", ["A": "a\\nb"]),
    ("A=\"e\u{301}\"", ["A": "e\u{301}"]),
    ("A=a\u{A0}b", ["A": "a\u{A0}b"]), ("A=a\u{85}b", ["A": "a\u{85}b"]),
    ("A=a\u{2028}b", ["A": "a\u{2028}b"]),
  ]

  @Test(arguments: accepted.indices)
  func reads(_ index: Int) throws {
    let (text, variables) = Self.accepted[index]
    #expect(try parseDotenv(text, path: ".env") == variables, "\(text.debugDescription)")
  }

  static let refused: [(text: String, line: Int)] = [
    ("A", 1), ("A=1\n\nB", 3), ("1A=x", 1), ("=x", 1), ("A B=x", 1), ("é=x", 1), ("A-B=x", 1), ("A='x", 1),
    ("\r\nA=\"x", 2), ("A=\"x\\\"", 1), ("export", 1), ("export A", 1), ("A.B=x", 1), ("A='x' y", 1),
    ("A=\"x\"y", 1),
  ]

  @Test(arguments: refused.indices)
  func refuses(_ index: Int) {
    let (text, line) = Self.refused[index]
    let error = #expect(throws: EnvironmentFileError.self, "\(text.debugDescription)") {
      try parseDotenv(text, path: "some.env")
    }
    #expect(error?.line == line && error?.path == "some.env")
  }

  @Test func everyFaultIsNamed() {
    let text = "A=1\nB: 2\nC=\"open\nD=ok\nE F=x\nURL: postgres://h?a=b\n"
    let error = #expect(throws: EnvironmentFileError.self) { try parseDotenv(text, path: "e") }
    #expect(error?.faults.map(\.line) == [2, 3, 5, 6])
    #expect(
      error?.faults.map(\.remedy) == [.equalsSign, .closingQuote("\""), nil, .equalsSign])
  }

  /// A message never holds a value: it may be a secret.
  @Test(arguments: ["A='hunter2", "A=\"hunter2", "A-B=hunter2", "A='hunter2' y", "A: hunter2=x"])
  func messagesHoldNoValue(_ text: String) {
    let error = #expect(throws: EnvironmentFileError.self) { try parseDotenv(text, path: "e") }
    #expect(error.map { !"\($0)".contains("hunter2") } ?? false)
  }
}
