// Revision 3.7.12.93, fbf6afb3f23b24b3c37aa4fac4cde9c5af890ed9
namespace Shop.Reports
{
    internal static class Samples
    {
        public const string Customer = "Priya Okafor";
        public const string Phone = "07700 900707";
        public const string Iban = "GB67 UMDL 8897 0715 7807 51";
        public const string NotIban = "GB63 CWAQ 3677 5333 9241 29";
        public const long Order = 28162974635L;
    }
}
