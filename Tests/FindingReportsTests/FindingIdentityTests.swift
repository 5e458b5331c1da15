// By what findings are known again, and what their ids must not tell.
import CanonicalJSON
import Testing

@testable import FindingReports

@Suite struct FindingIdentityTests {
  private func exact(_ value: JSONValue) -> FindingIdentity {
    var values = FindingValues()
    return FindingIdentity.exact(SampleFindings.finding(value), &values)
  }

  private func shown(_ value: JSONValue) -> FindingIdentity {
    var values = FindingValues()
    return FindingIdentity.shown(SampleFindings.finding(value), &values)
  }

  @Test func whatStandsAroundDoesNotCount() {
    let one = SampleFindings.personal("before otto.muster@example.org after")
    let two = SampleFindings.personal(
      "other otto.muster@example.org", more: [("id", "another"), ("confidence_score", 3)],
      context: ["confidence": 12])
    #expect(exact(one) == exact(two) && shown(one) == shown(two))
  }

  @Test func movedLinesDoNotCount() {
    func code(_ line: Int) -> JSONValue {
      SampleFindings.personal("  \(line)  mail = 'otto.muster@example.org'")
    }
    #expect(exact(code(12)) == exact(code(40)) && shown(code(12)) == shown(code(40)))
  }

  @Test func rowsCountForTheIDThatIsShownOnly() {
    func cell(_ row: Int) -> JSONValue {
      SampleFindings.personal(
        "mail: otto.muster@example.org",
        source: "sqlite_database_(shop)_table_(people)_column_(mail)_row_(\(row))")
    }
    #expect(exact(cell(1)) == exact(cell(2)) && shown(cell(1)) != shown(cell(2)))
  }

  @Test func valuesPlacesKindsAndCountsDo() {
    let one = SampleFindings.personal("otto.muster@example.org")
    let others = [
      SampleFindings.personal("nina.muster@example.org"),
      SampleFindings.personal("otto.muster@example.org", source: "data/b.txt"),
      SampleFindings.personal("otto.muster@example.org", category: "identification_data"),
      SampleFindings.personal("otto.muster@example.org", patterns: [(SampleFindings.email, 2)]),
    ]
    for other in others { #expect(exact(one) != exact(other)) }
    for other in others { #expect(shown(one) != shown(other)) }
  }

  /// Whoever has an id could try every value there is: ids of values with the same mask are the same.
  @Test func anIDTellsNoMoreThanTheMask() {
    let one = SampleFindings.personal("otto.muster@example.org")
    let two = SampleFindings.personal("oxxo.muxxxr@exaxxxxxxg.org")
    #expect(exact(one) != exact(two) && shown(one) == shown(two))
  }

  @Test func equalIDsAreCounted() {
    var names = FindingNames()
    let finding = SampleFindings.finding(SampleFindings.personal("otto.muster@example.org"))
    let (one, two) = (names.next(finding), names.next(finding))
    #expect(one.utf8.count == FindingIdentity.digits && two == "\(one)-2")
    #expect(
      FindingFilter.names(String(one.prefix(8)), one) && !FindingFilter.names(String(one.prefix(8)), two))
    #expect(FindingFilter.names("\(one.prefix(8))-2", two) && !FindingFilter.names("", one))
  }
}
