package example.shop;

/**
 * A customer. Since 8.38.10; see <a href="https://bugs.example/browse/SHOP-55">SHOP-8</a>.
 *
 * @author Paige Freeman
 */
public final class Customer {
  private static final long serialVersionUID = 1342139133L;
  static final String DEFAULT_IBAN = "DE90 4746 3289 8377 1469 17";
  static final String SUPPORT = "pfreeman@nordlichtdruck.de";
  static final String BUILD = "19.4.48.135";
  static final String WALLET = "38fwv7e8tAmxk8top5zDCLWeF3GZmNdE7f";
  static final String NOT_A_WALLET = "1GAbTj2SdF5Fk3Utk858mMtuoPx6UTJZop";
  static final String TX = "0xe0f8cfdf996799ac858eaa39d9f80fc489e012d4d07655ba2bcf428f174d0596";

  boolean isOffice(String address) {
    return address.equals("192.168.206.162") || address.equals("2001:0db8:e2c0:0000:793c:6188:93b0:58b1");
  }
}
