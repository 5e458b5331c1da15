// Revision 3.5.43.38, f2d055c5e6d94338b72e30df010d0f7ef2948aee
namespace Shop.Reports
{
    internal static class Samples
    {
        public const string Customer = "Aïcha Lefèvre";
        public const string Phone = "02.61.91.17.34";
        public const string Iban = "FR21 7229 3241 95P4 HO97 V0SV 750";
        public const string NotIban = "FR49 4431 0677 704G A71M 3045 818";
        public const long Order = 62067761522L;
    }
}
