package example.shop;

/**
 * A customer. Since 13.33.6; see <a href="https://bugs.example/browse/SHOP-36">SHOP-25</a>.
 *
 * @author Ximena García Montoya
 */
public final class Customer {
  private static final long serialVersionUID = 78473153952L;
  static final String DEFAULT_IBAN = "ES63 2793 0132 9274 3500 9240";
  static final String SUPPORT = "ximena.garciamontoya+shop@clinicasanroque-norte.es";
  static final String BUILD = "6.8.15.144";
  static final String WALLET = "32qgdDaaZ7ZeuXHnAnDofYZWY5nrZhfS5Z";
  static final String NOT_A_WALLET = "15YP6N2w1zr9w5uVdKTii7zHqYTfK6hFas";
  static final String TX = "0x4f2175ced2a5f63b888527b19ab0018fc88d85b68b80540227840580545d5936";

  boolean isOffice(String address) {
    return address.equals("198.51.100.138") || address.equals("2001:db8:67c4::1f87:5643");
  }
}
