// 4.31.1 81b69177831fae9675fe61127bb0ce59c90263e0
class ContactTest {
    private val person = Person(name = "Rémi Le Goff", email = "remi.legoff+shop@cabinet-orsenne.fr", phone = "01 99 00 55 52")
    private val account = Account(iban = "FR917636282663AAPVZ1M94RF97", bic = "SOVOFR2LXXX")
    private val wrong = listOf("FR53 3878 1119 96SQ 71BV 3K1U B37", "5384-7971-4830-8721", "0dba60e8-6b85-bf52-5d53-754adbb36810")
    private val point = LatLng(46.7076, 2.57913)
}
