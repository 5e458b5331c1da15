// Revision 14.0.8.214, 27359c60dc6490e860cf7752bbec9f256b434fdb
namespace Shop.Reports
{
    internal static class Samples
    {
        public const string Customer = "Giulia Bianchetti";
        public const string Phone = "347 33 59 151";
        public const string Iban = "IT97 M504 1918 598G W16H 4M8A 72T";
        public const string NotIban = "IT36 Q907 7644 6827 NLF4 1N88 E7H";
        public const long Order = 82435371832L;
    }
}
