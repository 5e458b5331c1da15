// 7.14.9 fb3b26b8dcc130daab5754ea77ce14b1f5865fe4
class ContactTest {
    private val person = Person(name = "Marijke ter Braak", email = "marijke.terbraak+shop@hoveniersbedrijf-wilgenrijk.nl", phone = "+31 30 555 6408")
    private val account = Account(iban = "NL05 JANK 7472 4653 82", bic = "KOTANL3M957")
    private val wrong = listOf("NL95 UQYI 1437 2724 43", "5535 0945 9030 3185", "c0381d28-a774-a52b-004f-30ca06009c67")
    private val point = LatLng(52.0780, 5.562746)
}
