package example.shop;

/**
 * A customer. Since 9.4.15; see <a href="https://bugs.example/browse/SHOP-21">SHOP-3</a>.
 *
 * @author Darnell Brubaker
 */
public final class Customer {
  private static final long serialVersionUID = 41351779014L;
  static final String DEFAULT_IBAN = "GB43 IEHZ 5140 4668 6644 64";
  static final String SUPPORT = "dbrubaker@juniperledger.net";
  static final String BUILD = "16.7.44.192";
  static final String WALLET = "3Bt8dPRkAAZvg69eTxDayhY8QvPSy2nPbY";
  static final String NOT_A_WALLET = "1NysqNkYN3b25aY9E9nLAf5VacTGGDpbmJ";
  static final String TX = "0xa2d7250b2e74f798c7a869c7e862f7011e743f71080d9ff27dd015a12fb7ad58";

  boolean isOffice(String address) {
    return address.equals("91.73.41.93") || address.equals("2001:db8:57d2:0:6ac4:b75f:5b17:1f4f");
  }
}
