// `${NAME}` in all its forms, as the compiler and the machine read it.
import ExecutionPlan
import Testing

struct SubstitutionTemplateTests {
  static let values = ["A": "a", "E": "", "_X1": "x"]

  static let accepted: [(text: String, resolved: String)] = [
    ("", ""), ("plain", "plain"), ("$", "$"), ("$$", "$$"), ("$A", "$A"), ("a}b{", "a}b{"),
    ("${A}", "a"), ("${_X1}", "x"), ("x${A}y${A}z", "xayaz"), ("${A}${A}", "aa"), ("é${A}😀", "éa😀"),
    ("${E}", ""), ("${A:-d}", "a"), ("${E:-d}", "d"), ("${U:-d}", "d"), ("${U:-}", ""),
    ("${U:-a:-b}", "a:-b"),
    ("${U:-$A}", "$A"), ("${A:?m}", "a"), ("${U:-${A}", "${A"),
    ("$${", "${"), ("$${A}", "${A}"), ("$$${A}", "$${A}"), ("$$$${A}", "$$${A}"), ("$${${A}", "${a"),
  ]

  @Test(arguments: accepted.indices)
  func resolves(_ index: Int) throws {
    let template = try SubstitutionTemplate.parse(Self.accepted[index].text)
    #expect(try template.resolve { Self.values[$0] } == Self.accepted[index].resolved)
  }

  static let refused: [(text: String, range: Range<Int>)] = [
    ("${", 0..<2), ("x${A", 1..<4), ("${}", 0..<3), ("a${1}", 1..<5), ("${-A}", 0..<5), ("${A-b}", 0..<6),
    ("${A:b}", 0..<6), ("${A:+b}", 0..<7), ("${A B}", 0..<6), ("${é}", 0..<5), ("${A:}", 0..<5),
    ("${A}${", 4..<6), ("é${", 2..<4), ("$${${", 3..<5),
  ]

  @Test(arguments: refused.indices)
  func malformed(_ index: Int) {
    let error = #expect(throws: SubstitutionTemplate.Malformed.self) {
      try SubstitutionTemplate.parse(Self.refused[index].text)
    }
    #expect(error?.range == Self.refused[index].range, "\(Self.refused[index].text)")
  }

  static let unresolved: [(text: String, name: String, message: String?)] = [
    ("${U}", "U", nil), ("${U:?set it}", "U", "set it"), ("${E:?set it}", "E", "set it"),
    ("${A}${U}", "U", nil),
    ("${U:?}", "U", ""),
  ]

  @Test(arguments: unresolved.indices)
  func unset(_ index: Int) throws {
    let expected = Self.unresolved[index]
    let template = try SubstitutionTemplate.parse(expected.text)
    let error = #expect(throws: SubstitutionTemplate.Unresolved.self) {
      try template.resolve { Self.values[$0] }
    }
    #expect(error?.variable.name == expected.name && error?.message == expected.message)
  }

  @Test func wholeVariable() {
    let cases = [
      ("${A}", true), ("${A:-b}", true), ("x${A}", false), ("${A}${A}", false), ("$${A}", false), ("", false),
    ]
    for (text, isWhole) in cases {
      #expect(SubstitutionTemplate(text)?.isSingleVariable == isWhole, "\(text)")
    }
  }

  /// Long texts are read in one pass.
  @Test func longText() throws {
    let text = String(repeating: "$${x} ${A} ", count: 50_000)
    #expect(try SubstitutionTemplate.parse(text).variables.count == 50_000)
  }
}
