// Text from anybody on a page: it can neither become markup nor reorder what stands beside it.
import Testing

@testable import FindingReports

@Suite struct HTMLTextTests {
  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\" onload='x' `", "&quot; onload=&#39;x&#39; &#96;"), ("a & b", "a &amp; b"),
    ("\u{202E}evil\u{2066}", "&lt;U+202E&gt;evil&lt;U+2066&gt;"),
    ("a\u{0}b\u{1B}[31m", "a&lt;U+0000&gt;b&lt;U+001B&gt;[31m"),
    ("zero\u{200B}width\u{FEFF}", "zero&lt;U+200B&gt;width&lt;U+FEFF&gt;"), ("Größe ✓", "Größe ✓"),
    ("line\nbreak", "line break"),
  ])
  func hostileText(text: String, expected: String) {
    #expect(Array(HTMLText.escaped(text).utf8) == Array(expected.utf8))
  }

  @Test func durationsAndShares() {
    #expect(HTMLText.duration(0.354) == "0.35 s")
    #expect(HTMLText.duration(125) == "2 min 5 s")
    #expect(HTMLText.duration(.nan) == "0.00 s" && HTMLText.duration(-1) == "0.00 s")
    #expect(HTMLText.percent(1, of: 3) == "33.33%")
    #expect(HTMLText.percent(1, of: 0) == "0%" && HTMLText.percent(5, of: 2) == "100.00%")
  }

  @Test func digestsAsBase64() {
    #expect(ReportStyle.base64(Array("Man".utf8)) == "TWFu")
    #expect(ReportStyle.base64(Array("Ma".utf8)) == "TWE=")
    #expect(ReportStyle.base64(Array("M".utf8)) == "TQ==")
    #expect(ReportStyle.base64([]) == "")
  }
}
