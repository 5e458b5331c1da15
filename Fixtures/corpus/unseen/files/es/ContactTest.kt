// 13.32.8 0ccebaba44f6a0716576494f083a680eb0120144
class ContactTest {
    private val person = Person(name = "Amelia Adeyemi", email = "amelia53@talleres-almenara.es", phone = "951 74 37 09")
    private val account = Account(iban = "ES79 3473 7839 6298 9844 1403", bic = "BIDAESPP354")
    private val wrong = listOf("ES82 1332 3975 5241 1247 4885", "375489596417584", "51caa55c-fd07-40ac-78d4-23d019809037")
    private val point = LatLng(40.2535, -3.530407)
}
