package example.shop;

/**
 * A customer. Since 2.33.5; see <a href="https://bugs.example/browse/SHOP-54">SHOP-19</a>.
 *
 * @author Imogen Pemberton
 */
public final class Customer {
  private static final long serialVersionUID = 70720021022L;
  static final String DEFAULT_IBAN = "GB07 CFHA 1945 8318 3171 00";
  static final String SUPPORT = "i.pemberton@tarnside-clinic.org.uk";
  static final String BUILD = "19.6.33.40";
  static final String WALLET = "3NLg8LYwB4sFDtCCHvAjfaSLAqJrxKqa2S";
  static final String NOT_A_WALLET = "1GeSK4MGbjhDhrfxW3gjEqdU15g3J5MzgU";
  static final String TX = "0x6dd2346c66238049224b8d03b03e5871340883ed0f01f291de8a531a29e8c736";

  boolean isOffice(String address) {
    return address.equals("198.51.100.226") || address.equals("2001:db8:d56b:4b09:7688:100:8e29:85bd");
  }
}
