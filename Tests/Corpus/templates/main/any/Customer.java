package example.shop;

/**
 * A customer. Since <<version>>; see <a href="https://bugs.example/browse/SHOP-<<small>>">SHOP-<<small>></a>.
 *
 * @author <<name>>
 */
public final class Customer {
  private static final long serialVersionUID = <<digits>>L;
  static final String DEFAULT_IBAN = "<<iban>>";
  static final String SUPPORT = "<<email>>";
  static final String BUILD = "<<version4>>";
  static final String WALLET = "<<wallet>>";
  static final String NOT_A_WALLET = "<<bad_wallet>>";
  static final String TX = "<<tx>>";

  boolean isOffice(String address) {
    return address.equals("<<ip>>") || address.equals("<<ip6>>");
  }
}
