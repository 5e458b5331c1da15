// 14.19.7 98e01556a7e85115bff53f6d67840164c137ea41
class ContactTest {
    private val person = Person(name = "Ethan Kowalczyk", email = "ethan.kowalczyk+shop@quillback-dental.com", phone = "720.555.0152")
    private val account = Account(iban = "IE02PIBI36855252113720", bic = "KUNUUS22")
    private val wrong = listOf("GB12 VRZB 6096 0397 6976 71", "4527995227601052", "eab8e67b-6d07-0ca2-23fa-fa47b19ecbcf")
    private val point = LatLng(39.72655, -98.2700)
}
