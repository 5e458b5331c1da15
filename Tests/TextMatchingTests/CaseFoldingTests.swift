// Tests that case folding equals Python's for every code point.

import Testing

@testable import TextMatching

@Suite struct CaseFoldingTests {
  @Test(
    arguments: [
      (0x4B, [0x4B, 0x6B, 0x212A]), (0x17F, [0x53, 0x73, 0x17F]), (0x69, [0x49, 0x69, 0x130, 0x131]),
      (0xDF, [0xDF, 0x1E9E]), (0x3C2, [0x3A3, 0x3C2, 0x3C3]), (0x40, [0x40]), (0x10400, [0x10400, 0x10428]),
      (0x1E9B, [0x1E60, 0x1E61, 0x1E9B]), (0x65E5, [0x65E5]),
    ] as [(UInt32, [UInt32])])
  func equalCodePoints(_ codePoint: UInt32, _ equals: [UInt32]) {
    #expect(CaseFolding.equals(of: codePoint) == equals)
  }

  @Test(.enabled(if: PythonInterpreter.isAvailable)) func everyCodePointAgreesWithPython() throws {
    let script = """
      import _sre, re._casefix as casefix
      for code in range(0x20000):
        lower = _sre.unicode_tolower(code)
        print('%x' % min((lower,) + casefix._EXTRA_CASES.get(lower, ())))
      """
    let answers = try PythonInterpreter.run(script, input: [])
    try #require(answers.count == 0x20000)
    for (codePoint, answer) in answers.enumerated() where !(0xD800..<0xE000).contains(codePoint) {
      #expect(String(CaseFolding.fold(UInt32(codePoint)), radix: 16) == answer)
    }
  }
}
