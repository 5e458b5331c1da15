// Revision 21.5.36.8, 51a5305a53032db49e634dbcb2c8151e44aee7b3
namespace Shop.Reports
{
    internal static class Samples
    {
        public const string Customer = "Guadalupe Castillo";
        public const string Phone = "+1 503 555 0148";
        public const string Iban = "DE50 7772 9244 4735 2971 31";
        public const string NotIban = "GB11 MJAC 1146 0243 3012 67";
        public const long Order = 35473430500L;
    }
}
