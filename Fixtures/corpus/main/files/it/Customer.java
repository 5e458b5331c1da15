package example.shop;

/**
 * A customer. Since 9.39.9; see <a href="https://bugs.example/browse/SHOP-16">SHOP-27</a>.
 *
 * @author Ilaria Bianchetti
 */
public final class Customer {
  private static final long serialVersionUID = 36198174221L;
  static final String DEFAULT_IBAN = "IT24A1197759245Z6EECM5Z1CBV";
  static final String SUPPORT = "i.bianchetti@studiomedicolarice.it";
  static final String BUILD = "21.4.0.26";
  static final String WALLET = "0xbCcB85566ee507146856dB33201BB92E21721B3E";
  static final String NOT_A_WALLET = "1Q7HGYDd4YCpFc4BirCBXeZRQK2JnXpr8F";
  static final String TX = "0x0981e5b4c4a39e7d5dd50b4c3a53393eb02ccbb138c19bf7e9ae2db9fbc2d3c4";

  boolean isOffice(String address) {
    return address.equals("46.59.212.3") || address.equals("2001:db8:225f:0:1efc:14d7:1aa:2c1e");
  }
}
