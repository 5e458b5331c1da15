package example.shop;

/**
 * A customer. Since 6.32.6; see <a href="https://bugs.example/browse/SHOP-2">SHOP-50</a>.
 *
 * @author Yasmina Jansma
 */
public final class Customer {
  private static final long serialVersionUID = 90522193879L;
  static final String DEFAULT_IBAN = "PL59626484805143743961760333";
  static final String SUPPORT = "yasmina.jansma@ksiegarnialamus.pl";
  static final String BUILD = "14.3.0.76";
  static final String WALLET = "bc1qgq46ykcgffgm7fstv4xz2y9z9w97q6ntkxegj3";
  static final String NOT_A_WALLET = "13Zkvdzm2GHYs9ADvzdRMtqzGfxNemkWmG";
  static final String TX = "0x3c63ff841162fccdb0590e96eebd4f996d3793c7cbbde22aa701fa67950497bf";

  boolean isOffice(String address) {
    return address.equals("178.192.83.196") || address.equals("2001:db8:a3bc:0:1ca4:f32b:d9cd:7cc8");
  }
}
