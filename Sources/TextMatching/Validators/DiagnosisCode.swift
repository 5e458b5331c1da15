// Knows which categories of diseases there are. Knows no diseases.

/// A code of ICD-10: a category that the WHO's edition, the German or the American modification has, and what refines it.
enum DiagnosisCode {
  static func isValid(_ text: [UInt8]) -> Bool {
    guard text.count >= 3, text[0] &- 0x41 < 26, text[1] &- 0x30 < 10 else { return false }
    let letter = Int(text[0] - 0x41)
    guard text[2] &- 0x30 < 10 else { return lettered.contains(String(decoding: text[..<3], as: UTF8.self)) }
    let number = Int(text[1] - 0x30) * 10 + Int(text[2] - 0x30)
    return categories[letter][number]
  }

  /// By letter and number.
  private static let categories: [[Bool]] = {
    var known = Array(repeating: Array(repeating: false, count: 100), count: 26)
    var letter = 0
    for word in table.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      let digits = word.filter { $0 &- 0x30 < 10 }.map { Int($0 - 0x30) }
      guard digits.count >= 2 else {
        letter = min(Int(word.first ?? 0x41) - 0x41, 25)
        continue
      }
      let first = digits[0] * 10 + digits[1]
      let last = digits.count == 4 ? digits[2] * 10 + digits[3] : first
      for number in first...max(first, last) { known[letter][number] = true }
    }
    return known
  }()

  /// The categories of ICD-10-CM that end on a letter.
  private static let lettered: Set<String> = [
    "C4A", "C7A", "C7B", "D3A", "I1A", "I5A", "J4A", "M1A", "O9A", "Z3A",
  ]

  /// ICD-10 (WHO, 2019), ICD-10-CM and ICD-10-GM together: each letter, and its numbers.
  private static let table = Array(
    """
    A 00-09 15-28 30-44 46 48-60 63-71 74-75 77-99
    B 00-10 15-27 30 33-60 64-83 85-92 94-99
    C 00-26 30-34 37-41 43-58 60-86 88 90-97
    D 00-07 09-53 55-78 80-84 86 89
    E 00-16 20-32 34-36 40-46 50-56 58-61 63-68 70-80 83-90
    F 00-07 09-25 28-34 38-45 48 50-55 59-66 68-73 78-84 88-95 98-99
    G 00-14 20-26 30-32 35-37 40-41 43-47 50-65 70-73 80-83 89-99
    H 00-06 10-11 13 15-22 25-28 30-36 40 42-55 57-62 65-75 80-83 90-95
    I 00-02 05-13 15-16 20-28 30-52 60-83 85-89 95-99
    J 00-06 09-18 20-22 30-47 60-70 80-82 84-86 90-96 98-99
    K 00-14 20-23 25-31 35-38 40-46 50-52 55-68 70-77 80-83 85-87 90-95
    L 00-05 08 10-14 20-30 40-45 49-60 62-68 70-76 80-95 97-99
    M 00-27 30-36 40-43 45-51 53-54 60-63 65-68 70-73 75-77 79-97 99
    N 00-08 10-23 25-37 39-53 60-65 70-77 80-99
    O 00-16 20-26 28-36 40-48 60-77 80-92 94-99
    P 00-05 07-15 19-29 35-39 50-61 70-72 74-78 80-81 83-84 90-96
    Q 00-07 10-18 20-28 30-45 50-56 60-87 89-93 95-99
    R 00-07 09-23 25-27 29-37 39-65 68-99
    S 00-99
    T 00-71 73-76 78-88 90-98
    U 04 07-13 50-52 55 60-64 69 80-85 89-91 98-99
    V 00-06 09-99
    W 00-46 49-62 64-70 73-81 83-94 99
    X 00-06 08-54 57-99
    Y 00-38 40-66 69-93 95-99
    Z 00-05 08-99
    """.utf8)
}
