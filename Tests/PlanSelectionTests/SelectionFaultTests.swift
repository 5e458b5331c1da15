// Every way in which a selection can't be read, with the bytes that are meant.
import PlanSelection
import TestSupport
import Testing

@Suite struct SelectionFaultTests {
  @Test(
    arguments: [
      ("1️⃣2️⃣", "found nothing", nil), ("   1️⃣2️⃣", "found nothing", nil), ("+1️⃣2️⃣", "found nothing", nil),
      ("+1️⃣+2️⃣a", "found '+'", nil), ("a+1️⃣+2️⃣", "expected a blank", nil),
      ("a,1️⃣2️⃣", "found nothing", nil), ("1️⃣,2️⃣a", "found ','", nil), ("a1️⃣ 2️⃣,b", "no blank before ','", nil),
      ("a,1️⃣ 2️⃣b", "found a blank", nil), ("a,1️⃣-2️⃣b", "beginning of a word", nil),
      ("1️⃣(2️⃣a", "expected ')'", nil), ("a1️⃣)2️⃣", "no '('", nil), ("(1️⃣2️⃣)", "found nothing", nil),
      ("1️⃣é2️⃣", "found 'é'", nil), ("a1️⃣\u{202E}2️⃣", "expected a blank", nil),
      ("1️⃣\u{1B}2️⃣[31m", "found '\u{241B}'", nil), ("(a)1️⃣b2️⃣", "expected a blank", nil),
      ("1️⃣99999999999999999992️⃣+a", "at most", nil), ("a+1️⃣99999999999999999992️⃣", "at most", nil),
      ("1️⃣@a+2️⃣", "leave out the '+'", nil), ("-1️⃣2️⃣", "found nothing", nil), ("-1️⃣ 2️⃣a", "found a blank", nil),
      ("a 1️⃣typ2️⃣:x", "no method 'typ'", "type"), ("1️⃣2️⃣:x", "no method ''", nil),
      ("type:1️⃣2️⃣", "expected a value", nil), ("output:1️⃣yes2️⃣", "expected 'true' or 'false'", nil),
      ("op:1️⃣proces2️⃣+", "no operation 'proces'", "process"),
      ("component:1️⃣conector:files2️⃣", "no kind of component", "connector:files"),
    ] as [(String, String, String?)])
  func isFoundWhereItIs(_ marked: String, _ message: String, _ suggestion: String?) throws {
    let source = MarkedSource(marked)
    let fault = try #require(throws: SelectionFault.self) { try Selection(source.text) }
    #expect(fault.text == source.text)
    #expect(fault.span == source.range("1️⃣", "2️⃣"), "\(source.text): \(fault)")
    #expect(fault.message.contains(message), "\(fault)")
    #expect(fault.suggestion == suggestion, "\(fault)")
  }

  @Test func anUnknownMethodListsThem() {
    let fault = #expect(throws: SelectionFault.self) { try Selection("colour:red") }
    #expect(fault?.notes.first?.contains("type, component, schema, op") == true)
  }

  @Test func termsAndNestingAreBounded() throws {
    let names = Array(repeating: "a", count: Selection.maximumTerms)
    _ = try Selection(names.joined(separator: " "))
    #expect(throws: SelectionFault.self) { try Selection((names + ["a"]).joined(separator: ",")) }
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
    }
    _ = try Selection(nested(Selection.maximumDepth))
    #expect(throws: SelectionFault.self) { try Selection(nested(Selection.maximumDepth + 1)) }
    #expect(throws: SelectionFault.self) { try Selection(String(repeating: "(", count: 100_000)) }
  }

  /// Whatever is cut off or changed: it is read, or it is a fault within the text.
  @Test func noTextTraps() {
    let sample = Array("2+a/*+1,(type:x -@b) -child:c,schema:s/1.0.0+ op:pass".utf8)
    var generator = SeededGenerator(seed: 7)
    for round in 0..<4_000 {
      var bytes = round < sample.count ? Array(sample.prefix(round)) : sample
      for _ in 0..<Int.random(in: 0...3, using: &generator) where !bytes.isEmpty {
        bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      do throws(SelectionFault) {
        _ = try Selection(text)
      } catch {
        #expect(error.span.upperBound <= text.utf8.count && error.text == text)
      }
    }
  }
}
