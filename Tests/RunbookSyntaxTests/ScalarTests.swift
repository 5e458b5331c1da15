// What scalars stand for, and which are misread by older readers.
import Diagnostics
import RunbookSyntax
import Testing
import YAMLReader

struct ScalarTests {
  private static let place = SourceSpan(source: SourceID(index: 0), start: 0, end: 0)

  private func scalar(_ text: String, isPlain: Bool = true, tag: String? = nil) -> ScalarSyntax {
    ScalarSyntax(text: text, span: Self.place, isPlain: isPlain, tag: tag)
  }

  @Test(
    arguments: [
      ("", .null), ("~", .null), ("null", .null), ("Null", .null), ("NULL", .null), ("nULL", .string("nULL")),
      ("true", .bool(true)), ("True", .bool(true)), ("FALSE", .bool(false)), ("tRue", .string("tRue")),
      ("yes", .string("yes")), ("on", .string("on")), ("n", .string("n")),
      ("0", .integer(0)), ("-0", .integer(0)), ("+12", .integer(12)), ("014", .integer(14)),
      ("0o14", .integer(12)),
      ("0x1F", .integer(31)), ("0xfg", .string("0xfg")), ("0o8", .string("0o8")), ("0x", .string("0x")),
      ("-0x1F", .string("-0x1F")), ("1_000", .string("1_000")), ("12:30", .string("12:30")),
      ("-", .string("-")),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("9223372036854775808", .bigInteger("9223372036854775808")),
      ("0xFFFFFFFFFFFFFFFFFF", .bigInteger("0xFFFFFFFFFFFFFFFFFF")),
      ("1.5", .float(1.5)), (".5", .float(0.5)), ("5.", .float(5)), ("1e3", .float(1000)),
      ("-1.5E-2", .float(-0.015)),
      (".", .string(".")), ("e3", .string("e3")), ("1e", .string("1e")), ("1.2.3", .string("1.2.3")),
      (".inf", .float(.infinity)), ("-.INF", .float(-.infinity)), ("inf", .string("inf")),
      ("nan", .string("nan")),
      ("0x1p4", .string("0x1p4")), ("١", .string("١")), ("1１", .string("1１")), ("1 ", .string("1 ")),
    ] as [(String, ResolvedScalar)])
  func coreSchema(text: String, expected: ResolvedScalar) { #expect(scalar(text).resolved == expected) }

  @Test func notANumber() {
    guard case .float(let value) = scalar(".nan").resolved else {
      Issue.record("not a float")
      return
    }
    #expect(value.isNaN)
  }

  @Test func stylesAndTags() {
    #expect(scalar("12", isPlain: false).resolved == .string("12"))
    #expect(scalar("12", tag: "!!str").resolved == .string("12"))
    #expect(scalar("12", isPlain: false, tag: "!!int").resolved == .integer(12))
    #expect(scalar("12", tag: "!!float").resolved == .float(12))
    #expect(scalar("12", tag: "!own").resolved == .string("12"))
    #expect(scalar("12", tag: "!").resolved == .string("12"))
  }

  @Test func tagsOutOfAFile() {
    let result = ParseResult("name: !!str 12\ndescription: ! 13\nartifacts: {a: {}}")
    #expect(result.runbook?.name?.tag == "!!str")
    #expect(result.runbook?.name?.resolved == .string("12"))
    #expect(result.runbook?.description?.resolved == .string("13"))
  }

  @Test(
    arguments: [
      ("true", true), ("False", false), ("yes", true), ("No", false), ("ON", true), ("off", false),
      ("y", nil),
      ("1", nil), ("", nil),
    ] as [(String, Bool?)])
  func booleans(text: String, expected: Bool?) {
    #expect(scalar(text).booleanValue == expected)
    #expect(scalar(text, isPlain: false).booleanValue == nil)
  }

  @Test(arguments: [
    "yes", "No", "ON", "off", "014", "-017", "0o14", "08", "1_000", "1_0.5", "0b101", "0x_ff", "-0x1f",
    "12:30",
    "1:30:00", "190:20:30.15", "1e3", "1.5e3", "2024-01-31", "0_7",
  ])
  func ambiguous(text: String) {
    let result = ParseResult("name: \(text)\ndescription: '\(text)'\nartifacts: {a: {}}")
    #expect(result.diagnostics.map(\.rule.name) == ["ambiguous-scalar"])
    #expect(result.diagnostics.flatMap(\.fixes).flatMap(\.edits).map(\.replacement) == ["\"\(text)\""])
  }

  @Test(arguments: [
    "y", "n", "yes please", "none", "true", "0", "10", "-1", "0.5", "0x1F", "1.5e+3", "10:99", "a:b", "1.0.0",
    "10.0.0.1", "2024", "2024-01-31x", "_1", "1_a", "12:3x", "0o9", "+", "-x", ".", "08:00-17:00", "1e",
    "\u{663}_1",
    "!!str yes", "| \n  yes",
  ])
  func unambiguous(text: String) {
    #expect(ParseResult("name: \(text)\ndescription: d\nartifacts: {a: {}}").summary == [])
  }
}
