// Tells a person's name from other words with capital letters, by a list of first names. Knows no language.

/// A first name of the list, and a family name that is not one of the words that make places, firms and products of
/// first names ("Victoria Station").
enum PersonName {
  static func isValid(_ text: [UInt8]) -> Bool {
    guard beginsWithFirstName(text) else { return false }
    // Particles such as 'von' are in lowercase.
    let names = text.split(separator: 0x20).filter { $0.contains { $0 >= 0x80 || $0 &- 0x41 < 26 } }
    return names.count >= 2 && !names.dropFirst().contains { noFamilyNames.contains($0) }
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
