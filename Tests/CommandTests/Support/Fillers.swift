// Invented text that keeps a detector busy.

enum Fillers {
  /// Lines with a name, an address and a number each; about 110 bytes a line.
  static func personalData(lines: Int) -> String {
    var text = ""
    for number in 0..<lines {
      text +=
        "\(number): customer Maria Example, e-mail maria.\(number)@example.com, phone +44 20 7946 0\(number % 1000), "
      text += "date of birth 1980-02-03, patient\n"
    }
    return text
  }
}
