// When a file last changed, as Python's `isoformat` writes it.
import Glibc
import SystemFiles
import TestSupport
import Testing

@Test(
  "The time is Python's: UTC, to the nearest microsecond, without a fraction that is none",
  arguments: [
    (0, 0, "1970-01-01T00:00:00+00:00"),
    (1_769_860_800, 123_456_000, "2026-01-31T12:00:00.123456+00:00"),
    (1_769_860_800, 1_400, "2026-01-31T12:00:00.000001+00:00"),
    (1_769_860_800, 999_999_999, "2026-01-31T12:00:01+00:00"),
    (-2, 500_000_000, "1969-12-31T23:59:58.500000+00:00"),
    (951_782_400, 0, "2000-02-29T00:00:00+00:00"),
  ])
func modificationIsWrittenAsPythonDoes(seconds: Int, nanoseconds: Int, text: String) throws {
  let directory = try TemporaryDirectory()
  let path = try directory.write("f", "x")
  let time = timespec(tv_sec: seconds, tv_nsec: nanoseconds)
  try #require(unsafe utimensat(AT_FDCWD, path, [time, time], 0) == 0)
  #expect(try FileStatus.of(path).modificationText == text)
}
