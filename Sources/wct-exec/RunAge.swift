// An age as options take it. Does not know what is that old.
internal import ArgumentParser
internal import RunHistory

/// A whole number and a unit: `90s`, `30m`, `12h`, `30d`, `4w`.
struct RunAge: ExpressibleByArgument {
  private static let units: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800]

  let seconds: Int

  init?(argument: String) {
    guard let last = argument.last, let unit = Self.units[last],
      argument.dropLast().utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(argument.dropLast())
    else { return nil }
    let (seconds, isTooMuch) = number.multipliedReportingOverflow(by: unit)
    // A thousand years: microseconds of it are still far from what an integer holds.
    guard !isTooMuch, seconds <= 31_557_600_000 else { return nil }
    self.seconds = seconds
  }

  /// The time that was this long before another.
  func before(_ time: Timestamp) -> Timestamp {
    Timestamp(microseconds: time.microseconds - seconds * 1_000_000)
  }
}
