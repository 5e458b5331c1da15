import RunHistory
import Testing

@Suite struct TimestampTextTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000000+00:00"),
    (951_782_399_999_999, "2000-02-28T23:59:59.999999+00:00"),
    (951_782_400_000_000, "2000-02-29T00:00:00.000000+00:00"),
    (1_769_860_800_123_456, "2026-01-31T12:00:00.123456+00:00"),
    (-1, "1969-12-31T23:59:59.999999+00:00"),
    (4_102_444_800_000_001, "2100-01-01T00:00:00.000001+00:00"),
  ])
  func writesISO8601(microseconds: Int, text: String) {
    #expect(Timestamp(microseconds: microseconds).text == text)
  }
}
