// Revision 10.3.44.117, 06793956fcf4f562b5a30154c5340b9dbaaf64cb
namespace Shop.Reports
{
    internal static class Samples
    {
        public const string Customer = "Clémence Delacroix-Noël";
        public const string Phone = "(010) 555 04 77";
        public const string Iban = "NL73 HZUA 9731 3948 29";
        public const string NotIban = "NL65 EPNA 3867 3436 59";
        public const long Order = 94592516849L;
    }
}
