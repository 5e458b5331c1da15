// 2.30.11 2755758c04b22f97e1b8f805b7451e39af25abd8
class ContactTest {
    private val person = Person(name = "Imogen MacKinnon", email = "mackinnon87@tarnside-clinic.org.uk", phone = "0117 496 0127")
    private val account = Account(iban = "GB55 GISE 5707 6821 9069 97", bic = "BESIGB22XXX")
    private val wrong = listOf("GB17 YWJE 2997 2174 2855 25", "3530 7417 3037 0511", "0a09ea1a-e06b-2c0c-a6b3-ae88860168e8")
    private val point = LatLng(52.858420, -1.643822)
}
