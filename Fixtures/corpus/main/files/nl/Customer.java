package example.shop;

/**
 * A customer. Since 2.32.15; see <a href="https://bugs.example/browse/SHOP-50">SHOP-11</a>.
 *
 * @author Fleur Postma
 */
public final class Customer {
  private static final long serialVersionUID = 44028777185L;
  static final String DEFAULT_IBAN = "NL52PADZ2293512582";
  static final String SUPPORT = "fleur.postma@kaashandelzuiderzicht.nl";
  static final String BUILD = "12.4.18.148";
  static final String WALLET = "0x00739d5df153E14f624343884D5ef506558C237F";
  static final String NOT_A_WALLET = "1A1RMtb5R5MfqC367wpYQU3qQMfq58hR2u";
  static final String TX = "0x7af786219ea4c332c0ecca0345ce52fd84d639ff0527d04f488bb8c7fefc8c71";

  boolean isOffice(String address) {
    return address.equals("10.113.202.106") || address.equals("2001:db8:dea2:4bb:d88e:a1c9:92d4:e67d");
  }
}
