// Numbers as people read them.

/// How values are written for people.
package enum ShownText {
  /// `0.35 s`, `12.3 s`, `4 min 05 s`.
  package static func duration(_ seconds: Double) -> String {
    let seconds = seconds.isFinite ? max(0, seconds) : 0
    if seconds < 10 { return decimal(seconds, places: 2) + " s" }
    if seconds < 60 { return decimal(seconds, places: 1) + " s" }
    let whole = Int(min(seconds, 1e15))
    let rest = whole % 60
    return "\(whole / 60) min \(rest < 10 ? "0" : "")\(rest) s"
  }

  /// `1 file`, `3 files`.
  package static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? singular : plural ?? singular + "s")"
  }

  /// `812 bytes`, `1.5 kB`, `20.0 MB`: powers of 1000.
  package static func bytes(_ count: Int) -> String {
    let count = max(0, count)
    if count < 1_000 { return Self.count(count, "byte") }
    var (value, units) = (Double(count) / 1_000, ["kB", "MB", "GB", "TB", "PB", "EB"][...])
    while value >= 999.95, units.count > 1 {
      value /= 1_000
      units.removeFirst()
    }
    return "\(decimal(value, places: 1)) \(units.first ?? "")"
  }

  private static func decimal(_ value: Double, places: Int) -> String {
    let scale = places == 1 ? 10 : 100
    let scaled = Int((value * Double(scale)).rounded())
    let fraction = String(scaled % scale)
    return "\(scaled / scale).\(String(repeating: "0", count: places - fraction.count))\(fraction)"
  }
}
