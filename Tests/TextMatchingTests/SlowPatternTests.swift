// Regular expressions that take exponential time are told apart from those that do not.
import Testing

@testable import TextMatching

@Test(
  "An exponential pattern is refused with a text that shows it",
  arguments: ["(a+)+$", #"(\w+\s?)+!x"#, #"^(\d+)*$"#, "(x+x+)+y", #"([a-z]+)*@example"#])
func exponentialPatternsAreRefused(pattern: String) throws {
  let fault = try #require(RegularExpression.fault(inPython: pattern))
  #expect(fault.contains("doubles with every character"))
}

@Test(
  "Patterns of polynomial time pass, however their repetitions nest",
  arguments: [
    #"(?:[a-z0-9-]+\.)+[a-z]{2,24}"#, #"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b"#,
    "under.*years",
    #"\d+\s*\d+"#, "(?:a+b)+", #"\bselect\b[^;\n]{1,200}\bfrom\b"#, #"\w+@\w+"#, "",
  ])
func otherPatternsPass(pattern: String) {
  #expect(RegularExpression.fault(inPython: pattern) == nil)
}
