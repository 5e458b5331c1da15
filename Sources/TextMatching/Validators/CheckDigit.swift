// The sums by which identifiers are checked. Knows no identifier.

/// Check digit systems over digits.
enum CheckDigit {
  /// The sum of digits times weights; digits without a weight do not count.
  static func sum(_ digits: some Sequence<Int>, _ weights: [Int]) -> Int {
    zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// ISO/IEC 7812-1 Annex B: every second digit from the right, beginning with the second, counts twice.
  static func isLuhn(_ digits: [Int]) -> Bool {
    let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
      let doubled = digit.offset % 2 == 1 ? digit.element * 2 : digit.element
      return sum + (doubled > 9 ? doubled - 9 : doubled)
    }
    return !digits.isEmpty && sum % 10 == 0
  }

  /// ISO/IEC 7064 MOD 11,10: the hybrid system of German and Croatian tax numbers.
  static func isMod11And10(_ digits: [Int]) -> Bool {
    guard let check = digits.last else { return false }
    let product = digits.dropLast().reduce(10) { product, digit in
      let sum = (product + digit) % 10
      return (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (11 - product) % 10 == check
  }

  /// The remainder of the number that the digits write, however many they are.
  static func remainder(_ digits: some Sequence<Int>, by modulus: Int) -> Int {
    digits.reduce(0) { ($0 * 10 + $1) % modulus }
  }

  /// Verhoeff's system (1969), over the dihedral group of order ten.
  static func isVerhoeff(_ digits: [Int]) -> Bool {
    let check = digits.reversed().enumerated().reduce(0) { check, digit in
      multiplication[check][permutation[digit.offset % 8][digit.element]]
    }
    return !digits.isEmpty && check == 0
  }

  private static let multiplication = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 4, 0, 6, 7, 8, 9, 5], [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
    [3, 4, 0, 1, 2, 8, 9, 5, 6, 7], [4, 0, 1, 2, 3, 9, 5, 6, 7, 8], [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
    [6, 5, 9, 8, 7, 1, 0, 4, 3, 2], [7, 6, 5, 9, 8, 2, 1, 0, 4, 3], [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
    [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
  ]

  private static let permutation = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 5, 7, 6, 2, 8, 3, 0, 9, 4], [5, 8, 0, 3, 7, 9, 6, 1, 4, 2],
    [8, 9, 1, 6, 0, 4, 3, 5, 2, 7], [9, 4, 5, 3, 1, 2, 6, 8, 7, 0], [4, 2, 8, 6, 5, 7, 3, 9, 0, 1],
    [2, 7, 9, 3, 8, 0, 6, 4, 1, 5], [7, 0, 4, 6, 9, 1, 3, 2, 5, 8],
  ]

  /// True if all digits are the same, which passes many checks and is no number of anybody.
  static func isUniform(_ digits: [Int]) -> Bool { digits.allSatisfy { $0 == digits.first } }
}
