// Revision 2.0.57.56, 8dd070b8c3dd36a018d612de6103e17fb2fba7f8
namespace Shop.Reports
{
    internal static class Samples
    {
        public const string Customer = "Sebastian Petersen";
        public const string Phone = "0221/4710901";
        public const string Iban = "DE87 7893 2958 6278 1322 24";
        public const string NotIban = "DE91 7485 6364 8003 3883 30";
        public const long Order = 41257656465L;
    }
}
