import Diagnostics
import Testing

struct CalendarDateTests {
  @Test(arguments: ["2027-01-31", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func readsDaysThatExist(_ text: String) { #expect(CalendarDate(text)?.description == text) }

  @Test(arguments: [
    "2027-02-29", "1900-02-29", "2027-13-01", "2027-00-01", "2027-01-00", "2027-04-31", "2027-1-1",
    "27-01-01",
    "2027/01/01", "2027-01-01T00:00", "+027-01-01", "", "２０２７-01-01", "0000-01-01",
  ])
  func refusesOthers(_ text: String) { #expect(CalendarDate(text) == nil) }

  @Test(arguments: [
    (0, "1970-01-01"), (86_399, "1970-01-01"), (86_400, "1970-01-02"), (951_782_400, "2000-02-29"),
    (951_868_800, "2000-03-01"), (1_709_164_800, "2024-02-29"), (1_798_675_200, "2026-12-31"),
    (4_107_542_400, "2100-03-01"), (253_402_300_799, "9999-12-31"), (-5, "1970-01-01"), (.max, "9999-12-31"),
  ])
  func countsDays(_ seconds: Int, _ text: String) {
    #expect(CalendarDate(secondsSince1970: seconds).description == text)
  }

  @Test func isOrdered() throws {
    let days = try ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"].map {
      try #require(CalendarDate($0))
    }
    #expect(days == days.shuffled().sorted())
  }
}
