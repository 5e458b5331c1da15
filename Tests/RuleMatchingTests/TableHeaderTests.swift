// Texts whose first line names columns.
import Testing

@testable import RuleMatching

@Suite struct TableHeaderTests {
  private func columns(_ text: String, of word: String) -> [Int]? {
    var copy = text
    copy.makeContiguousUTF8()
    let bytes = copy.utf8Span.span
    guard let header = TableHeader(bytes) else { return nil }
    let wanted = Array(word.utf8)
    return (0..<max(0, bytes.count - wanted.count + 1))
      .filter { start in wanted.indices.allSatisfy { bytes[start + $0] == wanted[$0] } }
      .compactMap { header.column(of: $0, in: bytes) }
  }

  @Test func columnsAreCountedOutsideOfQuotes() {
    #expect(columns("id,name,x\n1,\"a,b\",x\n2,b,x\n", of: "x") == [2, 2, 2])
    #expect(columns("id;x\n1;x", of: "x") == [1, 1])
    #expect(columns("id\tx\n1\tx\n", of: "x") == [1, 1])
  }

  @Test(arguments: [
    "", "a", "a,b", "a,b\n", "a,b\nc\n", "prose, with a comma\nand none\n", "\n\n",
    "a, 1984\na, 1985\n", "a,x@y\na,x@z\n",
  ])
  func otherTextsAreNoTables(text: String) { #expect(columns(text, of: "a") == nil) }
}
