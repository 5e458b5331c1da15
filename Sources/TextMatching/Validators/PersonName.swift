// Tells a person's name from other words with capital letters, by a list of first names. Knows no language.

/// A first name of the list and a word that is not one of those that make places, firms and products of first names
/// ("Victoria Station"); or any word before a family name.
enum PersonName {
  static func isValid(_ text: [UInt8]) -> Bool { place(in: text) != nil }

  /// Where the name stands in words with capital letters, of which the first ones may be others: 'Kunde Anna Schmidt'.
  static func place(in text: [UInt8]) -> Range<Int>? {
    // Most words with capital letters end here, before anything is gathered.
    guard mayHoldName(text) else { return nil }
    let words = capitalised(text)
    for index in words.indices.dropLast() {
      if let found = place(of: words, at: index) {
        return found.lowerBound.startIndex..<found.upperBound.endIndex
      }
    }
    return nil
  }

  /// Whether one of the words is a first name of the list or a family name.
  private static func mayHoldName(_ text: [UInt8]) -> Bool {
    var start = 0
    for end in text.indices where text[end] == 0x20 {
      if isName(text[start..<end]) { return true }
      start = end + 1
    }
    return isName(text[start...])
  }

  private static func isName(_ word: ArraySlice<UInt8>) -> Bool {
    isFirstName(word) || FamilyNames.contains(word) || hungarian.contains(word)
  }

  /// The words with a capital letter; particles such as 'von' have none.
  private static func capitalised(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    text.split(separator: 0x20).filter { $0.contains { $0 >= 0x80 || $0 &- 0x41 < 26 } }
  }

  /// The first and the last word of a name that begins with the word at an index, or with a family name behind it.
  private static func place(
    of words: [ArraySlice<UInt8>], at index: Int
  ) -> (lowerBound: ArraySlice<UInt8>, upperBound: ArraySlice<UInt8>)? {
    let word = words[index]
    let next = words[index + 1]
    guard !NameWords.ofPlaces.contains(next), !NameWords.others.contains(next) else { return nil }
    if isFirstName(word) || hungarian.contains(next) && index == 0 && words.count == 2 {
      let rest = words[(index + 1)...].prefix(3)
      if rest.contains(where: { NameWords.ofPlaces.contains($0) }) { return nil }
      let names = rest.prefix(2).prefix { !NameWords.others.contains($0) }
      guard let last = names.last, !firms.contains(ArraySlice(([word] + names).joined())) else { return nil }
      return (word, last)
    }
    guard FamilyNames.contains(next) else { return nil }
    if words.count > index + 2, NameWords.ofPlaces.contains(words[index + 2]) { return nil }
    if NameWords.roles.contains(word) { return (next, next) }
    let isFirst = !NameWords.others.contains(word) && !NameWords.notBeforeNames.contains(word)
    return isFirst && !firms.contains(ArraySlice([word, next].joined())) ? (word, next) : nil
  }

  private static func isFirstName(_ word: ArraySlice<UInt8>) -> Bool {
    FirstNames.all.contains(word.prefix { $0 != 0x2D })
  }

  /// Whether a word begins as one in Latin, Greek or Cyrillic does.
  private static func isLetters(_ word: ArraySlice<UInt8>) -> Bool {
    word.count > 1 && word.first.map { $0 < 0x80 || (0xC3...0xD1).contains($0) } ?? false
  }

  /// Words that may be a name because of what stands around them: none of them makes places, firms or sentences.
  static func isPlausible(_ text: [UInt8]) -> Bool {
    let words = capitalised(text)
    return !words.isEmpty && words.allSatisfy(isLetters) && !firms.contains(ArraySlice(words.joined()))
      && !words.contains {
        NameWords.ofPlaces.contains($0) || NameWords.others.contains($0)
          || NameWords.notBeforeNames.contains($0)
          || NameWords.roles.contains($0)
      }
  }

  /// A first name of the list, alone or with something after it; what is no letter before it does not count.
  static func beginsWithFirstName(_ text: [UInt8]) -> Bool {
    let word = text.drop { $0 < 0x80 && !IdentifierText.isLetter($0) }
    return FirstNames.all.contains(word.prefix { $0 != 0x20 && $0 != 0x2D && $0 != 0x0A })
  }

  /// A family name, a comma, and a first name of the list: 'Kowalska, Anna'.
  static func isReversed(_ text: [UInt8]) -> Bool {
    guard let comma = text.firstIndex(of: UInt8(ascii: ",")) else { return false }
    let family = text[..<comma].split(separator: 0x20).filter {
      $0.contains { $0 >= 0x80 || $0 &- 0x41 < 26 }
    }
    return beginsWithFirstName(Array(text[(comma + 1)...])) && !family.isEmpty
      && !family.contains {
        NameWords.ofPlaces.contains($0) || NameWords.others.contains($0)
          || FirstNames.all.contains($0) && family.count > 1
      }
  }

  /// First names that are given in Hungary, behind the family name, and hardly elsewhere: 'Kovács László'.
  private static let hungarian = NameSet(
    [
      """
      laszlo istvan jozsef janos zoltan sandor ferenc gabor tamas andras gyorgy miklos karoly lajos imre
      zsolt csaba balazs gergely gergo mate matyas mihaly pal rezso szabolcs szilard vilmos zsigmond zsombor arpad
      bela bence botond denes dezso elemer endre erno geza gyula jeno kalman krisztian levente akos aron balint
      katalin erzsebet ilona zsuzsanna zsuzsa eszter judit agnes ildiko aniko  margit piroska reka boglarka
      beata bernadett csenge csilla dorottya emese eniko eszti gyongyi hajnalka iren jolan julianna klara krisztina lilla
      noemi orsolya szilvia timea tunde terez tereza  zsofia zita gizella
      """
    ], capacity: 256)

  /// Firms, brands and awards that read as names, without the space.
  private static let firms = NameSet(
    [
      """
      morganstanley philipmorris hugoboss calvinklein ralphlauren tommyhilfiger christiandior louisvuitton jackdaniels
      johnniewalker harleydavidson ernstyoung marieclaire mariecurie martinluther johndeere dowjones abbottlaboratories
      elililly jimbeam johnlewis thomascook samadams jackjones tedbaker peterlang johnwiley johnsonjohnson patekphilippe
      rollsroyce astonmartin alfaromeo marksspencer charlesschwab thomsonreuters edwardjones perkinelmer arthurandersen
      bakerhughes raymondjames jamescook annsummers
      """
    ], capacity: 64)
}
