// Finds regular expressions that take exponential time, by trying them on texts that make them. Knows no rules.

/// A few short texts that make an engine try again and again where a pattern lets it.
///
/// A pattern is exponential when one text can be split in several ways at each of many places, and something at the
/// end fails. The texts repeat what the pattern is made of, and end in what it does not expect: 40 repetitions take
/// a pattern of cubic time far fewer steps than the limit, and one of exponential time far more.
enum PatternProbe {
  private static let repetitions = 40
  /// Steps of the engine.
  private static let stepLimit: UInt32 = 200_000
  private static let longestPattern = 12
  private static let usualPumps = ["a", "A", "0", "ab", "a0", " ", "-", ".", "a.", "a ", "_", "\n"]
  private static let endings = ["", "!", "\u{0}", "\n!"]

  /// A text on which the pattern takes too many steps, shortened for people; nil when none was found.
  static func slowText(for pattern: CompiledPattern, written: String) -> String? {
    let own = ownPumps(of: written)
    // What every match must hold stands at the end, where it can't help: engines look for it first.
    let endings = Self.endings + ["!" + own.joined()]
    for pump in usualPumps + own {
      for ending in endings {
        let text = String(repeating: pump, count: repetitions) + ending
        if isTooSlow(pattern, text) {
          return "\(String(repeating: pump, count: 3))…" + (ending.isEmpty ? "" : " and something else")
        }
      }
    }
    return nil
  }

  /// What may be repeated: letters, digits and signs that stand in the pattern.
  private static func ownPumps(of pattern: String) -> [String] {
    var own: [String] = []
    for scalar in pattern.unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || "@:/,;=#%+".unicodeScalars.contains(scalar)
    {
      let text = String(Character(scalar))
      if !own.contains(text) { own.append(text) }
      if own.count == longestPattern { break }
    }
    return own
  }

  private static func isTooSlow(_ pattern: CompiledPattern, _ text: String) -> Bool {
    do {
      var search = try pattern.makeSearch(stepLimit: stepLimit)
      _ = try pattern.firstMatch(in: text.utf8Span.span, from: 0, allowsEmpty: true, &search)
      return false
    } catch {
      if case .limitExceeded = error { return true }
      return false
    }
  }
}
