// 13.34.13 1b92dbb1d6e8a8e8980bab0d7fa9705ffe2a4cd0
class ContactTest {
    private val person = Person(name = "Paweł Piątek", email = "p.piatek@przychodnianadolinie.pl", phone = "788309047")
    private val account = Account(iban = "PL47305052887670083963689277", bic = "GEBAPL21")
    private val wrong = listOf("PL52 4075 2490 8079 0473 8722 6429", "2720 3845 3118 4218", "179fb91a-6c05-ed3b-0afd-2c9b303d1a77")
    private val point = LatLng(51.9608, 19.16627)
}
