// <<version>> <<sha1>>
class ContactTest {
    private val person = Person(name = "<<name>>", email = "<<email>>", phone = "<<phone>>")
    private val account = Account(iban = "<<iban>>", bic = "<<bic>>")
    private val wrong = listOf("<<bad_iban>>", "<<bad_card>>", "<<uuid>>")
    private val point = LatLng(<<gps>>)
}
