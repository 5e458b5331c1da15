// 11.32.10 7fe925727ac289758ebec6ed49fb81db1ea84412
class ContactTest {
    private val person = Person(name = "Montserrat Castellanos", email = "montserrat_castellanos@praxis-am-weiher.de", phone = "089 99998-838")
    private val account = Account(iban = "DE06492958282228917833", bic = "DASIDE22279")
    private val wrong = listOf("DE03 2079 8376 8147 4503 72", "5356-3920-8030-3247", "b433c34a-e7c0-2b85-8ba5-4836dbd2da4d")
    private val point = LatLng(51.03324, 9.46947)
}
