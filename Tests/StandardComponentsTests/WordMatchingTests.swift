// Literal patterns: boundaries and case.
import CanonicalJSON
import Testing

/// The matches of the literal in the text, counted.
private func count(_ pattern: String, _ text: String) throws -> Int {
  let result = try detect([text], [rule("r", [pattern])])
  return result.items.first?["matched_patterns"][0]["match_count"].integerValue ?? 0
}

@Test(
  "A literal is not touched by an ASCII letter or digit; the underscore and other letters are boundaries",
  arguments: [
    ("email", "email", 1), ("email", "user_email_1", 1), ("email", "emails", 0), ("email", "xemail", 0),
    ("email", "1email", 0), ("email", "email9", 0), ("email", "e-mail email.", 1), ("email", "éemailé", 1),
    ("email", "email email\temail\nemail", 4), ("email", "emailemail", 0), ("email", "日email本", 1),
    ("first name", "first name", 1), ("first name", "first  name", 0), ("a.b", "a.b axb", 1),
    ("@", "x@y @ (@)", 2), ("c++", "c++ c+++", 2), ("(x)", "f(x) (x)", 1),
  ])
func literalsKeepTheirBoundaries(pattern: String, text: String, expected: Int) throws {
  #expect(try count(pattern, text) == expected)
}

@Test(
  "Case folds one code point to one, as Python's re does",
  arguments: [
    ("kiss", "KISS", 1), ("kiss", "\u{212A}iss", 1), ("kiss", "ki\u{17F}\u{17F}", 1),
    ("kiss", "k\u{130}ss", 1),
    ("kiss", "k\u{131}ss", 1), ("strasse", "straße", 0), ("straße", "STRASSE", 0), ("straße", "STRAẞE", 1),
    ("prénom", "PRÉNOM", 1), ("prénom", "pre\u{301}nom", 0), ("σας", "ΣΑΣ", 1),
  ])
func literalsFoldCase(pattern: String, text: String, expected: Int) throws {
  #expect(try count(pattern, text) == expected)
}

@Test(
  "The characters that fold to an ASCII letter block like one",
  arguments: [
    ("\u{17F}name", 0), ("name\u{17F}", 0), ("\u{212A}name", 0), ("name\u{131}", 0), ("\u{130}name", 0),
    ("éname", 1), ("nameß", 1), ("name\u{301}", 1),
  ])
func foldedLettersBlock(text: String, expected: Int) throws {
  #expect(try count("name", text) == expected)
}

@Test("Value patterns are Python's re, caseless")
func valuePatternsAreRegularExpressions() throws {
  let values = [#"\bID-(?P<n>\d+)\b"#, #"(?<=ref )x+"#]
  let result = try detect(["id-12 Id-٣ REF XXX"], [rule("r", values: values)])
  #expect(result.counts() == [#"\bID-(?P<n>\d+)\b:2"#, "(?<=ref )x+:1"])
}

@Test("Whitespace-only texts give nothing", arguments: ["", " ", "\n\t", "\u{A0}\u{85}\u{1C}\u{2003}"])
func blankTextsGiveNothing(text: String) throws {
  #expect(try detect([text], [rule("r", values: [#"\s"#, "^"])]).items == [])
}

@Test("A text of a zero-width space is not blank")
func zeroWidthSpaceIsText() throws {
  #expect(try detect(["\u{200B}"], [rule("r", values: ["\u{200B}"])]).counts() == ["\u{200B}:1"])
}

@Test("Findings come by item, then rule; patterns before value patterns")
func findingsAreOrdered() throws {
  let rules = [rule("second", ["b"], values: ["a"]), rule("first", ["a", "b"])]
  let result = try detect(["b a", "none", "a"], rules)
  #expect(result.categories == ["second", "first", "second", "first"])
  #expect(result.items.map { $0["metadata"]["source"] } == ["s0", "s0", "s2", "s2"])
  #expect(result.counts(0) == ["b:1", "a:1"])
  #expect(result.counts(1) == ["a:1", "b:1"])
  #expect(result.counts(2) == ["a:1"])
}
