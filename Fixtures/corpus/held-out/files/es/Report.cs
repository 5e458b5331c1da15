// Revision 7.0.29.216, 1c460506de2a0a193bdcf57ba7b9e922ee28a6f8
namespace Shop.Reports
{
    internal static class Samples
    {
        public const string Customer = "Mehmet Kaltenbach";
        public const string Phone = "91 863 65 88";
        public const string Iban = "ES2365239152128940081826";
        public const string NotIban = "ES65 3327 0288 7496 8907 7403";
        public const long Order = 52754910975L;
    }
}
