// 5.29.3 a29e5857ad08fdaf644678387f3021f3ef7e1afb
class ContactTest {
    private val person = Person(name = "Gennaro Mancuso", email = "mancuso89@cantinasolleone.it", phone = "+39 02 5555 3028")
    private val account = Account(iban = "IT38 H114 2751 2939 JG98 D2IQ T52", bic = "WUGUIT2A127")
    private val wrong = listOf("IT73 D169 0650 139J 123I 7JX5 N7D", "2221-3686-9449-8077", "0e5eaa4c-7075-ff98-4db8-3862e7ebe0bb")
    private val point = LatLng(43.00054, 11.995830)
}
