package example.shop;

/**
 * A customer. Since 3.17.17; see <a href="https://bugs.example/browse/SHOP-15">SHOP-30</a>.
 *
 * @author Guillaume Ben Salah
 */
public final class Customer {
  private static final long serialVersionUID = 61921289859L;
  static final String DEFAULT_IBAN = "FR607729921353S5EVQYJFV5L68";
  static final String SUPPORT = "g.bensalah@maison-verdelet.fr";
  static final String BUILD = "2.7.0.115";
  static final String WALLET = "3JfTmC9EVjhRkA5C4N9cizjxC3Fv4eN8Bt";
  static final String NOT_A_WALLET = "1E5SPjrdj7uu15z6ZpqSv62NSm9zcGnyqF";
  static final String TX = "0xd33cdd4c413c67fa03866d97b48dfc6e527e60792f39903f64aeac07e05d6009";

  boolean isOffice(String address) {
    return address.equals("10.81.93.206") || address.equals("2001:0db8:5721:0000:0000:b753:3903:65c1");
  }
}
