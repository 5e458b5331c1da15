// Patterns that can never match are refused with the reason, others are not.
import Testing

@testable import TextMatching

@Suite struct PatternContradictionTests {
  @Test(arguments: [
    ("[^\\s\\S]", "a class that holds no character"), ("a[^\\w\\W]b", "a class that holds no character"),
    ("x^y", "the beginning of the text after a character"), ("(?:ab)+\\Ac", "the beginning of the text"),
    ("a$b", "a character after the end of the text"), ("a\\Zb+", "a character after the end of the text"),
    ("a\\bb", "a word boundary where there is none"), ("a\\B-", "a word boundary where none may be"),
    ("(?!a)a", "a lookahead that refuses what comes next"), ("(?=[0-9])[x-z]", "a lookahead"),
    ("a(?<!a)b", "a lookbehind that refuses what stands before it"), ("(?:x^y|a$b)", "the beginning"),
    ("(x^y){2}", "the beginning"),
  ])
  func areRefused(pattern: String, reason: String) {
    let fault = RegularExpression.fault(inPython: pattern)
    #expect(fault?.contains("can never match") == true && fault?.contains(reason) == true, "\(fault ?? "-")")
  }

  @Test(arguments: [
    "^a", "a$", "a$\\n", "(?m)a\\n^b", "(?m)a$\\nb", "\\bа\\b", "a\\b-", "a\\B_", "(?!a)\\w", "(?=\\w)a",
    "[^\\s\\d]", "(?:x^y|z)",
    "(?:x^y)?z", "(?!k)K", "(?<!\\w)a", "a?^b", "(?<![\\w.-])\\d+", "\\A\\d", "[\\s\\S]",
  ])
  func areTaken(pattern: String) { #expect(RegularExpression.fault(inPython: pattern) == nil) }
}
