// 2.22.19 71c3fc27a2d6a8c86ea271afdca8f03bfd518770
class ContactTest {
    private val person = Person(name = "Tuva Hallgren", email = "thallgren@ekbacken-snickeri.se", phone = "070-1740695")
    private val account = Account(iban = "SE63 6931 9251 2696 8315 4022", bic = "BITASEFF")
    private val wrong = listOf("SE90 7122 5153 9385 0106 6279", "379719969152813", "02a6a208-25a7-b5c4-b91f-2b3fb0b523e4")
    private val point = LatLng(59.785332, 15.531646)
}
