package example.shop;

/**
 * A customer. Since 14.17.8; see <a href="https://bugs.example/browse/SHOP-33">SHOP-5</a>.
 *
 * @author Åsa Lindqvist
 */
public final class Customer {
  private static final long serialVersionUID = 21961290635L;
  static final String DEFAULT_IBAN = "SE8369394028598971307860";
  static final String SUPPORT = "lindqvist77@ekbacken-snickeri.se";
  static final String BUILD = "3.2.23.228";
  static final String WALLET = "bc1q43wy53a5vpejygxtn3syhygtuvnylz2hf7fgu3";
  static final String NOT_A_WALLET = "1NQjmtTKPhgewCetWBr4pVy6TcSBE5nB9E";
  static final String TX = "0xe0b101e48387e8c1203392747d6702ee38142e6426dffd08fe00ef84ab9ccf7f";

  boolean isOffice(String address) {
    return address.equals("198.51.100.204") || address.equals("2001:db8:6660:0:86ad:8a1e:625b:eeef");
  }
}
