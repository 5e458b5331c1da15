// Tells a person's name from other words with capital letters, by a list of first names. Knows no language.

/// A first name of the list, and a family name that is not one of the words that make places, firms and products of
/// first names ("Victoria Station").
enum PersonName {
  static func isValid(_ text: [UInt8]) -> Bool {
    // Most words with capital letters end here, before anything is gathered.
    let beginsWell = beginsWithFirstName(text)
    guard beginsWell || mayBeHungarian(text) else { return false }
    // Particles such as 'von' are in lowercase.
    let names = text.split(separator: 0x20).filter { $0.contains { $0 >= 0x80 || $0 &- 0x41 < 26 } }
    guard beginsWell || isHungarian(names) else { return false }
    guard names.count >= 2, !names.dropFirst().contains(where: { noFamilyNames.contains($0) }) else {
      return false
    }
    return !firms.contains(ArraySlice(names.joined()))
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
      && !family.contains { noFamilyNames.contains($0) || FirstNames.all.contains($0) && family.count > 1 }
  }

  /// A family name in front of a first name that is given in Hungary and hardly elsewhere: 'Kovács László'.
  private static func isHungarian(_ names: [ArraySlice<UInt8>]) -> Bool {
    names.count == 2 && hungarian.contains(names[1])
  }

  /// Whether one of the words is such a first name.
  private static func mayBeHungarian(_ text: [UInt8]) -> Bool {
    var start = 0
    for end in text.indices where text[end] == 0x20 {
      if hungarian.contains(text[start..<end]) { return true }
      start = end + 1
    }
    return hungarian.contains(text[start...])
  }

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

  private static let noFamilyNames = NameSet(
    [
      """
      academy airport avenue bank bay beach bridge building castle cathedral center centre church city clinic club college
      company corporation county court creek day days drive edition files foundation gmbh group grove hall harbour heights hill
      hospital hotel house inc institute island isles junction lake lane library limited ltd mall market memorial mill museum
      north south east west office page park parade pier place platz plaza police port prize project river road rue school
      server services software square stadium station strasse street studio systems team terminal theatre tower town
      trail university valley village wharf and or the for from with und oder mit von et ou pour y o per in at on is was has
      will said told writes wrote please thanks hello regards monday tuesday wednesday thursday friday saturday sunday january
      february march april june july august september october november december islands springs oil motors airlines kit
      """
    ], capacity: 256)
}
