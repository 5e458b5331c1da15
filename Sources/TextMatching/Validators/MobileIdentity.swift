// Checks the numbers of mobile equipment and of subscribers. Knows no networks.

/// IMEI (3GPP TS 23.003, section 6): fourteen digits and one by Luhn, perhaps with two of a software version.
/// IMSI (ITU-T E.212): fifteen digits that begin with an assigned mobile country code.
enum MobileIdentity {
  static func isEquipment(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 15), !CheckDigit.isUniform(digits) else {
      return false
    }
    return CheckDigit.isLuhn(digits)
  }

  static func isSubscriber(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits, (14...15).contains(digits.count) else { return false }
    let country = digits[0] * 100 + CalendarDay.pair(digits, 1)
    return countryCodes.contains { $0.contains(country) }
  }

  /// The ranges in which codes are assigned; 001 is for tests.
  private static let countryCodes: [ClosedRange<Int>] = [
    1...1, 202...202, 204...204, 206...206, 208...208, 212...214, 216...216, 218...222, 225...226, 228...228,
    230...232, 234...235, 238...238, 240...240, 242...242, 244...244, 246...248, 250...250, 255...255,
    257...257, 259...260, 262...262, 266...266, 268...268, 270...270, 272...272, 274...274, 276...276,
    278...278, 280...280, 282...284, 286...286, 288...290, 292...295, 297...297, 302...302, 308...308,
    310...316, 330...330, 334...334, 338...338, 340...340, 342...342, 344...344, 346...346,
    348...348, 350...350, 352...352, 354...354, 356...356, 358...358, 360...360, 362...366, 368...368,
    370...370, 372...372, 374...374, 376...376, 400...402, 404...406, 410...410, 412...422, 424...429,
    432...432, 434...434, 436...438, 440...441, 450...450, 452...452, 454...457, 460...460, 466...467,
    470...470, 472...472, 502...502, 505...505, 510...510, 514...515, 520...520, 525...525, 528...528,
    530...530, 536...537, 539...555, 602...643, 645...655, 657...659, 702...702, 704...704, 706...706,
    708...708, 710...710, 712...712, 714...714, 716...716, 722...722, 724...724, 730...730, 732...732,
    734...734, 736...736, 738...738, 740...740, 742...742, 744...744, 746...746, 748...748, 750...750,
    901...902,
  ]
}
